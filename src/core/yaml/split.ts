/** Cuts a text into documents: at `---` lines, and in Helm templates at each `define` too. */
import { type DocumentSlice, type Syntax } from '../model/document';
import { armAt, isWithin, maskTemplate, type Mask } from './mask';

/** By language id where the editor knows it, else by path and content. */
export function detectSyntax(path: string, text: string, languageId?: string): Syntax {
  if (languageId === 'helm') return 'helm';
  if (languageId === 'json' || languageId === 'jsonc' || /\.json$/i.test(path)) return 'json';
  const template = /(?:^|[/\\])templates[/\\]/.test(path) || /\.tpl$/i.test(path);
  return template && text.includes('{{') ? 'helm' : 'yaml';
}

/** Slices in order; together they cover the text. A byte order mark belongs to none. */
export function splitDocuments(text: string, syntax: Syntax): DocumentSlice[] {
  const first = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  if (syntax === 'helm') return splitTemplate(text, first);
  const cuts = syntax === 'json' ? [] : separators(text, first);
  return slices(text, syntax, [first, ...cuts], () => []);
}

/** Offsets of `---` lines after the first character. A line of `---` and a blank or its end is a separator, as YAML says. */
function separators(text: string, from: number): number[] {
  const cuts: number[] = [];
  for (let at = text.indexOf('\n---', from); at >= 0; at = text.indexOf('\n---', at + 4)) {
    const next = text.charCodeAt(at + 4);
    if (Number.isNaN(next) || next === 10 || next === 13 || next === 32 || next === 9) cuts.push(at + 1);
  }
  return cuts;
}

function splitTemplate(text: string, first: number): DocumentSlice[] {
  const mask = maskTemplate(text);
  const cuts = new Set([first, ...separators(mask.text, first), ...defineCuts(text, mask)]);
  return slices(
    text,
    'helm',
    [...cuts].sort((a, b) => a - b),
    start => enclosing(mask, start),
    (start, end) => givenFor(text, mask, start, end),
  );
}

/** Line starts of the `define` that opens and just after the `end` that closes a named template. */
function defineCuts(text: string, mask: Mask): number[] {
  return mask.arms
    .filter(arm => /^define\b/.test(arm.actions[0] ?? ''))
    .flatMap(arm => {
      const open = mask.actions.find(action => action.end === arm.start);
      const close = mask.actions.find(action => action.start === arm.end);
      const lineEnd = text.indexOf('\n', close?.end ?? text.length);
      const lineStart = open ? text.lastIndexOf('\n', open.start) + 1 : 0;
      return lineEnd < 0 ? [lineStart] : [lineStart, lineEnd + 1];
    })
    .filter(cut => cut > 0 && cut < text.length);
}

function enclosing(mask: Mask, offset: number): string[] {
  const bodies: string[] = [];
  for (let arm = armAt(mask.arms, offset); arm; arm = arm.parent) bodies.unshift(arm.actions.join(' / '));
  return bodies;
}

function slices(
  text: string,
  syntax: Syntax,
  cuts: readonly number[],
  branch: (start: number) => string[],
  given: (start: number, end: number) => string[] = () => [],
): DocumentSlice[] {
  return cuts.map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    const slice = { start, text: text.slice(start, end), syntax, branch: branch(start) };
    const names = given(start, end);
    return names.length > 0 ? { ...slice, given: names } : slice;
  });
}

/** What the rest of the file sets or defines: variables before the document, named templates anywhere. */
function givenFor(text: string, mask: Mask, start: number, end: number): string[] {
  const here = armAt(mask.arms, start);
  const variables = mask.actions.flatMap(action => {
    if (action.kind !== 'assign' || action.start >= start) return [];
    const arm = armAt(mask.arms, action.start);
    if (isWithin(here, arm)) return [action.body];
    if (arm && /^define\b/.test(arm.actions[0] ?? '')) return [];
    // Whether it was set is decided elsewhere: what it holds is not known.
    return [
      action.body.replace(
        /=[\s\S]*$/,
        /Capabilities/.test(action.body + arm?.actions.join()) ? '= $.Capabilities.Unknown' : '= .Values',
      ),
    ];
  });
  const defines = mask.arms.flatMap(arm => {
    const outside = arm.end <= start || arm.start >= end;
    const name = /^define\b.*/.exec(arm.actions[0] ?? '')?.[0];
    return outside && name !== undefined ? [`{{ ${name} }}${text.slice(arm.start, arm.end)}{{ end }}`] : [];
  });
  return [...variables, ...defines];
}
