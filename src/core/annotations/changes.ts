/** Edits of annotations and labels: moving them to where they are read, renaming and removing them. */
import { EditBuilder, NeedsPerson } from '../edit/builder';
import { type Copied, type Entry as NewEntry } from '../edit/emit';
import { type Subject } from '../judge/rule';
import { type Fix, type FixEdits } from '../model/fix';
import { message, type Message } from '../model/message';
import { type Edit } from '../model/text';
import { armAt } from '../yaml/mask';
import { keyStart, type MapView } from '../yaml/view';
import { type Entry, type Field, type Site, textAt } from './sites';

export type Certainty = FixEdits['certainty'];

/** Runs the work on a fresh builder. Never throws for what a manifest holds. */
export function attempt(
  { resource: { document }, branch }: Subject,
  title: Message,
  certainty: Certainty,
  work: (edits: EditBuilder) => void,
): Fix {
  if (document.broken) return { kind: 'manual', reason: message('fix.broken') };
  try {
    const builder = new EditBuilder(document);
    work(builder);
    const edits = builder.finish();
    // In a template only the change of one literal outside any branch is certain.
    const bare =
      !document.template || (edits.length === 1 && branch.length === 0 && !armAt(document.arms, edits[0]!.start));
    const notes = bare ? [] : [message('fix.templateChoice')];
    return { kind: 'edits', title, edits, certainty: bare ? certainty : 'choice', pinned: [], notes };
  } catch (error) {
    if (error instanceof NeedsPerson) return { kind: 'manual', reason: error.reason };
    throw error;
  }
}

/** The edits of an attempt, or undefined when a person has to decide. */
export function editsOf(fix: Fix): readonly Edit[] | undefined {
  return fix.kind === 'edits' ? fix.edits : undefined;
}

/** Moves entries of one map to annotations or labels of a site, comments along; what is there already must agree. */
export function move(edits: EditBuilder, entries: readonly Entry[], to: Site, field: Field): void {
  const first = entries[0]!;
  const target = place(to, field);
  if (target.view) {
    const fresh = entries.filter(entry => isFresh(entry, target.view!));
    const copies = fresh.map(entry => ({ ...copyOf(edits, entry), entry }));
    const [top] = copies;
    if (top && goesWhole(entries))
      top.value = { ...top.value, lead: [...headComments(edits, first), ...top.value.lead] };
    removeAll(edits, entries);
    edits.append(
      target.view,
      copies.map(({ rawKey, key, value }) => ({ rawKey, key, value })),
    );
    return;
  }
  // Within one metadata the map just gets the other name.
  if (goesWhole(entries) && to.metadata?.node === first.site.metadata!.node)
    return edits.rename(to.metadata, holderOf(first), field);
  const whole = goesWhole(entries) && field === first.field;
  const value = whole
    ? edits.copy(first.site.metadata!, holderOf(first))
    : { entries: entries.map(entry => copyOf(edits, entry)) };
  const holder: NewEntry = { key: field, value };
  removeAll(edits, entries);
  if (to.metadata) edits.append(to.metadata, [holder]);
  else addMetadata(edits, to, holder);
}

/** Removes entries of one map, and what would be left empty with them. */
export function removeAll(edits: EditBuilder, entries: readonly Entry[]): void {
  const first = entries[0]!;
  const { site, view } = first;
  if (!goesWhole(entries)) return entries.forEach(entry => edits.remove(view, entry.pair));
  if (site.metadata!.pairs.length > 1) return edits.remove(site.metadata!, holderOf(first));
  const lookup = site.owner.get('metadata');
  if (lookup.state !== 'present') throw new NeedsPerson(message('fix.unusual'));
  edits.remove(site.owner, lookup.pair);
}

/** Writes another key, and another value where one is given. Beside the same key with the same value the old one just goes. */
export function rename(edits: EditBuilder, entry: Entry, key: string, text?: string): void {
  const there = textAt(entry.view, key);
  const wanted = text ?? (entry.value.state === 'text' ? entry.value.text : null);
  if (there !== undefined) {
    if (there === null || there !== wanted) throw new NeedsPerson(message('eci.fix.conflict', { key }));
    return removeAll(edits, [entry]);
  }
  edits.rename(entry.view, entry.pair, key);
  if (text === undefined) return;
  if (entry.value.state !== 'text' || !entry.own) throw new NeedsPerson(message('fix.unusual'));
  edits.setScalar(entry.view, entry.value.scalar, text);
}

function isFresh(entry: Entry, target: MapView): boolean {
  const there = textAt(target, entry.key);
  if (there === undefined) return true;
  if (there === null || entry.value.state !== 'text' || there !== entry.value.text)
    throw new NeedsPerson(message('eci.fix.conflict', { key: entry.key }));
  return false;
}

function copyOf(edits: EditBuilder, entry: Entry): { key: string; rawKey: string; value: Copied } {
  return { key: entry.key, rawKey: edits.keyLike(entry.pair, entry.key), value: edits.copy(entry.view, entry.pair) };
}

/** Comments that stand with the key of the map itself: they go with its last entry. */
function headComments(edits: EditBuilder, entry: Entry): readonly string[] {
  const holder = holderOf(entry);
  const { layout } = edits;
  const start = keyStart(holder) ?? 0;
  const firstPair = entry.view.pairs[0]!;
  const own = edits.copy(entry.site.metadata!, holder).lead;
  const end = Math.max(start, Math.min(layout.pairLead(firstPair), keyStart(firstPair) ?? 0));
  return [...own, ...layout.comments(start, end).map(({ text }) => text)];
}

function goesWhole(entries: readonly Entry[]): boolean {
  return entries.length === entries[0]!.view.pairs.length;
}

function holderOf({ site, field }: Entry): MapView['pairs'][number] {
  const lookup = site.metadata?.get(field);
  if (lookup?.state !== 'present')
    throw new NeedsPerson(lookup?.state === 'unknown' ? lookup.reason : message('fix.unusual'));
  return lookup.pair;
}

/** Where the entries go; throws where that cannot be seen. */
function place(to: Site, field: Field): { view: MapView | undefined } {
  const metadata = to.owner.get('metadata');
  if (metadata.state === 'unknown') throw new NeedsPerson(metadata.reason);
  if (metadata.state === 'absent') return { view: undefined };
  if (!to.metadata) throw new NeedsPerson(message('fix.unusual'));
  const lookup = to.metadata.get(field);
  if (lookup.state === 'unknown') throw new NeedsPerson(lookup.reason);
  const view = to[field];
  if (lookup.state === 'present' && !view) throw new NeedsPerson(message('fix.unusual'));
  return { view };
}

function addMetadata(edits: EditBuilder, to: Site, holder: NewEntry): void {
  const entry: NewEntry = { key: 'metadata', value: { entries: [holder] } };
  const spec = to.owner.get('spec');
  if (spec.state === 'present') edits.addBefore(to.owner, spec.pair, [entry]);
  else edits.append(to.owner, [entry]);
}
