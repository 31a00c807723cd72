/** A kustomization file as a resource: its apiVersion and kind may be left out, its name tells. */
import { namedFile } from '../helm/chartFile';
import { type Context } from '../model/context';
import { type ParsedDocument } from '../yaml/parse';
import { type Resource } from '../yaml/resources';

/** Whether the file has one of the names that kustomize looks for. */
export function isKustomizationFile({ file }: Context): boolean {
  return file !== undefined && /(?:^|\/)(?:kustomization\.ya?ml|Kustomization)$/.test(file.path);
}

/** Undefined for any other file. */
export function kustomizationFile(document: ParsedDocument, context: Context): Resource | undefined {
  return isKustomizationFile(context) ? namedFile(document, 'Kustomization') : undefined;
}
