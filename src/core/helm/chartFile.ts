/** Chart.yaml as a resource: it has an apiVersion, but no kind. */
import { parseDocument } from 'yaml';
import { type ChartContext, type Context } from '../model/context';
import { isMap, type ParsedDocument } from '../yaml/parse';
import { readApiVersions, type Resource } from '../yaml/resources';
import { MapView } from '../yaml/view';

/** Kind under which rules meet a Chart.yaml; no object has it. */
export const CHART = 'Chart.yaml';

export function isChartFile({ file }: Context): boolean {
  return file !== undefined && /(?:^|\/)Chart\.yaml$/.test(file.path);
}

/** Undefined for any other file. */
export function chartFile(document: ParsedDocument, context: Context): Resource | undefined {
  return isChartFile(context) ? namedFile(document, CHART) : undefined;
}

/** The root map of a file that its name makes what it is. */
export function namedFile(document: ParsedDocument, kind: string): Resource | undefined {
  const root = document.roots[0];
  if (!isMap(root)) return undefined;
  const map = new MapView(document, root, []);
  const apiVersions = readApiVersions(map);
  const ref = { apiVersion: apiVersions.at(-1)?.text ?? '', kind, namespace: null, name: map.peekText('name') ?? null };
  return { document, map, apiVersions, kind, ref, isRoot: true };
}

/** What templates need to know of their chart, from the text of its Chart.yaml; undefined when that cannot be read. */
export function chartOf(metadata: string, helpers: string): ChartContext | undefined {
  const document = parseDocument(metadata, { logLevel: 'silent' });
  if (document.errors.length > 0 || !isMap(document.contents)) return undefined;
  const text = (key: string): string | null => {
    const value: unknown = document.get(key);
    return typeof value === 'string' ? value : null;
  };
  return { name: text('name') ?? '', kubeVersion: text('kubeVersion'), helpers };
}
