/** Pods as rules on fields see them: the template, its containers and volumes, loosely for findings, strictly for edits. */
import { type Converter } from '../convert/converter';
import { podTemplateOf } from '../judge/podTemplates';
import { message } from '../model/message';
import { type Resource } from '../yaml/resources';
import { type MapView } from '../yaml/view';
import { listAt } from './places';

const CONTAINER_LISTS = ['initContainers', 'containers', 'ephemeralContainers'] as const;

/** A container as found, with the list it stands in. */
export interface ContainerView {
  readonly list: string;
  readonly view: MapView;
}

export function containersOf(spec: MapView | undefined): ContainerView[] {
  return CONTAINER_LISTS.flatMap(list => listAt(spec, list).map(view => ({ list, view })));
}

/** The spec of the pods that an object makes, as far as it can be seen. */
export function podSpecOf(resource: Resource): MapView | undefined {
  return podTemplateOf(resource)?.spec;
}

/** "spec.template.spec." or "spec.": what the paths of a pod's fields begin with. */
export function podPrefix(resource: Resource): string {
  return [...(podTemplateOf(resource)?.path ?? []), 'spec', ''].join('.');
}

/** The map that holds the pod's `metadata` and `spec`, each step on the way certain. */
export function strictPod(c: Converter): { owner: MapView; spec: MapView } {
  const path = podTemplateOf(c.resource)?.path ?? c.manual(message('fix.stale'));
  const owner = path.reduce((map, key) => c.need(map, key), c.root);
  return { owner, spec: c.need(owner, 'spec') };
}

/** The container of this name; a person decides when there is none. */
export function strictContainer(c: Converter, spec: MapView, name: string): MapView {
  for (const list of CONTAINER_LISTS) {
    for (const container of c.list(spec, list)) {
      const field = c.scalar(container, 'name');
      if (field?.text === name) return container;
    }
  }
  return c.manual(message('fields.manual.noContainer', { name }));
}
