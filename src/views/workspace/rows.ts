/** The rows of the Workspace view: what is found, in one of three orders, as plain data. Knows no VS Code. */
import { type Severity } from '../../core/model/finding';
import { type Message } from '../../core/model/message';
import { findingsOf, noCounts, type WorkspaceIndex } from '../../workspace/index';
import { type IndexedFile, type IndexedFinding } from '../../workspace/model';
import { type Skipped } from '../../workspace/scan';

export type Order = 'file' | 'kind' | 'step';

export interface FindingRow {
  readonly type: 'finding';
  /** Stays while the object and the rule stay, whatever lines move. */
  readonly id: string;
  readonly file: IndexedFile;
  readonly found: IndexedFinding;
  /** Under a file the file's name would only repeat. */
  readonly naming: boolean;
}

/** Something that was not checked. */
export interface NoteRow {
  readonly type: 'note';
  readonly id: string;
  readonly label: string;
  /** Null for a folder or a link, which no editor opens. */
  readonly uri: string | null;
  readonly line: number;
  readonly reason: Message;
}

export type Heading =
  | { readonly by: 'file'; readonly file: IndexedFile }
  | { readonly by: 'kind'; readonly name: string }
  | { readonly by: 'step'; readonly version: string | null; readonly index: number; readonly steps: number }
  | { readonly by: 'notChecked' };

export interface GroupRow {
  readonly type: 'group';
  readonly id: string;
  readonly heading: Heading;
  readonly counts: Readonly<Record<Severity, number>>;
  readonly rows: readonly (GroupRow | FindingRow | NoteRow)[];
}

export type Row = GroupRow | FindingRow | NoteRow;

const RANK: Readonly<Record<Severity, number>> = { error: 0, warning: 1, information: 2, hint: 3 };

/** `says` tells whether a finding is to be shown: the filter knows the words, the rows do not. */
export function rowsOf(
  index: WorkspaceIndex,
  skipped: readonly Skipped[],
  order: Order,
  says: (file: IndexedFile, found: IndexedFinding) => boolean,
): readonly GroupRow[] {
  const files = [...index.files()].sort((a, b) => compare(a.label, b.label));
  const groups = new Map<string, { heading: Heading; rank: string; rows: FindingRow[] }>();
  for (const file of files) {
    const seen = new Map<string, number>();
    for (const found of findingsOf(file)) {
      const id = identity(file, found, seen);
      if (!says(file, found)) continue;
      const heading = headingOf(order, file, found);
      const key = keyOf(heading);
      let group = groups.get(key);
      if (group === undefined) groups.set(key, (group = { heading, rank: rankOf(heading, file), rows: [] }));
      group.rows.push({ type: 'finding', id: `${order} ${id}`, file, found, naming: order !== 'file' });
    }
  }
  const rows = [...groups]
    .sort(([, a], [, b]) => compare(a.rank, b.rank))
    .map(([id, { heading, rows: found }]): GroupRow => {
      const sorted = order === 'file' ? found : found.sort(bySeverity);
      return { type: 'group', id, heading, counts: countsOf(sorted), rows: sorted };
    });
  const notes = notesOf(files, skipped);
  if (notes.length === 0) return rows;
  return [...rows, { type: 'group', id: 'notChecked', heading: { by: 'notChecked' }, counts: noCounts(), rows: notes }];
}

/** Every finding below a row. */
export function* findingsBelow(row: Row): Iterable<FindingRow> {
  if (row.type === 'finding') yield row;
  else if (row.type === 'group') for (const child of row.rows) yield* findingsBelow(child);
}

function headingOf(order: Order, file: IndexedFile, { finding }: IndexedFinding): Heading {
  if (order === 'file') return { by: 'file', file };
  if (order === 'kind') return { by: 'kind', name: finding.resource.kind };
  const { step } = finding;
  const version = step === null ? null : (file.path[step] ?? null);
  // Today's version is on the path, but it is no step.
  const steps = Math.max(1, file.path.length - 1);
  return { by: 'step', version, index: Math.max(1, step ?? 1), steps };
}

function keyOf(heading: Heading): string {
  if (heading.by === 'file') return `file ${heading.file.uri}`;
  return heading.by === 'kind'
    ? `kind ${heading.name}`
    : heading.by === 'step'
      ? `step ${heading.version}`
      : heading.by;
}

function rankOf(heading: Heading, file: IndexedFile): string {
  if (heading.by === 'kind') return heading.name;
  if (heading.by !== 'step') return file.label;
  return heading.version === null ? 'z' : String(Number(heading.version.slice(2))).padStart(4, '0');
}

function identity(file: IndexedFile, { finding }: IndexedFinding, seen: Map<string, number>): string {
  const { kind, namespace, name } = finding.resource;
  const id = JSON.stringify([file.uri, finding.ruleId, kind, namespace, name]);
  const count = (seen.get(id) ?? 0) + 1;
  seen.set(id, count);
  return count === 1 ? id : `${id} ${count}`;
}

function countsOf(rows: readonly FindingRow[]): Record<Severity, number> {
  const counts = noCounts();
  for (const { found } of rows) counts[found.finding.severity] += 1;
  return counts;
}

function notesOf(files: readonly IndexedFile[], skipped: readonly Skipped[]): readonly NoteRow[] {
  const notes: NoteRow[] = [];
  const add = (label: string, uri: string | null, line: number, reason: Message): void =>
    void notes.push({ type: 'note', id: `note ${label} ${line} ${notes.length}`, label, uri, line, reason });
  for (const file of files) {
    if (file.skipped !== null) add(file.label, file.uri, 0, file.skipped);
    for (const { line, message } of file.problems) add(file.label, file.uri, line, message);
  }
  for (const { label, reason } of skipped) add(label, null, 0, reason);
  return notes;
}

function bySeverity(a: FindingRow, b: FindingRow): number {
  return (
    RANK[a.found.finding.severity] - RANK[b.found.finding.severity] ||
    compare(a.file.label, b.file.label) ||
    a.found.start - b.found.start
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
