/** One table for each rule on a single entry (type, unknown key, value): what is written, what is said, what the fix makes of it. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Case, data, entries, found, K, KINDS, only, table, usual } from './support';

const pod = (annotations: string): string => KINDS['Pod']!({ annotations });
const N = 'network.alibabacloud.com/';

describe('eci-annotation-type', () => {
  const key = `${K}eci-ram-role-name`;
  table(
    'eci-annotation-type',
    [
      ['true', '"true"'],
      ['yes', '"yes"'],
      ['0.5', '"0.5"'],
      ['1', '"1"'],
      ['0x1F', '"0x1F"'],
      ['1_000', '"1_000"'],
      ['007', '"007"'],
      ['.inf', '".inf"'],
    ].map(([is, becomes]) => ({
      is: `${key}: ${is} # why\n`,
      says: [`error type ${is}`],
      becomes: `${key}: ${becomes} # why\n`,
      fix: 'certain',
    })),
  );
  table('eci-annotation-type', [
    { is: `${key}: [a, b]\n`, says: ['error type [a, b]'], fix: 'manual' },
    {
      is: `${K}eci-made-up-by-me: 1\n`,
      says: [`hint unknown ${K}eci-made-up-by-me`, 'error type 1'],
      becomes: `${K}eci-made-up-by-me: "1"\n`,
      fix: 'certain',
    },
    ...['"true"', "'1'", '!!str 1', '~', '', '2001-12-14', '1:30', '|\n  1'].map(value => ({
      is: `${key}: ${value}\n`,
      says: [],
    })),
  ]);

  it('asks a person where the value is an alias', () => {
    const text = `apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations:\n    a: &x true\n    ${key}: *x\nspec: {}\n`;
    assert.equal(only(text, 'eci-annotation-type').finding.fix, 'manual');
  });

  it('on labels, on the workload’s own metadata, in flow style, in JSON and with CRLF', () => {
    const quoted = (text: string, is: string, becomes: string, syntax: 'yaml' | 'json' = 'yaml'): void =>
      assert.deepEqual(only(text, 'eci-annotation-type', usual, syntax).fixed, [text.replace(is, becomes)]);
    quoted(KINDS['Deployment']!({ labels: 'alibabacloud.com/eci: true\n' }), 'eci: true', 'eci: "true"');
    quoted(KINDS['Deployment']!({ outer: `${K}eci-spot-fallback: true\n` }), 'fallback: true', 'fallback: "true"');
    quoted(
      `apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {alibabacloud.com/eci: true}}\n`,
      'eci: true',
      'eci: "true"',
    );
    quoted(`{"apiVersion":"v1","kind":"Pod","metadata":{"annotations":{"${key}":true}}}`, ':true', ':"true"', 'json');
    quoted(pod(`${key}: 1\n`).replace(/\n/g, '\r\n'), ': 1\r', ': "1"\r');
  });

  it('a literal in a template is quoted, an expression left alone', () => {
    const text = pod(`${key}: 1\nother: {{ .Values.x }}\n`);
    const { finding, fixed } = only(text, 'eci-annotation-type', usual, 'helm');
    assert.deepEqual([finding.fix, fixed], ['certain', [text.replace(': 1\n', ': "1"\n')]]);
  });
});

describe('eci-annotation-unknown', () => {
  const slip = (is: string, meant: string): Case => ({
    is: `a: b\n${is}: x\n`,
    says: [`hint unknown ${is}`],
    becomes: `a: b\n${meant}: x\n`,
    fix: 'choice',
  });
  table('eci-annotation-unknown', [
    slip(`${K}eci-ram-rolename`, `${K}eci-ram-role-name`),
    slip(`${K}eci-spot-stratgey`, `${K}eci-spot-strategy`),
    slip(`${K}ECI-vswitch`, `${K}eci-vswitch`),
    slip(`${K}eip-common-bandwith-package-id`, `${K}eip-common-bandwidth-package-id`),
    // Not one old name for another.
    slip(`${K}eci-imagecache`, `${K}eci-auto-imc`),
    { is: `${K}eci-something-else: x\n`, says: [`hint unknown ${K}eci-something-else`] },
    { is: `${K}something-else: x\nalibabacloud.com/ecl: x\nk8s.aliyun.com.example/eci-x: y\n`, says: [] },
  ]);

  it('says which key was meant', () => {
    const { finding } = only(pod(`${K}eci-vswich: vsw-1\n`), 'eci-annotation-unknown');
    assert.deepEqual(finding.message, {
      key: 'eci.unknown.meant',
      args: { key: `${K}eci-vswich`, meant: `${K}eci-vswitch` },
    });
  });

  it('leaves it to a person where the right key stands there with another value', () => {
    const { finding } = only(pod(`${K}eci-vswich: vsw-1\n${K}eci-vswitch: vsw-2\n`), 'eci-annotation-unknown');
    assert.equal(finding.fix, 'manual');
  });
});

describe('eci-annotation-value', () => {
  const wrong = (name: string, value: string, severity: string, meant?: string): Case => ({
    is: `${K}${name}: "${value}"\n`,
    says: [`${severity} value "${value}"`],
    ...(meant === undefined ? {} : { becomes: `${K}${name}: "${meant}"\n`, fix: 'choice' }),
  });
  const right = (name: string, ...values: string[]): Case[] =>
    values.map(value => ({ is: `${name.includes('/') ? name : K + name}: ${JSON.stringify(value)}\n`, says: [] }));
  table('eci-annotation-value', [
    wrong('eci-spot-fallback', 'ture', 'warning', 'true'),
    wrong('eci-spot-fallback', 'enabled', 'warning'),
    wrong('eci-spot-fallback', 'True', 'information', 'true'),
    wrong('eci-fail-strategy', 'failback', 'warning', 'fail-back'),
    wrong('eci-fail-strategy', 'retry', 'warning'),
    wrong('eci-schedule-strategy', 'vSwitchRandom', 'information', 'VSwitchRandom'),
    wrong('eci-schedule-strategy', 'Random', 'warning'),
    wrong('eci-spot-strategy', 'spotaspricego', 'warning', 'SpotAsPriceGo'),
    wrong('eci-compute-category', 'economy,generall', 'warning', 'economy,general'),
    wrong('eci-max-pending-minute', '9', 'warning'),
    wrong('eci-max-pending-minute', '1441', 'warning'),
    wrong('eci-max-pending-minute', '30m', 'warning'),
    wrong('eci-spot-duration', '2', 'information'),
    wrong('eci-custom-tags', 'a:1,b:2,c:3,d:4', 'warning'),
    wrong('eci-custom-tags', 'a=1', 'warning'),
    wrong('eci-security-group', 'sg-1,sg-2,sg-3,sg-4,sg-5,sg-6', 'warning'),
    wrong('eci-security-group', 'default', 'information'),
    wrong('eci-vswitch', 'subnet-1', 'information'),
    wrong('eci-use-specs', '2-4', 'warning'),
    wrong('eci-use-specs', '2-4G', 'warning'),
    wrong('eci-use-specs', 'c6.large', 'warning'),
    wrong('eci-use-specs', '1-2Gi,1-4Gi,2-4Gi,2-8Gi,4-8Gi,4-16Gi', 'information'),
    wrong('eci-instance-family', 'c6', 'warning'),
    wrong('eci-extra-ephemeral-storage', '50', 'warning'),
    wrong('eci-extra-ephemeral-storage', '50G', 'information'),
    wrong('eci-private-ip-address', '300.1.1.1', 'warning'),
    wrong('imc-match-count-request', '0', 'warning'),
    wrong('eci-gpu-driver-version', '525.85.12', 'information'),
    ...right('eci-max-pending-minute', '10', '1440', '240'),
    ...right('eci-spot-duration', '0', '1'),
    ...right('eci-custom-tags', 'a:1', 'a:1,b:2,c:3', 'url:http://x'),
    ...right('eci-security-group', 'sg-1', 'sg-1,sg-2,sg-3,sg-4,sg-5'),
    ...right(
      'eci-use-specs',
      '2-4Gi',
      '0.25-0.5Gi',
      '2-4Gi, 4-8Gi',
      'ecs.c6.xlarge',
      'ecs.g7-c1m2.large',
      '1-2Gi,1-4Gi,2-4Gi,2-8Gi,4-8Gi',
    ),
    ...right('eci-instance-family', 'ecs.c6,ecs.g6', '-ecs.hfg5'),
    ...right('eci-instance-generation', '6,5', '-5'),
    ...right('eci-custom-hosts', '[{"host":"a","ip":"1.2.3.4"}]', '[]'),
    ...right('eci-custom-dnsconfig', '{"nameservers":"1.1.1.1"}'),
    ...right(`${N}custom-dnsconfig`, '{"servers":["1.1.1.1"]}'),
    ...right(`${N}pod-eip-release-strategy`, 'Follow', 'Never', '5m30s'),
    ...right('eci-private-ip-address', '172.16.0.1'),
    ...right('eci-spot-strategy', 'NoSpot'),
    ...right('eci-data-cache-bucket', 'default'),
  ]);
  for (const [name, value] of [
    [`${K}eci-custom-hosts`, 'example.com 1.2.3.4'],
    [`${K}eci-custom-hosts`, '{"host":"a","ip":"1.2.3.4"}'],
    [`${K}eci-custom-hosts`, '[{"host":"a"}]'],
    [`${K}eci-custom-dnsconfig`, '{"nameservers":["1.1.1.1"]}'],
    [`${N}custom-dnsconfig`, '{"servers":"1.1.1.1"}'],
    [`${K}eci-ephemeral-storage-options`, '{encrypted: true}'],
  ]) {
    it(`${name}: ${value}`, () => {
      const said = found(pod(`${name}: '${value}'\n`));
      assert.deepEqual(said, [`warning value '${value}'`]);
    });
  }

  it('price limits: more than nothing, three decimals at most', () => {
    const text = (value: string): string =>
      pod(`${K}eci-spot-strategy: SpotWithPriceLimit\n${K}eci-spot-price-limit: "${value}"\n`);
    for (const value of ['0.5', '1', '0.001', '12.345']) assert.deepEqual(found(text(value)), [], value);
    for (const value of ['0', '0.0005', '-1', 'cheap', '1,5'])
      assert.deepEqual(found(text(value)), [`warning value "${value}"`]);
  });

  it('lists of which more is known elsewhere only hint at slips', () => {
    const text = (value: string): string => pod(`${K}eci-with-eip: "true"\n${K}eip-isp: ${value}\n`);
    for (const value of ['BGP', 'BGP_PRO', 'ChinaTelecom', 'BGP_FinanceCloud'])
      assert.deepEqual(found(text(value)), [], value);
    assert.deepEqual(found(text('BPG')), ['information value BPG']);
    assert.deepEqual(found(pod(`${K}eci-data-cache-bucket: b\n${K}eci-data-cache-pl: PL2\n`)), []);
  });

  it('every value that the table names is right', () => {
    for (const row of data.annotations) {
      const values = row.form.kind === 'bool' ? ['true', 'false'] : (row.form.values ?? []);
      for (const value of row.on === 'pod' && row.state === 'active' ? values : []) {
        const wrong = found(pod(entries({ [row.key]: value }))).filter(said => said.includes(' value '));
        assert.deepEqual(wrong, [], `${row.key}: ${value}`);
      }
    }
  });

  it('keeps the quotes', () => {
    for (const quote of ['', '"', "'"]) {
      const text = pod(`${K}eci-fail-strategy: ${quote}failfast${quote} # x\n`);
      assert.deepEqual(only(text, 'eci-annotation-value').fixed, [text.replace('failfast', 'fail-fast')]);
    }
  });
});
