/** The user's own table of versions, in the format of Pluto's `--additional-versions` file (YAML or JSON). */
import { parseDocument } from 'yaml';
import { fromApiVersion } from '../catalog/catalog';
import { message, type Message } from '../model/message';
import { type CustomLifecycle, compareReleases } from './catalog';

export interface AdditionalVersions {
  readonly rows: readonly CustomLifecycle[];
  /** Component → its version, where the file states one. */
  readonly components: Readonly<Record<string, string>>;
  /** What could not be used, and why. */
  readonly problems: readonly Message[];
}

/** Never throws for what the text holds. `path` is named as the source of each row. */
export function parseAdditionalVersions(text: string, path: string): AdditionalVersions {
  const problems: Message[] = [];
  const value = read(text);
  if (value === undefined)
    return { rows: [], components: {}, problems: [message('ecosystem.file.unreadable', { path })] };
  const list = value['deprecated-versions'];
  if (!Array.isArray(list)) problems.push(message('ecosystem.file.noList', { path }));
  const rows = (Array.isArray(list) ? (list as unknown[]) : []).flatMap((row, index) => {
    const found = lifecycle(row, path);
    if (!found) problems.push(message('ecosystem.file.row', { path, row: index + 1 }));
    return found ?? [];
  });
  const components: Record<string, string> = {};
  for (const [name, version] of Object.entries(record(value['target-versions']) ?? {})) {
    if (typeof version === 'string' && compareReleases(version, '0') !== undefined) components[name] = version;
    else problems.push(message('ecosystem.file.component', { path, component: name }));
  }
  return { rows, components, problems };
}

function read(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const document = parseDocument(text, { logLevel: 'silent' });
    return document.errors.length > 0 ? undefined : record(document.toJS({ maxAliasCount: 100 }));
  } catch {
    return undefined;
  }
}

function lifecycle(value: unknown, path: string): CustomLifecycle | undefined {
  const row = record(value);
  const version = row?.version;
  const kind = row?.kind;
  if (!row || typeof version !== 'string' || typeof kind !== 'string' || version === '' || kind === '')
    return undefined;
  const release = (key: string): string | null | undefined => {
    const given = row[key] ?? '';
    if (given === '') return null;
    return typeof given === 'string' && compareReleases(given, '0') !== undefined ? given : undefined;
  };
  const deprecated = release('deprecated-in');
  const removed = release('removed-in');
  const available = release('replacement-available-in');
  if (deprecated === undefined || removed === undefined || available === undefined) return undefined;
  const component = typeof row.component === 'string' && row.component !== '' ? row.component : 'k8s';
  const to = row['replacement-api'];
  return {
    ...fromApiVersion(version),
    kind,
    component,
    name: component === 'k8s' ? 'Kubernetes' : component,
    introduced: null,
    deprecated,
    removed,
    replacements: typeof to === 'string' && to !== '' ? [{ ...fromApiVersion(to), kind, available }] : [],
    sameShape: false,
    sources: [path],
  };
}

function record(value: unknown): Readonly<Record<string, unknown>> | undefined {
  const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isRecord ? (value as Readonly<Record<string, unknown>>) : undefined;
}
