/** One table for each rule on names, companions, labels and sizes: what is written, what is said, what the fix makes of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Case, data, eciContext, entries, found, indent, K, KINDS, only, table, usual } from './support';

const pod = (annotations: string): string => KINDS['Pod']!({ annotations });

describe('eci-annotation-readonly', () => {
  const readonly = data.annotations.filter(({ state }) => state === 'readonly');
  it('every key that the platform writes, on pods and workloads', () => {
    assert.equal(readonly.length, 33);
    for (const { key, certainty } of readonly) {
      // A word without a prefix is read only beside something of ECI.
      const beside = entries({ [`${K}eci-ram-role-name`]: 'r' });
      const says = [`${certainty === 'documented' ? 'warning' : 'information'} readonly ${key}`];
      for (const make of Object.values(KINDS))
        assert.deepEqual(found(make({ annotations: beside + entries({ [key]: 'x' }) })), says, key);
      assert.deepEqual(found(KINDS['Deployment']!({ outer: entries({ [key]: 'x' }), annotations: beside })), says, key);
    }
  });

  const version = `${K}eci-platform-version: "1.1.0"\n`;
  it('removes the platform version, and what is left empty', () => {
    for (const [kind, make] of Object.entries(KINDS)) {
      const alone = only(make({ annotations: version }), 'eci-annotation-readonly');
      assert.deepEqual([alone.finding.severity, alone.finding.fix], ['warning', 'certain'], kind);
      assert.deepEqual(alone.fixed, [make({})], kind);
      const beside = only(make({ annotations: `a: b\n# pinned\n${version}c: d\n` }), 'eci-annotation-readonly');
      assert.deepEqual(beside.fixed, [make({ annotations: 'a: b\nc: d\n' })], kind);
    }
    const flow = `apiVersion: v1\nkind: Pod\nmetadata: {name: a, annotations: {${K}eci-platform-version: 1.1.0, b: c}}\nspec: {}\n`;
    assert.deepEqual(only(flow, 'eci-annotation-readonly').fixed, [
      flow.replace(`${K}eci-platform-version: 1.1.0, `, ''),
    ]);
  });
});

describe('eci-annotation-renamed', () => {
  const renamed = (is: string, becomes: string, severity = 'information'): Case => ({
    is: `# why\n${is} # x\n`,
    says: [`${severity} renamed ${is.slice(0, is.indexOf(':'))}`],
    becomes: `# why\n${becomes} # x\n`,
    fix: 'certain',
  });
  const old = (is: string, severity: string): Case => ({
    is: `${is}\n`,
    says: [`${severity} renamed ${is.slice(0, is.indexOf(':'))}`],
    fix: 'manual',
  });
  table('eci-annotation-renamed', [
    renamed(`${K}eci-image-cache: "true"`, `${K}eci-auto-imc: "true"`),
    renamed(`${K}eci-image-snapshot-id: 'imc-1'`, `${K}eci-imc-id: 'imc-1'`),
    renamed(`${K}acr-instance-id: cri-1`, `${K}acr-instance-ids: cri-1`),
    renamed(`${K}eci-instance-type: ecs.c5.large`, `${K}eci-use-specs: ecs.c5.large`, 'warning'),
    renamed(`${K}eci-ipv6-count: "1"`, `${K}eci-enable-ipv6: "true"`),
    renamed(`"${K}eci-image-cache": "false"`, `"${K}eci-auto-imc": "false"`),
    old(`${K}eci-reschedule-enable: "true"`, 'hint'),
    old(`${K}pod-fail-on-create-err: "true"`, 'hint'),
    old(`${K}eci-gpu-type: P4`, 'warning'),
    old(`${K}eci-cpu: "1"`, 'information'),
    old(`${K}eci-set-diskvolume: cache:ext4:500Gi`, 'information'),
    old(`${K}ingress-bandwidth: 40M`, 'information'),
  ]);

  it('eip-charge-type beside the address that it is for', () => {
    const text = pod(`${K}eci-with-eip: "true"\n${K}eip-charge-type: PayByTraffic\n`);
    assert.deepEqual(only(text, 'eci-annotation-renamed').fixed, [
      text.replace('eip-charge-type', 'eip-internet-charge-type'),
    ]);
  });

  it('the old name goes where the new one says the same, and stays where it does not', () => {
    const both = (value: string): string => `${K}eci-image-cache: "true"\n${K}eci-auto-imc: "${value}"\n`;
    const same = only(pod(both('true')), 'eci-annotation-renamed');
    assert.deepEqual(same.fixed, [pod(`${K}eci-auto-imc: "true"\n`)]);
    assert.equal(only(pod(both('false')), 'eci-annotation-renamed').finding.fix, 'manual');
  });

  it('renames also where the value is a template expression', () => {
    const text = pod(`${K}eci-image-cache: {{ .Values.cache | quote }}\n`);
    assert.deepEqual(only(text, 'eci-annotation-renamed', usual, 'helm').fixed, [
      text.replace('eci-image-cache', 'eci-auto-imc'),
    ]);
  });

  it('burst-resource warns where the target no longer maintains it', () => {
    const text = KINDS['Deployment']!({ annotations: 'alibabacloud.com/burst-resource: eci\n' });
    const says = (target: string): string[] => found(text, eciContext({ target }));
    assert.deepEqual(says('1.24'), ['warning renamed alibabacloud.com/burst-resource']);
    assert.deepEqual(says('1.22'), ['information renamed alibabacloud.com/burst-resource']);
  });

  it('old labels of pods and Namespaces, with the one value that is documented', () => {
    const make = KINDS['Deployment']!;
    const { finding, fixed } = only(make({ labels: 'app: a\neci: "true"\n' }), 'eci-annotation-renamed');
    assert.deepEqual([finding.severity, finding.fix], ['information', 'choice']);
    assert.deepEqual(fixed, [make({ labels: 'app: a\nalibabacloud.com/eci: "true"\n' })]);
    const namespace = (label: string): string =>
      `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n  labels:\n    ${label}\n`;
    for (const label of ['eci: "true"', 'virtual-node-affinity-injection: "enabled"']) {
      assert.deepEqual(only(namespace(label), 'eci-annotation-renamed').fixed, [
        namespace('alibabacloud.com/eci: "true"'),
      ]);
    }
    for (const label of ['eci: "yes"', 'eci: team', 'virtual-node-affinity-injection: disabled'])
      assert.deepEqual(found(namespace(label)), [], label);
  });

  it('a label that the selector names stays', () => {
    const text = KINDS['Deployment']!({ labels: 'eci: "true"\n' }).replace(
      'spec:\n',
      'spec:\n  selector:\n    matchLabels:\n      eci: "true"\n',
    );
    const { fix } = only(text, 'eci-annotation-renamed');
    assert.equal(fix.kind === 'manual' && fix.reason.key, 'eci.fix.selector');
  });
});

describe('eci-annotation-dependency', () => {
  const says = (annotations: Record<string, string>): string[] =>
    found(pod(entries(Object.fromEntries(Object.entries(annotations).map(([name, value]) => [K + name, value])))));
  const cases: [Record<string, string>, string | null][] = [
    [{ 'eci-spot-strategy': 'SpotWithPriceLimit' }, 'error dependency eci-spot-strategy'],
    [{ 'eci-spot-strategy': 'SpotWithPriceLimit', 'eci-spot-price-limit': '1' }, null],
    [{ 'eci-spot-strategy': 'SpotAsPriceGo', 'eci-spot-price-limit': '1' }, 'hint dependency eci-spot-price-limit'],
    [{ 'eci-spot-price-limit': '1' }, 'hint dependency eci-spot-price-limit'],
    [{ 'eci-privatepool-matchcriteria': 'Target' }, 'warning dependency eci-privatepool-matchcriteria'],
    [
      { 'eci-privatepool-matchcriteria': 'Open', 'eci-privatepool-id': 'eap-1' },
      'information dependency eci-privatepool-id',
    ],
    [{ 'eci-privatepool-matchcriteria': 'Target', 'eci-privatepool-id': 'eap-1' }, null],
    [{ 'eip-bandwidth': '5' }, 'information dependency eip-bandwidth'],
    [{ 'eip-bandwidth': '5', 'eci-with-eip': 'true' }, null],
    [{ 'eip-bandwidth': '5', 'pod-with-eip': 'true' }, null],
    [{ 'eci-eip-instanceid': 'eip-1', 'eci-with-eip': 'true' }, 'information dependency eci-eip-instanceid'],
    [{ 'eci-eip-instanceid': 'eip-1', 'eci-with-eip': 'false' }, null],
    [{ 'eci-ipv6-bandwidth': '100M' }, 'information dependency eci-ipv6-bandwidth'],
    [{ 'imc-perfect-match': 'true', 'imc-match-count-request': '2' }, 'information dependency imc-match-count-request'],
    [
      { 'eci-use-specs': 'ecs.c6.large', 'eci-instance-family': 'ecs.c6' },
      'information dependency eci-instance-family',
    ],
    [{ 'eci-use-specs': 'ecs.c6.large,2-4Gi', 'eci-instance-family': 'ecs.c6' }, null],
    [{ 'eci-schedule-strategy': 'VSwitchRandom', 'eci-vswitch': 'vsw-1' }, 'hint dependency eci-schedule-strategy'],
    [{ 'eci-schedule-strategy': 'VSwitchRandom', 'eci-vswitch': 'vsw-1,vsw-2' }, null],
    [{ 'eci-schedule-strategy': 'VSwitchRandom' }, null],
    [
      { 'eci-data-cache-bucket': 'b', 'eci-data-cache-pl': 'PL1', 'eci-data-cache-provisionedIops': '100' },
      'information dependency eci-data-cache-pl',
    ],
  ];
  for (const [annotations, said] of cases) {
    it(JSON.stringify(annotations), () => {
      assert.deepEqual(says(annotations), said === null ? [] : [said.replace(/ (\S+)$/, ` ${K}$1`)]);
    });
  }

  it('burst-resource beside the labels that contradict it', () => {
    const annotations = 'alibabacloud.com/burst-resource: eci\n';
    for (const labels of ['alibabacloud.com/eci: "true"\n', 'alibabacloud.com/fluid-sidecar-target: eci\n']) {
      const all = found(KINDS['Deployment']!({ annotations, labels }), eciContext({ target: '1.22' }));
      assert.ok(all.includes('information dependency alibabacloud.com/burst-resource'), labels);
    }
  });

  it('what one pod alone can have, in a workload of several', () => {
    const text = (replicas: string): string =>
      KINDS['Deployment']!({ annotations: `${K}eci-eip-instanceid: eip-1\n` }).replace(
        'spec:\n',
        `spec:\n  replicas: ${replicas}\n`,
      );
    assert.deepEqual(found(text('2')), [`information dependency ${K}eci-eip-instanceid`]);
    assert.deepEqual(found(text('1')), []);
  });

  it('is silent where the rest may stand elsewhere: in patches, behind merge keys and template actions', () => {
    const strategy = `${K}eci-spot-strategy: SpotWithPriceLimit\n`;
    const patch = `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\nspec:\n  template:\n    metadata:\n      annotations:\n        ${strategy}`;
    assert.deepEqual(found(patch), []);
    assert.deepEqual(found(pod(`<<: *other\n${strategy}`).replace('metadata:', 'x: &other {a: b}\nmetadata:')), []);
    assert.deepEqual(found(pod(`{{- toYaml .Values.x | nindent 4 }}\n${strategy}`), usual, 'helm'), []);
  });
});

describe('eci-annotation-label', () => {
  const label = entries({ 'alibabacloud.com/eci': 'true' });
  const annotation = entries({ [`${K}eci-use-specs`]: '2-4Gi' });
  for (const [kind, make] of Object.entries(KINDS)) {
    it(`${kind}: a label written as an annotation, and back`, () => {
      const as = only(make({ annotations: label, labels: 'app: a\n' }), 'eci-annotation-label');
      assert.deepEqual([as.finding.severity, as.finding.fix], ['warning', 'choice']);
      assert.deepEqual(as.fixed, [make({ labels: `app: a\n${label}` })]);
      const back = only(make({ labels: `app: a\n${annotation}`, annotations: 'b: c\n' }), 'eci-annotation-label');
      assert.equal(back.finding.severity, 'warning');
      assert.deepEqual(back.fixed, [make({ labels: 'app: a\n', annotations: `b: c\n${annotation}` })]);
      assert.deepEqual(found(make({ annotations: label, labels: label })), []);
    });
  }

  it('as an annotation of the workload or of a Namespace', () => {
    const make = KINDS['Deployment']!;
    assert.deepEqual(only(make({ outer: label, labels: 'app: a\n' }), 'eci-annotation-label').fixed, [
      make({ labels: `app: a\n${label}` }),
    ]);
    const namespace = (field: string): string =>
      `apiVersion: v1\nkind: Namespace\nmetadata:\n  name: a\n  ${field}:\n    ${label}`;
    assert.deepEqual(only(namespace('annotations'), 'eci-annotation-label').fixed, [namespace('labels')]);
  });
});

describe('eci-spec-rounding', () => {
  const message = (specs: string): unknown => {
    const all = only(pod(`${K}eci-use-specs: ${specs}\n`), 'eci-spec-rounding');
    assert.equal(all.finding.severity, 'information');
    const { notes } = all.finding.message.args as { notes: { key: string; args: Record<string, string> }[] };
    return notes.map(({ key, args }) =>
      [key.replace('eci.spec.', ''), args['item'], args['to']].filter(Boolean).join(' '),
    );
  };
  const cases: [string, string[]][] = [
    ['3-6Gi', ['rounded 3-6Gi 4-8Gi']],
    ['1-3Gi', ['rounded 1-3Gi 1-4Gi']],
    ['0.1-0.1Gi', ['rounded 0.1-0.1Gi 0.25-0.5Gi']],
    ['2-4Gi,2-3Gi,ecs.c6.large', ['rounded 2-3Gi 2-4Gi']],
    ['2-6Gi', ['someRegions 2-6Gi 2-8Gi']],
    ['6-12Gi', ['someRegions 6-12Gi 8-16Gi']],
    ['2-20Gi', ['either 2-20Gi 4-32Gi, 12-24Gi']],
    ['65-10Gi', ['tooLarge 65-10Gi']],
    ['64-1024Gi', ['tooLarge 64-1024Gi']],
  ];
  for (const [specs, says] of cases) it(specs, () => assert.deepEqual(message(specs), says));

  it('every size of the table stays as it is, however it is written', () => {
    for (const [cpu, memories] of Object.entries(data.pairs)) {
      for (const memory of memories)
        assert.deepEqual(found(pod(`${K}eci-use-specs: ${cpu}-${memory}Gi\n`)), [], `${cpu}-${memory}Gi`);
    }
    assert.deepEqual(found(pod(`${K}eci-use-specs: 2.0-4.0Gi\n`)), []);
  });
});

describe('pod templates of other kinds', () => {
  it('are judged by their shape, their own metadata is not', () => {
    const knative = (key: string): string =>
      `apiVersion: serving.knative.dev/v1\nkind: Service\nmetadata:\n  name: a\n  annotations:\n    ${K}eci-use-specs: 2-4Gi\nspec:\n  template:\n${indent(`metadata:\n  annotations:\n    ${key}: 1.1.0\nspec:\n  containers:\n    - image: a\n`, 4)}`;
    assert.deepEqual(found(knative(`${K}eci-platform-version`)), [`warning readonly ${K}eci-platform-version`]);
  });
});
