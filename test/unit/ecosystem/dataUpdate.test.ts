/** Kubernetes' own lifecycle files against the committed rows: what is read, what differs, what may be taken over. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';

interface Row {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly introduced: string | null;
  readonly deprecated?: string | null;
  readonly removed?: string | null;
  readonly tag?: Readonly<Record<string, string | null>>;
  readonly source: string;
}
interface Data {
  readonly lifecycle: readonly Row[];
  readonly stable: readonly Row[];
  readonly meta: object;
}
interface Difference {
  readonly changed: readonly { readonly row: Row; readonly kept: readonly string[] }[];
  readonly gone: readonly unknown[];
  readonly added: readonly Row[];
}
interface Script {
  readModule(folder: string, module: string, release: string): Row[];
  compare(data: Data, found: readonly Row[]): Difference;
  update(data: Data, difference: Difference): Data;
  describe(difference: Difference): string[];
}

const go = (kind: string, what: string, value: string): string =>
  `func (in *${kind}) APILifecycle${what}() (major, minor int) {\n\treturn ${value}\n}\n`;

const FILES: Readonly<Record<string, string>> = {
  'shop/v1beta1/register.go': 'package v1beta1\nconst GroupName = "shop.k8s.io"\n',
  'shop/v1beta1/zz_generated.prerelease-lifecycle.go':
    go('Basket', 'Introduced', '1, 30') +
    go('Basket', 'Deprecated', '1, 33') +
    go('Basket', 'Removed', '1, 37') +
    go('BasketList', 'Introduced', '1, 30') +
    go('Till', 'Introduced', '1, 30') +
    go('Till', 'Deprecated', '1, 34'),
  'shop/v1/register.go': 'package v1\nconst GroupName = "shop.k8s.io"\n',
  'shop/v1/zz_generated.prerelease-lifecycle.go':
    go('Basket', 'Introduced', '1, 33') + go('Ask', 'Introduced', '1, 33'),
  'shop/v1/lifecycle.go': go('Till', 'Deprecated', '1, 36'),
  'shop/v1/types.go': go('Ghost', 'Introduced', '1, 1'),
};

const SOURCE = 'k8s.io/api v0.36.0 shop/v1beta1/zz_generated.prerelease-lifecycle.go';
const row = (version: string, kind: string, facts: Partial<Row>): Row => ({
  group: 'shop.k8s.io',
  version,
  kind,
  introduced: '1.30',
  source: SOURCE,
  ...facts,
});
const tag = (deprecated: string | null, removed: string | null): NonNullable<Row['tag']> => ({
  introduced: '1.30',
  deprecated,
  removed,
});

const DATA: Data = {
  lifecycle: [
    row('v1beta1', 'Basket', { deprecated: '1.33', removed: '1.36', tag: tag('1.33', '1.36') }),
    row('v1beta1', 'Till', { deprecated: '1.31', removed: null, tag: tag('1.33', null) }),
    row('v1alpha1', 'Basket', { deprecated: '1.30', removed: '1.31', tag: tag('1.30', '1.31') }),
    row('v1alpha1', 'Till', { deprecated: '1.30', removed: '1.31', tag: tag('1.30', '1.31'), source: 'a changelog' }),
  ],
  stable: [],
  meta: { comparedWith: { ref: 'v0.36.0', modules: ['k8s.io/api'] }, notRows: { kinds: ['shop.k8s.io/v1 Ask'] } },
};

describe('lifecycle files of the Go modules', () => {
  let folder = '';
  let script!: Script;
  let found!: Row[];
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'kube-upgrade-lifecycle-'));
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(join(folder, dirname(name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const path = join(__dirname, '../../../../scripts/data-update.mjs');
    script = (await import(pathToFileURL(path).href)) as Script;
    found = script.readModule(folder, 'k8s.io/api', 'v0.37.0');
  });
  after(() => rmSync(folder, { recursive: true }));

  it('are read with group, version and hand-written methods', () =>
    assert.deepEqual(
      found.map(({ group, version, kind, introduced, deprecated, removed }) =>
        [group, version, kind, introduced, deprecated, removed].join(' '),
      ),
      [
        'shop.k8s.io v1 Till  1.36 ',
        'shop.k8s.io v1 Basket 1.33  ',
        'shop.k8s.io v1 Ask 1.33  ',
        'shop.k8s.io v1beta1 Basket 1.30 1.33 1.37',
        'shop.k8s.io v1beta1 BasketList 1.30  ',
        'shop.k8s.io v1beta1 Till 1.30 1.34 ',
      ],
    ));

  it('are compared in words', () =>
    assert.deepEqual(script.describe(script.compare(DATA, found)), [
      'changed  shop.k8s.io/v1beta1 Basket: removed 1.36 → 1.37  [lifecycle.json]',
      'changed  shop.k8s.io/v1beta1 Till: deprecated 1.33 → 1.34 (kept by hand: deprecated)  [lifecycle.json]',
      'new      shop.k8s.io/v1 Till: introduced none, deprecated 1.36, removed none (a row has to be written by a person)  k8s.io/api v0.37.0 shop/v1/lifecycle.go',
      'new      shop.k8s.io/v1 Basket: introduced 1.33, deprecated none, removed none  k8s.io/api v0.37.0 shop/v1/zz_generated.prerelease-lifecycle.go',
      'gone     shop.k8s.io/v1alpha1 Basket: the modules no longer hold it  [lifecycle.json]',
    ]));

  it('are taken over where nobody has said better', () => {
    const next = script.update(DATA, script.compare(DATA, found));
    assert.deepEqual(
      next.lifecycle.map(({ deprecated, removed, tag: stated, source }) => [
        deprecated,
        removed,
        stated?.removed,
        source,
      ]),
      [
        ['1.33', '1.37', '1.37', 'k8s.io/api v0.37.0 shop/v1beta1/zz_generated.prerelease-lifecycle.go'],
        ['1.31', null, null, SOURCE],
        ['1.30', '1.31', '1.31', SOURCE],
        ['1.30', '1.31', '1.31', 'a changelog'],
      ],
    );
    assert.equal(next.lifecycle[1]?.tag?.deprecated, '1.34');
    assert.deepEqual(
      next.stable.map(({ version, kind }) => `${version} ${kind}`),
      ['v1 Basket'],
    );
    assert.equal(DATA.lifecycle[0]?.removed, '1.36');
  });
});
