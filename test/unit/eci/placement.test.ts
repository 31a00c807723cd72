/** Annotations on the wrong object or level, and the move to where ECI reads them, byte for byte. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { entries, eciContext, findings, found, indent, K, KINDS, only, usual } from './support';
import { lines } from '../core/support';

const RULE = 'eci-annotation-placement';
const SPOT = { [`${K}eci-spot-strategy`]: 'SpotAsPriceGo' };
const workloads = Object.entries(KINDS).filter(([kind]) => kind !== 'Pod');

describe('an annotation of the pod on its workload', () => {
  for (const [kind, make] of workloads) {
    it(`${kind}: warns, and moves it into the pod template`, () => {
      const { finding, fixed, of } = only(make({ outer: entries(SPOT) }), RULE);
      assert.deepEqual([finding.severity, finding.fix, of], ['warning', 'choice', `${K}eci-spot-strategy`]);
      assert.deepEqual(fixed, [make({ annotations: entries(SPOT) })]);
    });

    it(`${kind}: moves it to the annotations that are there, after them`, () => {
      const { fixed } = only(make({ outer: entries({ team: 'a', ...SPOT }), annotations: entries({ b: 'c' }) }), RULE);
      assert.deepEqual(fixed, [make({ outer: entries({ team: 'a' }), annotations: entries({ b: 'c', ...SPOT }) })]);
    });

    it(`${kind}: moves it beside the labels where there are no annotations`, () => {
      const labels = entries({ app: 'a' });
      const { fixed } = only(make({ outer: entries(SPOT), labels }), RULE);
      assert.deepEqual(fixed, [make({ labels, annotations: entries(SPOT) })]);
    });

    it(`${kind}: leaves it to a person when the pod template says otherwise`, () => {
      const { finding, fixed, fix } = only(
        make({
          outer: entries(SPOT),
          annotations: entries({ [`${K}eci-spot-strategy`]: 'SpotWithPriceLimit', [`${K}eci-spot-price-limit`]: '1' }),
        }),
        RULE,
      );
      assert.deepEqual([finding.fix, fixed], ['manual', []]);
      assert.equal(fix.kind === 'manual' && fix.reason.key, 'eci.fix.conflict');
    });

    it(`${kind}: only informs where the pod template says the same, and removes it`, () => {
      const { finding, fixed } = only(make({ outer: entries(SPOT), annotations: entries(SPOT) }), RULE);
      assert.equal(finding.severity, 'information');
      assert.deepEqual(fixed, [make({ annotations: entries(SPOT) })]);
    });
  }

  it('on the Job inside a CronJob', () => {
    const text = lines(
      'apiVersion: batch/v1',
      'kind: CronJob',
      'metadata: {name: a}',
      'spec:',
      '  jobTemplate:',
      '    metadata:',
      '      labels: {a: b}',
      '      annotations:',
      `        ${K}eci-use-specs: 2-4Gi`,
      '    spec:',
      '      template:',
      '        spec:',
      '          containers: []',
    );
    assert.deepEqual(only(text, RULE).fixed, [
      lines(
        'apiVersion: batch/v1',
        'kind: CronJob',
        'metadata: {name: a}',
        'spec:',
        '  jobTemplate:',
        '    metadata:',
        '      labels: {a: b}',
        '    spec:',
        '      template:',
        '        metadata:',
        '          annotations:',
        `            ${K}eci-use-specs: 2-4Gi`,
        '        spec:',
        '          containers: []',
      ),
    ]);
  });

  it('takes the comments along, and several at once where asked', () => {
    const text = lines(
      'apiVersion: apps/v1',
      'kind: Deployment',
      'metadata:',
      '  name: a',
      '  # how it runs',
      '  annotations: # on ECI',
      '    # cheap',
      `    ${K}eci-spot-strategy: SpotAsPriceGo # may go away`,
      `    ${K}eci-use-specs: '2-4Gi,ecs.c6.large'`,
      'spec:',
      '  template:',
      '    metadata:',
      '      annotations:',
      '        # kept',
      '        a: b # too',
      '    spec:',
      '      containers: []',
    );
    const [all] = findings(text).filter(({ finding }) => finding.ruleId === RULE);
    assert.ok(all);
    assert.equal(all.finding.fix, 'choice');
    assert.deepEqual(all.titles, [
      'Move all 2 ECI entries to spec.template.metadata.annotations',
      'Move to spec.template.metadata.annotations',
    ]);
    assert.deepEqual(all.fixed, [
      lines(
        'apiVersion: apps/v1',
        'kind: Deployment',
        'metadata:',
        '  name: a',
        'spec:',
        '  template:',
        '    metadata:',
        '      annotations:',
        '        # kept',
        '        a: b # too',
        '        # how it runs',
        '        # on ECI',
        '        # cheap',
        `        ${K}eci-spot-strategy: SpotAsPriceGo # may go away`,
        `        ${K}eci-use-specs: '2-4Gi,ecs.c6.large'`,
        '    spec:',
        '      containers: []',
      ),
      lines(
        'apiVersion: apps/v1',
        'kind: Deployment',
        'metadata:',
        '  name: a',
        '  # how it runs',
        '  annotations: # on ECI',
        `    ${K}eci-use-specs: '2-4Gi,ecs.c6.large'`,
        'spec:',
        '  template:',
        '    metadata:',
        '      annotations:',
        '        # kept',
        '        a: b # too',
        '        # cheap',
        `        ${K}eci-spot-strategy: SpotAsPriceGo # may go away`,
        '    spec:',
        '      containers: []',
      ),
    ]);
  });

  it('keeps CRLF line ends', () => {
    const make = KINDS['Deployment']!;
    const crlf = (text: string): string => text.replace(/\n/g, '\r\n');
    assert.deepEqual(only(crlf(make({ outer: entries(SPOT) })), RULE).fixed, [
      crlf(make({ annotations: entries(SPOT) })),
    ]);
  });

  it('in flow style', () => {
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, annotations: {${K}eci-spot-strategy: SpotAsPriceGo}}\nspec: {template: {spec: {containers: []}}}\n`;
    assert.deepEqual(only(text, RULE).fixed, [
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a}\nspec: {template: {metadata: {annotations: {${K}eci-spot-strategy: SpotAsPriceGo}}, spec: {containers: []}}}\n`,
    ]);
    const mixed = `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, annotations: {b: c, ${K}eci-spot-strategy: SpotAsPriceGo}}\nspec:\n  template:\n    metadata:\n      annotations: {d: e}\n    spec: {containers: []}\n`;
    assert.deepEqual(only(mixed, RULE).fixed, [
      `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: a, annotations: {b: c}}\nspec:\n  template:\n    metadata:\n      annotations: {d: e, ${K}eci-spot-strategy: SpotAsPriceGo}\n    spec: {containers: []}\n`,
    ]);
  });

  it('in JSON', () => {
    const text = JSON.stringify(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: { name: 'a', annotations: SPOT },
        spec: { template: { metadata: { labels: { a: 'b' } }, spec: {} } },
      },
      null,
      2,
    );
    assert.deepEqual(
      only(text, RULE, usual, 'json').fixed.map(each => JSON.parse(each) as unknown),
      [
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name: 'a' },
          spec: { template: { metadata: { labels: { a: 'b' }, annotations: SPOT }, spec: {} } },
        },
      ],
    );
    assert.equal(
      only(text, RULE, usual, 'json').fixed[0],
      lines(
        '{',
        '  "apiVersion": "apps/v1",',
        '  "kind": "Deployment",',
        '  "metadata": {',
        '    "name": "a"',
        '  },',
        '  "spec": {',
        '    "template": {',
        '      "metadata": {',
        '        "labels": {',
        '          "a": "b"',
        '        },',
        '        "annotations": {',
        `          "${K}eci-spot-strategy": "SpotAsPriceGo"`,
        '        }',
        '      },',
        '      "spec": {}',
        '    }',
        '  }',
        '}',
      ).trimEnd(),
    );
  });

  it('in a patch without a pod template: told, not moved', () => {
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n  annotations:\n    ${entries(SPOT)}`;
    const { finding, fix } = only(text, RULE);
    assert.equal(finding.severity, 'warning');
    assert.equal(fix.kind === 'manual' && fix.reason.key, 'eci.fix.noTemplate');
  });

  it('where an action or an alias hides the template’s annotations: told, not moved', () => {
    const text = `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n  annotations:\n    ${entries(SPOT)}spec:\n  template:\n    metadata:\n      annotations:\n        {{- toYaml .Values.podAnnotations | nindent 8 }}\n    spec:\n      containers: []\n`;
    assert.equal(only(text, RULE, usual, 'helm').finding.fix, 'manual');
    const shared = `apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: a\n  annotations: &all\n    ${entries(SPOT)}spec:\n  template:\n    metadata:\n      annotations: *all\n    spec:\n      containers: []\n`;
    const { finding } = only(shared, RULE);
    assert.deepEqual([finding.severity, finding.fix], ['information', 'manual']);
  });

  it('withholds the move while the document is no valid YAML', () => {
    const text = `${KINDS['Deployment']!({ outer: entries(SPOT) })}  broken: [\n`;
    assert.equal(only(text, RULE).finding.fix, 'manual');
  });
});

describe('labels and keys of other objects', () => {
  it('the label alibabacloud.com/eci on the workload alone informs', () => {
    const label = entries({ 'alibabacloud.com/eci': 'true' });
    const make = KINDS['Deployment']!;
    const { finding, fixed } = only(make({ outerLabels: label, labels: 'app: a\n' }), RULE);
    assert.equal(finding.severity, 'information');
    assert.deepEqual(fixed, [make({ labels: `app: a\n${label}` })]);
    assert.deepEqual(found(make({ outerLabels: label, labels: label })), []);
  });

  it('keys of an ImageCache on a pod inform', () => {
    const text = KINDS['Deployment']!({ annotations: entries({ [`${K}vswitch-ids`]: 'vsw-1' }) });
    assert.deepEqual(found(text), [`information placement ${K}vswitch-ids`]);
  });

  it('an object inside a List is judged as one of its own', () => {
    const item = indent(KINDS['Job']!({ outer: entries(SPOT) }), 4).trimStart();
    assert.deepEqual(found(`apiVersion: v1\nkind: List\nitems:\n  - ${item}`), [
      `warning placement ${K}eci-spot-strategy`,
    ]);
  });

  it('a severity of the settings wins, and off silences', () => {
    const text = KINDS['Job']!({ outer: entries(SPOT) });
    assert.deepEqual(found(text, eciContext({ severity: { [RULE]: 'error' } })), [
      `error placement ${K}eci-spot-strategy`,
    ]);
    assert.deepEqual(found(text, eciContext({ severity: { [RULE]: 'off' } })), []);
  });
});
