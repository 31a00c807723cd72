// Each check twice: a cluster with a planted problem that it must name, and a twin without it that it must leave alone.
import assert from 'node:assert/strict';
import { it } from 'node:test';
import { type Check, type CheckResult, type Message, type Snapshot, type Target } from '../../../src/core/readiness';
import { format } from '../../../src/words/cluster';
import { lines, type RawLists, type RawObject, run, snapshotOf } from '../cluster/snapshots';

/** The cluster, and where it goes. */
export interface Case {
  readonly from?: string;
  readonly to?: string;
  readonly provider?: Target['provider'] | undefined;
  readonly lists?: RawLists;
  readonly more?: Partial<Snapshot>;
}

export function judged(check: Check, { from = '1.32', to = '1.33', provider, lists, more }: Case): CheckResult {
  return run(check, snapshotOf(`v${from}.0`, lists, more), to, provider);
}

/** The problem of a row of the facts: found on these very objects, with all that a reader needs to act. */
export function planted(row: string, check: Check, what: string, at: Case, expected: readonly string[]): void {
  it(`${row} ${what}`, () => {
    assert.ok(check.covers.includes(row), `${check.id} does not answer ${row}`);
    const result = judged(check, at);
    // Some problems are the cluster's as a whole: then the state alone is named.
    const seen = result.subjects.length === 0 ? [result.state] : lines(result);
    assert.deepEqual(seen, expected, said(result.reason));
    assert.ok(result.sources.length > 0 && result.remediation !== null, 'no source or remediation');
    for (const { evidence, commands, message } of result.subjects) {
      assert.ok(evidence.length + result.evidence.length > 0 && commands.length > 0, said(message));
    }
    readable(result);
  });
}

/** The twin of it, or a healthy cluster that looks broken. */
export function clean(row: string, check: Check, what: string, at: Case, state: CheckResult['state'] = 'pass'): void {
  it(`${row} not: ${what}`, () => {
    assert.ok(check.covers.includes(row), `${check.id} does not answer ${row}`);
    const result = judged(check, at);
    assert.equal(result.state, state, `${said(result.message)} ${said(result.reason)}`);
    assert.deepEqual(lines(result), []);
    readable(result);
  });
}

/** Every word exists in both languages and no placeholder is left. */
function readable(result: CheckResult): void {
  const messages = [
    ...[result.title, result.message, ...result.evidence],
    ...result.subjects.flatMap(({ message, evidence }) => [message, ...evidence]),
    ...[result.remediation, result.reason].filter(message => message !== null),
  ];
  for (const message of messages) {
    for (const language of ['en', 'zh-cn'] as const) {
      const text = format(message, language);
      assert.ok(!/\{\w+[:}]|\bcheck\.[a-z]+(?:-[a-z]+)+\.\w|undefined/.test(text), text);
      assert.notEqual(text, '');
    }
    assert.notEqual(format(message, 'en'), message.key);
  }
}

function said(message: Message | null): string {
  return message === null ? '' : format(message, 'en');
}

type Meta = Readonly<Record<string, unknown>>;

/** An object with a name such as "shop/web" or "node-1". */
export function object(name: string, rest: RawObject = {}, metadata: Meta = {}): RawObject {
  const [first = '', second] = name.split('/');
  const id = second === undefined ? { name: first } : { namespace: first, name: second };
  return { ...rest, metadata: { ...id, ...metadata } };
}

export function namespace(name: string, labels: Meta = {}): RawObject {
  return object(name, {}, { labels: { 'kubernetes.io/metadata.name': name, ...labels } });
}

export const owned = (kind: string, name = 'owner'): Meta => ({
  ownerReferences: [{ apiVersion: 'apps/v1', kind, name, controller: true }],
});

/** A running, ready pod on node n1. */
export function pod(name: string, spec: RawObject = {}, metadata: Meta = {}, status: RawObject = {}): RawObject {
  return object(
    name,
    {
      spec: { nodeName: 'n1', containers: [{ name: 'main', image: 'registry.test/app:1.0' }], ...spec },
      status: {
        phase: 'Running',
        startTime: '2026-11-20T12:00:00Z',
        conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-11-20T12:00:00Z' }],
        ...status,
      },
    },
    { creationTimestamp: '2026-11-20T12:00:00Z', ...metadata },
  );
}

/** A Deployment or its like of pods labelled app=<name>; `template` goes into the pod's spec. */
export function workload(name: string, spec: RawObject = {}, template: RawObject = {}, metadata: Meta = {}): RawObject {
  const labels = { app: name.split('/')[1] };
  return object(
    name,
    {
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: { containers: [{ name: 'main', image: 'registry.test/app:1.0' }], ...template },
        },
        ...spec,
      },
    },
    metadata,
  );
}

/** A ready node that runs kubelet 1.32. */
export function node(name: string, info: RawObject = {}, rest: RawObject = {}, metadata: Meta = {}): RawObject {
  const { status = {}, spec = {} } = rest as { status?: RawObject; spec?: RawObject };
  return object(
    name,
    {
      spec,
      status: {
        nodeInfo: {
          ...{ kubeletVersion: 'v1.32.0', containerRuntimeVersion: 'containerd://2.0.1', operatingSystem: 'linux' },
          ...{ osImage: 'Ubuntu 24.04.1 LTS', kernelVersion: '6.8.0', architecture: 'amd64', ...info },
        },
        allocatable: { cpu: '4', memory: '16Gi', pods: '110' },
        conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: '2026-11-01T00:00:00Z' }],
        ...status,
      },
    },
    { creationTimestamp: '2026-11-01T00:00:00Z', ...metadata },
  );
}
