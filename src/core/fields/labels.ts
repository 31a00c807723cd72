/** Every place in built-in kinds where nodes are selected by label. */
import { podTemplateOf } from '../judge/podTemplates';
import { type Span } from '../model/text';
import { isScalar, type Scalar } from '../yaml/parse';
import { type Resource } from '../yaml/resources';
import { asMap, type MapView } from '../yaml/view';
import { entriesAt, entriesOf, keySpan, listAt, mapAt, textOf, valueSpan } from './places';

export interface LabelUse {
  readonly label: string;
  /** `pod-affinity`: a topologyKey of which servers say nothing; `other`: outside pods. */
  readonly place: 'pod' | 'pod-affinity' | 'other';
  readonly span: Span;
  readonly view: MapView;
  /** The value that names the label; null where the label is the key of an entry. */
  readonly scalar: Scalar | null;
}

type Place = LabelUse['place'];

const REQUIRED = 'requiredDuringSchedulingIgnoredDuringExecution';
const PREFERRED = 'preferredDuringSchedulingIgnoredDuringExecution';

export function labelUses(resource: Resource): LabelUse[] {
  const pod = podTemplateOf(resource)?.spec;
  if (pod) return ofPod(pod);
  const { kind, map } = resource;
  if (kind === 'PersistentVolume') return ofTerms(mapAt(map, 'spec', 'nodeAffinity', 'required'), 'other');
  if (kind === 'StorageClass') {
    return listAt(map, 'allowedTopologies').flatMap(term =>
      listAt(term, 'matchLabelExpressions').flatMap(each => value(each, 'key', 'other')),
    );
  }
  if (kind === 'RuntimeClass') {
    return [
      ...keys(map, ['scheduling', 'nodeSelector'], 'other'),
      ...keys(map, ['spec', 'scheduling', 'nodeSelector'], 'other'),
    ];
  }
  if (kind === 'CSIStorageCapacity') {
    const topology = mapAt(map, 'nodeTopology');
    return [
      ...keys(topology, ['matchLabels'], 'other'),
      ...listAt(topology, 'matchExpressions').flatMap(each => value(each, 'key', 'other')),
    ];
  }
  return [];
}

function ofPod(spec: MapView): LabelUse[] {
  const affinity = mapAt(spec, 'affinity');
  const node = mapAt(affinity, 'nodeAffinity');
  return [
    ...keys(spec, ['nodeSelector'], 'pod'),
    ...ofTerms(mapAt(node, REQUIRED), 'pod'),
    ...listAt(node, PREFERRED).flatMap(term => expressions(mapAt(term, 'preference'), 'pod')),
    ...listAt(spec, 'topologySpreadConstraints').flatMap(each => value(each, 'topologyKey', 'pod')),
    ...['podAffinity', 'podAntiAffinity'].flatMap(kind => ofPodAffinity(mapAt(affinity, kind))),
  ];
}

function ofPodAffinity(affinity: MapView | undefined): LabelUse[] {
  const required = listAt(affinity, REQUIRED);
  const preferred = listAt(affinity, PREFERRED).flatMap(term => mapAt(term, 'podAffinityTerm') ?? []);
  return [...required, ...preferred].flatMap(term => value(term, 'topologyKey', 'pod-affinity'));
}

function ofTerms(selector: MapView | undefined, place: Place): LabelUse[] {
  return listAt(selector, 'nodeSelectorTerms').flatMap(term => expressions(term, place));
}

function expressions(term: MapView | undefined, place: Place): LabelUse[] {
  return listAt(term, 'matchExpressions').flatMap(each => value(each, 'key', place));
}

function keys(view: MapView | undefined, path: readonly string[], place: Place): LabelUse[] {
  return entriesAt(view, ...path)
    .flatMap(entry => entriesOf(asMap(entry.view.document, entry.value)))
    .map(entry => ({ label: entry.key, place, span: keySpan(entry), view: entry.view, scalar: null }));
}

function value(view: MapView, key: string, place: Place): LabelUse[] {
  return entriesAt(view, key).flatMap(entry => {
    const label = textOf(entry);
    const node = entry.value?.node;
    return label === undefined || !isScalar(node)
      ? []
      : [{ label, place, span: valueSpan(entry), view: entry.view, scalar: node }];
  });
}
