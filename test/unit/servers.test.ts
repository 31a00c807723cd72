/** Our verdicts against what real API servers served and warned about (test/fixtures/servers, all APIs switched on). */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type ApiEntry, type GroupVersionKind, toApiVersion } from '../../src/core/catalog/catalog';
import { type Verdict, verdict } from '../../src/core/verdict/verdict';
import { loadCatalog, readJson, targetOf } from './catalogData';

interface ServerAnswer {
  readonly version: string;
  readonly served: Readonly<Record<string, { readonly warnings?: readonly string[] }>>;
}

const catalog = loadCatalog();
const WARNING = /^\S+ \S+ is deprecated in v(1\.\d+)\+(?:, unavailable in v(1\.\d+)\+)?(?:; use (\S+ \S+))?$/;

/** Where a server and we differ, and why we do not follow it. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  '1.20 rbac.authorization.k8s.io/v1alpha1 ClusterRole': 'deprecated in 1.17 by the Go comment alone',
  '1.20 rbac.authorization.k8s.io/v1alpha1 ClusterRoleBinding': 'deprecated in 1.17 by the Go comment alone',
  '1.20 rbac.authorization.k8s.io/v1alpha1 Role': 'deprecated in 1.17 by the Go comment alone',
  '1.20 rbac.authorization.k8s.io/v1alpha1 RoleBinding': 'deprecated in 1.17 by the Go comment alone',
  '1.20 scheduling.k8s.io/v1alpha1 PriorityClass': 'deprecated in 1.14 by the Go comment alone',
};

/** Served by every server with all APIs on, never deprecated, written by API servers only: no row in the data. */
const NOT_IN_DATA = 'internal.apiserver.k8s.io/v1alpha1 StorageVersion';

/** Bodies of a subresource: a server serves them below another kind and lists no resource of their own. */
const SUBRESOURCES = ['authentication.k8s.io/v1 TokenRequest'];

const WRONG_REPLACEMENT = {
  at: '1.20',
  name: 'networking.k8s.io/v1beta1 IngressClass',
  stated: 'networking.k8s.io/v1 IngressClassList',
  reason: 'the server names the list instead of the kind',
} as const;

function answers(name: string): ServerAnswer['served'] {
  return readJson<ServerAnswer>('test', 'fixtures', 'servers', `${name}.json`).served;
}

function find(name: string): ApiEntry | undefined {
  const [apiVersion = '', kind = ''] = name.split(' ');
  return catalog.find(apiVersion, kind);
}

function nameOf(entry: ApiEntry): string {
  return `${toApiVersion(entry)} ${entry.kind}`;
}

/** Every API object of the data that a server can list: lifecycle rows and stable kinds. */
function resources(): readonly ApiEntry[] {
  const rows = ['lifecycle.json', 'stable.json'].flatMap(file =>
    readJson<GroupVersionKind[]>('data', 'kubernetes', file),
  );
  return rows
    .flatMap(row => catalog.find(toApiVersion(row), row.kind) ?? [])
    .filter(entry => entry.category === 'resource');
}

function judge(entry: ApiEntry, version: string): Verdict {
  return verdict(entry, targetOf(catalog, version, version), catalog);
}

function warningOf(served: { readonly warnings?: readonly string[] }): RegExpExecArray | undefined {
  return (served.warnings ?? []).map(text => WARNING.exec(text)).find(match => match !== null) ?? undefined;
}

/** A server with everything switched on serves what is merely off by default. */
function agrees(judged: Verdict, warned: boolean): boolean {
  if (warned) return judged.state === 'deprecated';
  return judged.state === 'served' || (judged.state === 'unavailable' && judged.unavailable === 'off-by-default');
}

for (const version of ['1.20', '1.32', '1.36']) {
  describe(`kube-apiserver ${version}`, () => {
    const served = answers(version);

    it('reads every deprecation warning', () => {
      const all = Object.values(served).flatMap(each => each.warnings ?? []);
      assert.deepEqual(
        all.filter(text => text.includes('deprecated') && !WARNING.test(text)),
        [],
      );
      assert.equal(all.filter(text => WARNING.test(text)).length, { '1.20': 26, '1.32': 5, '1.36': 19 }[version]);
    });

    for (const [name, answer] of Object.entries(served)) {
      if (name === NOT_IN_DATA) continue;
      const exception = EXCEPTIONS[`${version} ${name}`];
      const warning = warningOf(answer);
      const expectation = warning === undefined ? 'served' : 'deprecated';
      it(`${name} is ${exception === undefined ? expectation : `not as the server says: ${exception}`}`, () => {
        const entry = find(name);
        assert.ok(entry, 'not in the data');
        const judged = judge(entry, version);
        assert.equal(agrees(judged, warning !== undefined), exception === undefined, JSON.stringify(judged));
        if (exception !== undefined) assert.equal(judged.state, 'deprecated');
        if (warning === undefined) return;
        const [, deprecated, removed, use] = warning;
        assert.equal(judged.since, deprecated);
        assert.equal(entry.removed, removed ?? null);
        if (use === undefined || entry.replacement === null) return assert.equal(use, undefined);
        const ours = `${toApiVersion(entry.replacement)} ${entry.replacement.kind}`;
        const wrong = version === WRONG_REPLACEMENT.at && name === WRONG_REPLACEMENT.name;
        if (wrong) assert.notEqual(ours, WRONG_REPLACEMENT.stated, WRONG_REPLACEMENT.reason);
        assert.equal(use, wrong ? WRONG_REPLACEMENT.stated : ours);
      });
    }

    it('lacks only what we call removed or unavailable', () => {
      const missing = resources().filter(entry => served[nameOf(entry)] === undefined);
      assert.ok(missing.length > 50);
      const wrong = missing.filter(entry => !['removed', 'unavailable'].includes(judge(entry, version).state));
      assert.deepEqual(wrong.map(nameOf), SUBRESOURCES);
    });
  });
}

for (const version of ['1.33', '1.34', '1.35']) {
  describe(`kube-apiserver 1.36 emulating ${version}`, () => {
    const served = answers(`${version}-emulated`);

    for (const entry of resources().filter(each => !each.offByDefault && !SUBRESOURCES.includes(nameOf(each)))) {
      const expected = served[nameOf(entry)] === undefined ? ['removed', 'unavailable'] : ['served', 'deprecated'];
      it(`${nameOf(entry)} is ${expected.join(' or ')}`, () => {
        const { state } = judge(entry, version);
        assert.ok(expected.includes(state), state);
      });
    }

    it('serves no other kind that is on by default', () => {
      const unknown = Object.keys(served).filter(name => find(name) === undefined);
      assert.deepEqual(unknown, [NOT_IN_DATA]);
    });
  });
}

describe('exceptions', () => {
  it('are all about something that the server of that version serves', () => {
    for (const name of Object.keys(EXCEPTIONS)) {
      const [version = '', ...rest] = name.split(' ');
      assert.ok(answers(version)[rest.join(' ')], name);
    }
    for (const version of ['1.20', '1.32', '1.36']) assert.ok(answers(version)[NOT_IN_DATA]);
    assert.equal(find(NOT_IN_DATA), undefined);
    const wrong = answers(WRONG_REPLACEMENT.at)[WRONG_REPLACEMENT.name];
    assert.ok(wrong?.warnings?.some(text => text.endsWith(`use ${WRONG_REPLACEMENT.stated}`)));
  });
});
