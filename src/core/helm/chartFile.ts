/** Chart.yaml as a resource: it has an apiVersion, but no kind. */
import { type Context } from '../model/context';
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
