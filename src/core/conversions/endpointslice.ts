/**
 * EndpointSlice discovery.k8s.io/v1beta1 → v1: node and zone have fields of their own, other topology is gone.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#endpointslice-v125
 */
import { defineConversion } from '../convert/conversion';
import { type Converter } from '../convert/converter';
import { type Entry } from '../edit/emit';
import { message } from '../model/message';
import { type Span } from '../model/text';
import { type MapView } from '../yaml/view';

const FIELDS: Readonly<Record<string, string>> = {
  'kubernetes.io/hostname': 'nodeName',
  'topology.kubernetes.io/zone': 'zone',
};

export default defineConversion({
  id: 'endpointslice',
  kinds: ['EndpointSlice'],
  from: ['discovery.k8s.io/v1beta1', 'discovery.k8s.io/v1alpha1'],
  to: ['discovery.k8s.io/v1'],
  changes: [
    message('change.rename', { from: 'endpoints[].topology', to: 'endpoints[].nodeName, endpoints[].zone' }),
    message('change.required', { field: 'addressType', value: 'IPv4 | IPv6 | FQDN' }),
  ],
  convert(c) {
    const addressType = c.scalar(c.root, 'addressType', { copyOnly: true });
    if (!addressType || addressType.text === 'IP') c.manual(message('manual.addressType'));
    const dropped = new Set<string>();
    for (const endpoint of c.list(c.root, 'endpoints')) convertTopology(c, endpoint, dropped);
    if (dropped.size > 0) c.notes.push(message('note.topologyDropped', { fields: [...dropped].join(', ') }));
  },
});

function convertTopology(c: Converter, endpoint: MapView, dropped: Set<string>): void {
  const field = c.field(endpoint, 'topology');
  if (!field) return;
  const topology = c.map(endpoint, 'topology');
  const entries: Entry[] = [];
  const gone: Span[] = [];
  for (const { key, value } of topology ? c.copyStrings(topology, endpoint) : []) {
    const name = FIELDS[key];
    const inner = c.field(topology!, key)!;
    if (name === undefined || c.has(endpoint, name)) {
      const same = name !== undefined && (value as { raw: string }).raw === spelled(c, endpoint, name);
      gone.push(c.edits.layout.pairSpan(inner.pair, topology!.node.flow === true));
      if (!same) dropped.add(key);
      continue;
    }
    entries.push({ key: name, rawKey: c.edits.keyLike(inner.pair, name), value: c.edits.copy(topology!, inner.pair) });
  }
  c.edits.replacePair(endpoint, field.pair, entries, gone);
}

function spelled(c: Converter, view: MapView, key: string): string {
  const [start, end] = c.scalar(view, key, { copyOnly: true })?.scalar.range ?? [0, 0];
  return c.resource.document.source.slice(start, end);
}
