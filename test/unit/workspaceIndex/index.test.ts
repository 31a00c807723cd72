/** The index: from an object of a cluster to its manifest, counts, rows of the view, and the comparison of targets. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { analyse } from '../../../src/core/analyse';
import { verdict } from '../../../src/core/verdict/verdict';
import { Phrases } from '../../../src/editor/phrases';
import { countsText } from '../../../src/views/workspace/counts';
import { type Order, rowsOf } from '../../../src/views/workspace/rows';
import { compareTargets } from '../../../src/workspace/compare';
import { type ManifestQuery } from '../../../src/workspace/index';
import { contextOf } from '../core/support';
import { manifest, uriOf, type World, world } from './support';

const deployment = (name: string, namespace?: string): string => manifest('apps/v1', 'Deployment', name, namespace);

async function scanned(files: Readonly<Record<string, string>>): Promise<World> {
  const made = world(files);
  await made.scan();
  return made;
}

async function located(files: Readonly<Record<string, string>>, query: Partial<ManifestQuery>): Promise<string[]> {
  const { index } = await scanned(files);
  const whole = { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'shop', name: 'web', ...query };
  return index.locate(whole).map(({ label, line, certainty }) => `${label}:${line + 1} ${certainty}`);
}

describe('from a cluster’s object to its manifest', () => {
  it('goes to the file and line that say group, kind, namespace and name', async () => {
    const two = `${deployment('other', 'shop')}---\n${deployment('web', 'shop')}`;
    assert.deepEqual(await located({ 'a.yaml': two, 'b.yaml': deployment('web', 'test') }, {}), ['a.yaml:7 exact']);
  });

  it('takes a manifest without a namespace second', async () => {
    const files = { 'a.yaml': deployment('web'), 'b.yaml': deployment('web', 'shop') };
    assert.deepEqual(await located(files, {}), ['b.yaml:1 exact', 'a.yaml:1 likely']);
  });

  it('knows another version of the group, and a kind that left the old group', async () => {
    const files = { 'a.yaml': manifest('extensions/v1beta1', 'Deployment', 'web', 'shop') };
    assert.deepEqual(await located(files, {}), ['a.yaml:1 exact']);
    const ingress = { 'a.yaml': manifest('networking.k8s.io/v1beta1', 'Ingress', 'web', 'shop') };
    assert.deepEqual(await located(ingress, { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress' }), [
      'a.yaml:1 exact',
    ]);
    assert.deepEqual(await located(ingress, { apiVersion: 'traefik.io/v1', kind: 'Ingress' }), []);
  });

  it('reads names from JSON and from the items of a list', async () => {
    const json = JSON.stringify({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { namespace: 'shop', name: 'web' },
    });
    const list = `apiVersion: v1\nkind: List\nitems:\n- apiVersion: apps/v1\n  kind: Deployment\n  metadata: {name: web, namespace: shop}\n`;
    assert.deepEqual(await located({ 'a.json': json, 'b.yaml': list }, {}), ['a.json:1 exact', 'b.yaml:4 exact']);
  });

  it('offers a template only when the object names its chart, and only as possible', async () => {
    const files = {
      'shop/Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
      'shop/templates/web.yaml': deployment('{{ .Release.Name }}-web'),
    };
    assert.deepEqual(await located(files, {}), []);
    assert.deepEqual(await located(files, { chart: 'other' }), []);
    assert.deepEqual(await located(files, { chart: 'shop' }), ['shop/templates/web.yaml:1 possible']);
  });

  it('takes a prefix or suffix for possible only beside a kustomization', async () => {
    const files = { 'base/a.yaml': deployment('web'), 'plain/a.yaml': deployment('web') };
    const query = { name: 'prod-web' };
    assert.deepEqual(await located(files, query), []);
    const kustomization = 'apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nresources: [a.yaml]\n';
    assert.deepEqual(await located({ ...files, 'base/kustomization.yaml': kustomization }, query), [
      'base/a.yaml:1 possible',
    ]);
  });

  it('finds objects of a kind for rules that look across files', async () => {
    const { index } = await scanned({ 'a.yaml': deployment('web', 'shop'), 'b.yaml': deployment('api', 'shop') });
    assert.deepEqual(index.find({ kind: 'Deployment', name: 'api' }), [{ file: uriOf('b.yaml'), offset: 12 }]);
    assert.equal(index.find({ kind: 'Deployment', namespace: 'shop' }).length, 2);
  });
});

describe('the view', () => {
  const files = {
    'b/web.yaml': `${manifest('extensions/v1beta1', 'Ingress', 'web', 'shop')}spec: {}\n`,
    'a/jobs.yaml': `${manifest('batch/v1beta1', 'CronJob', 'one')}---\n${manifest('batch/v1beta1', 'CronJob', 'two')}`,
    'a/broken.yaml': 'apiVersion: v1\nkind: Pod\nmetadata: [\n',
    'clean.yaml': deployment('web'),
  };
  const rows = async (order: Order, text = '') => {
    const { index } = await scanned(files);
    return rowsOf(index, [{ label: 'link', reason: { key: 'x' } }], order, (file, { finding }) =>
      `${file.label} ${finding.resource.kind}`.includes(text),
    );
  };
  const outline = async (order: Order, text?: string): Promise<string[]> =>
    (await rows(order, text)).map(({ heading, rows: below }) => {
      const name =
        heading.by === 'file'
          ? heading.file.label
          : heading.by === 'kind'
            ? heading.name
            : heading.by === 'step'
              ? heading.version
              : heading.by;
      return `${name}: ${below.length}`;
    });

  it('groups by file, by kind and by step, and tells last what was not checked', async () => {
    assert.deepEqual(await outline('file'), ['a/jobs.yaml: 2', 'b/web.yaml: 1', 'notChecked: 2']);
    assert.deepEqual(await outline('kind'), ['CronJob: 2', 'Ingress: 1', 'notChecked: 2']);
    assert.deepEqual(await outline('step'), ['1.31: 3', 'notChecked: 2']);
  });

  it('shows what the filter lets through', async () => {
    assert.deepEqual(await outline('file', 'Ingress'), ['b/web.yaml: 1', 'notChecked: 2']);
  });

  it('keeps the ids of rows when lines move', async () => {
    const ids = (list: Awaited<ReturnType<typeof rows>>): string[] =>
      list.flatMap(({ id, rows: below }) => [id, ...below.map(row => row.id)]);
    const made = await scanned(files);
    const all = () => rowsOf(made.index, [], 'file', () => true);
    const before = ids(all());
    made.files.write('a/jobs.yaml', `# one more line\n${files['a/jobs.yaml']}`);
    await made.scan();
    assert.deepEqual(ids(all()), before);
    assert.equal(new Set(before).size, before.length, 'ids are unique');
  });

  it('says counts in words', async () => {
    const { index } = await scanned(files);
    assert.equal(countsText(index.totals(), new Phrases('en')), '3 errors');
    assert.equal(
      countsText({ error: 1, warning: 2, information: 0, hint: 0 }, new Phrases('zh-cn')),
      '1 个错误，2 个警告',
    );
  });
});

describe('the comparison of targets', () => {
  const branches = `{{- if .Capabilities.APIVersions.Has "networking.k8s.io/v1" }}\napiVersion: networking.k8s.io/v1\n{{- else }}\napiVersion: extensions/v1beta1\n{{- end }}\nkind: Ingress\nmetadata: {name: a}\n`;
  const files = {
    'a.yaml': manifest('extensions/v1beta1', 'Ingress', 'web'),
    'b.yaml': manifest('policy/v1beta1', 'PodDisruptionBudget', 'web'),
    'c.yaml': `# kube-upgrade-ignore removed-api, deprecated-api\n${manifest('policy/v1beta1', 'PodDisruptionBudget', 'web')}`,
    'chart/templates/d.yaml': branches,
    'e.yaml': `${manifest('autoscaling/v1', 'HorizontalPodAutoscaler', 'web')}spec:\n  scaleTargetRef: {apiVersion: extensions/v1beta1, kind: Deployment, name: web}\n`,
    'f.yaml': deployment('web'),
  };

  it('says the same as judging every file anew for each target, without reading any', async () => {
    const { index, files: memory } = await scanned(files);
    memory.reads = [];
    const versions = ['1.15', '1.21', '1.22', '1.25', '1.33'];
    const compared = compareTargets(
      index.files(),
      versions.map(version => contextOf({ target: version })),
      {
        stateOf(apiVersion, kind, target) {
          const { catalog } = contextOf();
          const entry = catalog.find(apiVersion, kind);
          if (entry === undefined) return null;
          const { state } = verdict(entry, target, catalog);
          return state === 'removed' || state === 'removal-expected'
            ? 'removed'
            : state === 'deprecated'
              ? 'deprecated'
              : 'served';
        },
        findings: (slice, context) => analyse(slice, context).findings,
      },
    );
    assert.deepEqual(memory.reads, []);
    for (const { version, ...counts } of compared) {
      const anew = world(files);
      await anew.scan({ context: contextOf({ target: version }) });
      const found = [...anew.index.files()].map(file =>
        file.documents.flatMap(({ findings }) => findings.map(({ finding }) => finding.ruleId)),
      );
      const count = (rule: string): number => found.flat().filter(ruleId => ruleId === rule).length;
      const expected = {
        removed: count('removed-api'),
        deprecated: count('deprecated-api'),
        files: found.filter(rules => rules.some(rule => rule === 'removed-api' || rule === 'deprecated-api')).length,
      };
      assert.deepEqual(counts, expected, version);
    }
    assert.ok(
      compared.some(({ removed }) => removed > 1) && compared.some(({ removed }) => removed === 0),
      'the targets differ',
    );
  });
});
