/** Which resources are kustomizations, by what they say or by the name of their file. */
import { fromApiVersion } from '../catalog/catalog';
import { type Subject } from '../judge/rule';
import { type Context } from '../model/context';
import { type Scan } from '../yaml/scan';
import { isKustomizationFile } from './kustomizationFile';

const KINDS = new Set(['Kustomization', 'Component']);

export function mayBeKustomization(scan: Scan, context: Context): boolean {
  return isKustomizationFile(context) || scan.unsure || scan.kinds.has('Kustomization') || scan.kinds.has('Component');
}

/** Flux has a kind Kustomization of its own, in a group of its own. */
export function isKustomization({ resource, context }: Subject): boolean {
  const { apiVersion } = resource.ref;
  if (!KINDS.has(resource.kind)) return false;
  if (apiVersion === '') return isKustomizationFile(context);
  return fromApiVersion(apiVersion).group === 'kustomize.config.k8s.io';
}
