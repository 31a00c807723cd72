/** The reports for people and for test views: JUnit, Markdown and the table. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatJunit } from '../../src/cli/formats/junit';
import { formatMarkdown } from '../../src/cli/formats/markdown';
import { formatTable } from '../../src/cli/formats/table';
import { displayWidth, wrap } from '../../src/cli/formats/text';
import { LineIndex } from '../../src/cli/positions';
import { type Report, type ReportFinding, type ScanResult } from '../../src/cli/report';
import { type Session, sayIn, type Terminal } from '../../src/cli/session';
import { CLEAN, folder, mixed, MIXED_ARGS, OLD_INGRESS } from './cliProcess';
import { parseXml, type XmlElement } from './cliXml';

describe('junit', () => {
  const attribute = (element: XmlElement, name: string): number => Number(element.attributes[name]);

  function check(text: string): XmlElement {
    const root = parseXml(text);
    assert.equal(root.name, 'testsuites');
    const sums = { tests: 0, failures: 0, errors: 0 };
    for (const suite of root.children) {
      assert.equal(suite.name, 'testsuite');
      assert.ok(suite.attributes['name']);
      const results = suite.children.map(testcase => {
        assert.equal(testcase.name, 'testcase');
        assert.ok(testcase.attributes['name'] && testcase.attributes['classname']);
        assert.ok(testcase.children.length <= 1);
        return testcase.children[0]?.name ?? 'passed';
      });
      const count = (name: string): number => results.filter(result => result === name).length;
      assert.ok(results.every(result => ['passed', 'failure', 'error', 'system-out'].includes(result)));
      assert.equal(attribute(suite, 'tests'), results.length);
      assert.equal(attribute(suite, 'failures'), count('failure'));
      assert.equal(attribute(suite, 'errors'), count('error'));
      for (const key of ['tests', 'failures', 'errors'] as const) sums[key] += attribute(suite, key);
    }
    for (const key of ['tests', 'failures', 'errors'] as const) assert.equal(attribute(root, key), sums[key]);
    return root;
  }

  it('has a suite per file, a failure per finding that fails the run, and a passed case for a clean file', test => {
    const root = check(mixed(test).run(['scan', '--format=junit', ...MIXED_ARGS]).stdout);
    assert.deepEqual(
      root.children.map(suite => [
        suite.attributes['name'],
        ...suite.children.map(found => found.children[0]?.name ?? 'passed'),
      ]),
      [
        ['clean.yaml', 'passed'],
        ['deploy/a.yaml', 'failure', 'failure'],
        ['deploy/b ü.yaml', 'failure'],
        ['deploy/broken.yaml', 'error'],
      ],
    );
  });

  it('fails nothing that --fail-on lets pass', test => {
    const root = check(mixed(test).run(['scan', '--format=junit', '--fail-on=never', ...MIXED_ARGS]).stdout);
    assert.equal(root.attributes['failures'], '0');
  });

  it('is well-formed whatever a manifest says', () => {
    const message = 'a <b> & "c" \u0001 \ud800 \ufffe ]]> \n\t';
    const root = check(formatJunit(resultWith({ message, file: 'a&b.yaml' }), sessionWith()));
    const failure = root.children[0]!.children[0]!.children[0]!;
    assert.equal(failure.attributes['message'], 'a <b> & "c" \ufffd \ufffd \ufffd ]]> \n\t');
    assert.equal(root.children[0]!.attributes['name'], 'a&b.yaml');
  });
});

describe('markdown', () => {
  it('is a table per file, with a link to the rule', test => {
    const { stdout } = mixed(test).run(['scan', '--format=markdown', ...MIXED_ARGS]);
    assert.match(stdout, /^# Kubernetes upgrade readiness\n/);
    assert.match(stdout, /\n## deploy\/a\.yaml\n\n\| Line \| Severity \|/);
    assert.match(stdout, /\n\| 8 \| error \| Ingress web\/shop \| .*\[removed-api\]\(https:.*\) \| fix: certain \|\n/);
    assert.match(stdout, /\n## Not checked\n\n- deploy\/broken\.yaml: /);
  });

  it('takes nothing from a manifest as markup', () => {
    const text = formatMarkdown(resultWith({ message: 'a | b <img> *c*\n# d', file: 'x_[y].yaml' }), sessionWith());
    assert.match(text, /a \\\| b \\<img\\> \\\*c\\\* \\# d/);
    assert.match(text, /## x\\_\\\[y\\\]\.yaml/);
  });
});

describe('table', () => {
  it('groups by file, without colours where it is no terminal', test => {
    const { stdout } = mixed(test).run(['scan', ...MIXED_ARGS]);

    assert.doesNotMatch(stdout, /\u001b/);
    assert.match(stdout, /^deploy\/a\.yaml\n {2}1:13 {2}error {2}PodSecurityPolicy/);
    assert.match(stdout, /\n {2}8:13 {2}error {2}Ingress .*\n +Ingress web\/shop · removed-api · fix: certain\n/);
    assert.match(stdout, /\nNot checked\n {2}deploy\/broken\.yaml {2}/);
    assert.match(stdout, /\n3 errors, 0 warnings, 0 information, 0 hints\.\n1 thing was not checked\.\n$/);
  });

  it('says no known blockers only when everything was checked', test => {
    const clean = folder(test, { 'a.yaml': CLEAN });
    assert.match(clean.run(['scan', '.']).stdout, /No known blockers\.\n$/);
    clean.write('b.yaml', Buffer.from([0]));
    assert.doesNotMatch(clean.run(['scan', '.']).stdout, /No known blockers/);
  });

  it('prints findings but no summary when quiet', test => {
    const where = folder(test, { 'a.yaml': OLD_INGRESS });
    assert.doesNotMatch(where.run(['scan', '.', '--quiet']).stdout, /Target|files?,/);
    assert.equal(where.run(['scan', '-', '--quiet'], { input: CLEAN }).stdout, '');
  });

  it('speaks Chinese', test => {
    const { stdout } = mixed(test).run(['scan', '--lang=zh-cn', ...MIXED_ARGS]);
    assert.match(stdout, /错误 {2}.*Ingress extensions\/v1beta1/);
    assert.match(stdout, /未检查/);
  });

  it('colours and wraps for a terminal', () => {
    const message = 'one two three four five six seven eight nine ten';
    const text = formatTable(resultWith({ message }), sessionWith(), plain(48, true));

    const lines = text.replace(/\u001b\[\d+m/g, '').split('\n');
    assert.ok(text.includes('\u001b[31merror\u001b[0m'));
    assert.ok(
      lines.slice(0, 4).every(line => displayWidth(line) <= 48),
      text,
    );
    assert.equal(
      lines.findIndex(line => line.endsWith(' ten')),
      2,
    );
  });

  it('wraps by display width, never inside a word', () => {
    assert.deepEqual(wrap('aa bb cc', 5), ['aa bb', 'cc']);
    assert.deepEqual(wrap('abcdefgh ij', 4), ['abcdefgh', 'ij']);
    assert.deepEqual(wrap('请改用新版本', 4), ['请改', '用新', '版本']);
    assert.deepEqual(wrap('', 4), []);
    assert.equal(displayWidth('a请。b'), 6);
  });
});

describe('LineIndex', () => {
  it('knows every kind of line end', () => {
    const index = new LineIndex('a\nb\r\nc\rd');
    const places = [0, 1, 2, 3, 5, 7, 8].map(offset => Object.values(index.position(offset)).join(':'));
    assert.deepEqual(places, ['0:0', '0:1', '1:0', '1:1', '2:0', '3:0', '3:1']);
  });
});

function plain(width: number | null, colour = false): Terminal {
  return { out: () => {}, err: () => {}, width, colour, errIsTerminal: false };
}

function sessionWith(): Session {
  return { say: sayIn('en'), language: 'en', cwd: '/', options: { failOn: 'error', quiet: true } } as Session;
}

function resultWith(more: Partial<ReportFinding>): ScanResult {
  const finding: ReportFinding = {
    ruleId: 'removed-api',
    severity: 'error',
    message: 'text',
    file: 'a.yaml',
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
    resource: { apiVersion: 'v1', kind: 'K', namespace: null, name: null },
    replacement: null,
    deprecatedIn: null,
    removedIn: null,
    fix: 'none',
    step: null,
    documentation: 'https://example.com/',
    ...more,
  };
  return {
    report: { findings: [finding], problems: [] } as unknown as Report,
    checkedFiles: [finding.file],
    replacements: new Map(),
  };
}
