/** What the readable formats share: names of objects, summary sentences, display width. */
import { type ResourceRef } from '../../core';
import { type Report } from '../report';
import { type Session } from '../session';

/** "Ingress web/shop"; what is not written in the manifest is left out. */
export function resourceName({ kind, namespace, name }: ResourceRef): string {
  if (name === null) return kind;
  return `${kind} ${namespace === null ? name : `${namespace}/${name}`}`;
}

/** One sentence each; the last ones only when there is something to say. */
export function summaryLines(report: Report, { say }: Session): string[] {
  const { target, summary } = report;
  const found = summary.error + summary.warning + summary.information + summary.hint;
  const lines = [
    target.path.length > 1
      ? say('cli.summary.path', { ...target, current: '', path: target.path.join(' → ') })
      : say('cli.summary.target', { version: target.version, provider: target.provider }),
    say('cli.summary.checked', { ...summary }),
  ];
  // "No known blockers" is a verdict on what was read: with gaps the counts alone speak.
  if (found > 0) lines.push(say('cli.summary.found', { ...summary }));
  else if (summary.problems === 0) lines.push(say('cli.summary.nothing'));
  if (summary.ignored > 0) lines.push(say('cli.summary.ignored', { count: summary.ignored }));
  if (summary.problems > 0) lines.push(say('cli.summary.problems', { count: summary.problems }));
  return lines;
}

/** "3:13", from 1 as editors show it. */
export function place(at: { readonly line: number; readonly character: number }): string {
  return `${at.line + 1}:${at.character + 1}`;
}

/** Columns on a terminal: East Asian wide characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += isWide(character) ? 2 : 1;
  return width;
}

/** Breaks at blanks, and anywhere between wide characters. A word longer than the line stays whole. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const piece of text.match(/[\u1100-\uffef]|[^\s\u1100-\uffef]+|\s+/g) ?? []) {
    const size = displayWidth(piece);
    if (line !== '' && used + size > width) {
      lines.push(line.trimEnd());
      line = '';
      used = 0;
    }
    if (line === '' && piece.trim() === '') continue;
    line += piece;
    used += size;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}

function isWide(character: string): boolean {
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
    character,
  );
}
