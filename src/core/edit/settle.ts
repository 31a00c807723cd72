/** From the edits a conversion asked for to the edits that are made: anchors agree, template actions stay whole. */
import { message } from '../model/message';
import { type Edit, sortEdits } from '../model/text';
import { type Alias, type Node, type ParsedDocument } from '../yaml/parse';
import { NeedsPerson } from './needsPerson';

/** An edit with the map it belongs to and the aliases through which that map was reached. */
export interface OwnedEdit extends Edit {
  readonly owner: Node;
  readonly via: readonly Alias[];
  /** The text goes away or moves as a whole: an inline action inside it goes along. */
  readonly whole?: boolean;
}

/** The edits, each once; NeedsPerson when an anchor's uses disagree or a template action stands in the way. */
export function settle(document: ParsedDocument, edits: readonly OwnedEdit[]): Edit[] {
  for (const edit of edits) checkActions(document, edit);
  const byPath = new Map<string, OwnedEdit[]>();
  for (const edit of edits) {
    const path = edit.via.map(alias => alias.range?.[0]).join('/');
    const list = byPath.get(path);
    if (list) list.push(edit);
    else byPath.set(path, [edit]);
  }
  const paths = [...byPath.values()];
  checkAnchors(document, paths);
  const settled = sortEdits(unique(paths));
  settled.forEach((edit, index) => {
    const previous = settled[index - 1];
    if (previous && edit.start < previous.end) throw new NeedsPerson(message('fix.unusual'));
  });
  return settled.map(({ start, end, newText }) => ({ start, end, newText }));
}

function checkActions(document: ParsedDocument, edit: OwnedEdit): void {
  for (const action of document.actions) {
    if (action.start >= edit.end || action.end <= edit.start) continue;
    const inside = action.start >= edit.start && action.end <= edit.end;
    if (!edit.whole || !inside || action.kind !== 'output' || !isInline(document, action.start)) {
      throw new NeedsPerson(message('fix.template'));
    }
  }
}

/** After masking, an action on a line of its own has become a comment or blanks. */
export function isInline(document: ParsedDocument, offset: number): boolean {
  return document.masked[offset] === '_';
}

/** Edits of the first path, and those of later paths whose map no earlier path has edited. */
function unique(paths: readonly OwnedEdit[][]): OwnedEdit[] {
  const done = new Set<Node>();
  return paths.flatMap(edits => {
    const fresh = edits.filter(edit => !done.has(edit.owner));
    for (const edit of edits) done.add(edit.owner);
    return fresh;
  });
}

function checkAnchors(document: ParsedDocument, paths: readonly OwnedEdit[][]): void {
  for (const [anchor, uses] of document.aliases) {
    // Text of the anchored node that is not the business of a map inside it: its other uses would change along.
    const leaks = paths.flat().some(edit => !contains(anchor, edit.owner) && !isShift(edit) && within(edit, anchor));
    if (leaks) throw new NeedsPerson(message('fix.anchor', { anchor: nameOf(anchor) }));
    const inside = paths
      .map(edits => edits.filter(edit => contains(anchor, edit.owner)))
      .filter(edits => edits.length > 0);
    if (inside.length === 0) continue;
    const places = new Set(inside.map(edits => lastOf(edits[0]!.via, uses)));
    const agree = inside.every(edits => spell(edits) === spell(inside[0]!));
    if (!agree || places.size !== uses.length + 1)
      throw new NeedsPerson(message('fix.anchor', { anchor: nameOf(anchor) }));
  }
}

function contains(outer: Node, inner: Node): boolean {
  const a = outer.range;
  const b = inner.range;
  return outer === inner || (!!a && !!b && a[0] <= b[0] && b[1] <= a[1]);
}

function within(edit: Edit, node: Node): boolean {
  return !!node.range && node.range[0] <= edit.start && edit.end <= node.range[1] && edit.start < node.range[1];
}

function isShift(edit: Edit): boolean {
  return edit.start === edit.end && /^ +$/.test(edit.newText);
}

function lastOf(via: readonly Alias[], uses: readonly Alias[]): Alias | undefined {
  return [...via].reverse().find(alias => uses.includes(alias));
}

function spell(edits: readonly OwnedEdit[]): string {
  return edits.map(edit => `${edit.start}-${edit.end}=${edit.newText}`).join('\n');
}

export function nameOf(node: Node): string {
  return (node as { anchor?: string }).anchor ?? '';
}
