/** What the rules of a document look at: its objects, and a file that is known by its name alone. */
import { chartFile, isChartFile } from '../helm/chartFile';
import { followApiVersion } from '../helm/follow';
import { isKustomizationFile, kustomizationFile } from '../kustomize/kustomizationFile';
import { type Context } from '../model/context';
import { type DocumentSlice } from '../model/document';
import { parseSlice } from '../yaml/parse';
import { readResources } from '../yaml/resources';
import { type Subject } from './rule';

/** Objects in source order, an apiVersion of a template followed to what the target would get. */
export function subjectsOf(slice: DocumentSlice, context: Context): Subject[] {
  const document = parseSlice(slice);
  const { branch, given } = slice;
  const resources = readResources(document).filter(
    ({ apiVersions, map }) => apiVersions.length > 0 || map.peek('apiVersion') !== undefined,
  );
  const named = chartFile(document, context) ?? kustomizationFile(document, context);
  const all = named && !resources.some(({ map }) => map.node === named.map.node) ? [named, ...resources] : resources;
  return all.map(resource => followApiVersion({ resource, branch, given, context }));
}

/** Whether the file's name alone makes it worth a parse. */
export function isNamedFile(context: Context): boolean {
  return isChartFile(context) || isKustomizationFile(context);
}
