/** IP addresses in forms that Kubernetes 1.36 refuses: leading zeros, IPv4 inside IPv6, host bits in a range. */
import { type IpProblem, ipProblem } from '../fields/ip';
import { defineFieldRule, type Hit } from '../fields/fieldRule';
import { entriesAt, keyTriggers, listAt, mapAt, stringsAt, textOf, valueSpan } from '../fields/places';
import { podSpecOf } from '../fields/pods';
import { type FieldRow } from '../fields/row';
import { pull, SOURCE } from '../fields/sources';
import { message } from '../model/message';
import { type Span } from '../model/text';
import { isScalar, type Node } from '../yaml/parse';
import { type Resource } from '../yaml/resources';
import { type MapView } from '../yaml/view';

const KEP = 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/4858-ip-cidr-validation';
const SHARED = { replacement: null, since: null, sources: [SOURCE.ipValidation, SOURCE.serviceWarnings, KEP] } as const;

/** Services had warnings of leading zeros and odd spellings before the others, and before other faults. */
const rows = {
  early: {
    ...SHARED,
    name: 'spec.externalIPs, spec.loadBalancerSourceRanges',
    where: 'Service',
    deprecated: '1.27',
    warns: '1.27',
    ends: '1.36',
    end: 'refused',
    sources: [...SHARED.sources, pull(114505)],
  },
  late: {
    ...SHARED,
    name: 'ipBlock.cidr, ipBlock.except, hostAliases[].ip, dnsConfig.nameservers',
    where: 'NetworkPolicy, Pod, pod templates',
    deprecated: '1.33',
    warns: '1.33',
    ends: '1.36',
    end: 'refused',
    sources: [...SHARED.sources, pull(128786)],
  },
  endpoint: {
    ...SHARED,
    name: 'endpoints[].addresses, subsets[].addresses[].ip',
    where: 'EndpointSlice, Endpoints',
    deprecated: '1.33',
    warns: '1.33',
    ends: '1.36',
    end: 'refused',
    sources: [SOURCE.ipValidation, KEP, pull(128786)],
  },
  loadBalancer: {
    ...SHARED,
    name: 'spec.loadBalancerIP',
    where: 'Service',
    deprecated: '1.27',
    warns: '1.27',
    ends: null,
    end: null,
  },
} as const satisfies Record<string, FieldRow>;

/** An address as found. */
interface Address {
  readonly text: string;
  readonly span: Span;
  readonly node: Node;
  readonly view: MapView;
  readonly path: string;
  readonly field: keyof typeof rows;
}

export default defineFieldRule({
  id: 'ip-format',
  triggers: [
    'EndpointSlice',
    ...keyTriggers('subsets'),
    'externalIPs',
    'loadBalancerSourceRanges',
    'loadBalancerIP',
    'ipBlock',
    'hostAliases',
    'nameservers',
  ],
  page: { severity: 'error', rows: Object.values(rows), example: 'block' },
  *find({ resource }): Iterable<Hit> {
    for (const address of addressesOf(resource)) {
      const problem = ipProblem(address.text);
      if (problem) yield hitOf(address, problem);
    }
  },
});

function hitOf({ text, span, node, view, path, field }: Address, problem: IpProblem): Hit {
  const { use, kind } = problem;
  return {
    span,
    row: rowOf(field, kind),
    what: message('fields.what.value', { path, value: text }),
    note: message(`fields.note.ip.${kind}`),
    fix:
      use === null
        ? message('fields.manual.hostBits', { value: text })
        : c => {
            if (isScalar(node)) c.edits.setScalar(view, node, use);
            c.notes.push(message('fields.note.ipBecomes', { from: text, to: use }));
          },
  };
}

function rowOf(field: keyof typeof rows, kind: IpProblem['kind']): FieldRow {
  const early = kind === 'zeros' || kind === 'spelling';
  const row =
    field !== 'late' && !early
      ? { ...rows[field], deprecated: rows.late.deprecated, warns: rows.late.warns }
      : rows[field];
  // An odd spelling of IPv6 is refused as an endpoint's address only.
  return kind === 'spelling' && field !== 'endpoint' ? { ...row, ends: null, end: null } : row;
}

function addressesOf(resource: Resource): Address[] {
  const { kind, map, ref } = resource;
  const pod = podSpecOf(resource);
  if (pod) {
    return [
      ...listAt(pod, 'hostAliases').flatMap(alias => single(alias, 'ip', 'hostAliases[].ip', 'late')),
      ...many(pod, ['dnsConfig', 'nameservers'], 'late'),
    ];
  }
  if (kind === 'Service' && ref.apiVersion === 'v1') {
    return [
      ...many(map, ['spec', 'externalIPs'], 'early'),
      ...many(map, ['spec', 'loadBalancerSourceRanges'], 'early'),
      ...single(mapAt(map, 'spec'), 'loadBalancerIP', 'spec.loadBalancerIP', 'loadBalancer'),
    ];
  }
  if (kind === 'EndpointSlice') {
    return listAt(map, 'endpoints').flatMap(endpoint => many(endpoint, ['addresses'], 'endpoint'));
  }
  if (kind === 'Endpoints') {
    const addresses = listAt(map, 'subsets').flatMap(subset => listAt(subset, 'addresses'));
    return addresses.flatMap(address => single(address, 'ip', 'subsets[].addresses[].ip', 'endpoint'));
  }
  if (kind !== 'NetworkPolicy') return [];
  const peers = [
    ...listAt(map, 'spec', 'ingress').flatMap(rule => listAt(rule, 'from')),
    ...listAt(map, 'spec', 'egress').flatMap(rule => listAt(rule, 'to')),
  ];
  return peers.flatMap(peer => [
    ...single(mapAt(peer, 'ipBlock'), 'cidr', 'ipBlock.cidr', 'late'),
    ...many(peer, ['ipBlock', 'except'], 'late'),
  ]);
}

function many(view: MapView, path: readonly string[], field: Address['field']): Address[] {
  return stringsAt(view, ...path).map(found => ({ ...found, path: path.join('.'), field }));
}

function single(view: MapView | undefined, key: string, path: string, field: Address['field']): Address[] {
  return entriesAt(view, key).flatMap(entry => {
    const text = textOf(entry);
    const node = entry.value?.node;
    return text === undefined || !node ? [] : [{ text, span: valueSpan(entry), node, view: entry.view, path, field }];
  });
}
