/** `.kube-upgrade.yaml`, baselines and changed files on the command line, as a process. */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { describe, it } from 'node:test';
import { folder, OLD_INGRESS } from '../cliProcess';

interface Report {
  readonly target: { readonly version: string; readonly path: readonly string[] };
  readonly findings: readonly { readonly ruleId: string; readonly severity: string; readonly file: string }[];
  readonly problems: readonly {
    readonly file: string;
    readonly message: string;
    readonly range: { start: { line: number } };
  }[];
  readonly summary: Readonly<Record<string, number>>;
}

const HPA = 'apiVersion: autoscaling/v2beta2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec: {}\n';
const scan = (made: ReturnType<typeof folder>, ...args: string[]) => {
  const run = made.run(['scan', '.', '--format', 'json', ...args]);
  return { ...run, report: JSON.parse(run.stdout) as Report };
};
const found = ({ findings }: Report): string[] =>
  findings.map(({ file, ruleId, severity }) => `${file} ${ruleId} ${severity}`);

describe('the configuration', () => {
  it('gives the target as it is written, not as YAML reads the number', test => {
    const { report } = scan(folder(test, { '.kube-upgrade.yaml': 'target: 1.30\ncurrent: 1.28\n', 'a.yaml': HPA }));
    assert.deepEqual(report.target.path, ['1.28', '1.29', '1.30']);
  });

  it('gives way to the options', test => {
    const made = folder(test, { '.kube-upgrade.yaml': 'target: 1.30\n', 'a.yaml': HPA });
    assert.equal(scan(made, '--target-version', '1.22').report.target.version, '1.22');
  });

  it('judges each folder for the target of its pattern; the last that fits wins', test => {
    const config = 'target:\n  "**": 1.22\n  staging/**: 1.24\n  staging/new/**: 1.27\n';
    const made = folder(test, {
      '.kube-upgrade.yaml': config,
      'a.yaml': HPA,
      'staging/a.yaml': HPA,
      'staging/new/a.yaml': HPA,
    });
    assert.deepEqual(found(scan(made).report), [
      'staging/a.yaml deprecated-api warning',
      'staging/new/a.yaml removed-api error',
    ]);
  });

  it('is the nearest one upwards, alone, and stops at the repository', test => {
    const made = folder(test, {
      '.kube-upgrade.yaml': 'severity: {removed-api: "off"}\n',
      'repo/.git/HEAD': 'ref: refs/heads/main\n',
      'repo/deep/a.yaml': OLD_INGRESS,
      'other/a.yaml': OLD_INGRESS,
      'other/own/.kube-upgrade.yaml': 'current: 1.20\n',
      'other/own/a.yaml': OLD_INGRESS,
    });
    assert.deepEqual(found(scan(made).report), [
      'other/own/a.yaml removed-api error',
      'repo/deep/a.yaml removed-api error',
    ]);
  });

  it('sets severities and leaves files out; a file that is named is read all the same', test => {
    const made = folder(test, {
      '.kube-upgrade.yaml': 'severity: {removed-api: warning}\nexclude: [legacy]\n',
      'a.yaml': OLD_INGRESS,
      'b/legacy/c.yaml': OLD_INGRESS,
    });
    const { report, status } = scan(made);
    assert.deepEqual(found(report), ['a.yaml removed-api warning']);
    assert.equal(status, 0);
    assert.equal(made.run(['scan', 'b/legacy/c.yaml', '--fail-on', 'warning']).status, 1);
  });

  it('ignores by rule, file and object, and counts it', test => {
    const ignore = 'ignore:\n- rule: removed-api\n  files: a.yaml\n  kind: Ingress\n  reason: retired in spring\n';
    const made = folder(test, { '.kube-upgrade.yaml': ignore, 'a.yaml': OLD_INGRESS, 'b.yaml': OLD_INGRESS });
    const { report, stderr } = scan(made);
    assert.deepEqual(found(report), ['b.yaml removed-api error']);
    assert.equal(report.summary['ignored'], 1);
    assert.equal(stderr, '');
    made.run(['fix', '.', '--write']);
    assert.equal(made.read('a.yaml'), OLD_INGRESS, 'what is ignored is not fixed either');
    assert.notEqual(made.read('b.yaml'), OLD_INGRESS);
  });

  it('shows the findings of an expired ignore again, and tells of it and of an unused one', test => {
    const config = 'ignore:\n- rule: removed-api\n  until: 2020-01-31\n- rule: deprecated-api\n';
    const { report, stderr } = scan(folder(test, { '.kube-upgrade.yaml': config, 'a.yaml': OLD_INGRESS }));
    assert.deepEqual(found(report), ['a.yaml removed-api error']);
    assert.match(stderr, /^\.kube-upgrade\.yaml:2: .*2020-01-31.*\n\.kube-upgrade\.yaml:4: .*matches nothing/);
  });

  it('says what of it cannot be honoured, with its line', test => {
    const config = 'target: soon\nseverity:\n  no-such-rule: off\nexclude: ../elsewhere\nprogram: rm\n';
    const { report } = scan(folder(test, { '.kube-upgrade.yaml': config, 'a.yaml': OLD_INGRESS }));
    assert.deepEqual(
      report.problems.map(({ range }) => range.start.line),
      [0, 2, 3, 4],
    );
    assert.deepEqual(found(report), ['a.yaml removed-api error']);
  });
});

describe('a baseline', () => {
  it('covers what it holds, also where lines moved, and nothing more', test => {
    const made = folder(test, { 'a.yaml': OLD_INGRESS });
    made.write('known.json', scan(made).stdout);
    made.write('a.yaml', `# a new line\n${OLD_INGRESS}---\n${OLD_INGRESS}`);
    const { report, status } = scan(made, '--baseline', 'known.json');
    assert.equal(status, 1);
    assert.equal(report.findings.length, 1, 'a second one of its kind is new');
    assert.equal(report.summary['ignored'], 1);
    made.write('a.yaml', `\n\n${OLD_INGRESS}`);
    assert.equal(scan(made, '--baseline', 'known.json').status, 0);
  });

  it('must be a report', test => {
    const made = folder(test, { 'a.yaml': OLD_INGRESS, 'x.json': '{"findings": [1]}' });
    const { status, stderr } = made.run(['scan', '.', '--baseline', 'x.json']);
    assert.equal(status, 2);
    assert.match(stderr, /x\.json is no report/);
  });
});

describe('changed since', () => {
  const git = (path: string, ...args: string[]): void =>
    void execFileSync(
      'git',
      ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false', ...args],
      {
        cwd: path,
        stdio: 'ignore',
      },
    );

  it('looks at commits of this branch, the working tree and new files, from any folder', test => {
    const made = folder(test, { 'sub/old.yaml': OLD_INGRESS, 'sub/touched.yaml': HPA, 'gone.yaml': OLD_INGRESS });
    git(made.path, 'init', '-b', 'main');
    git(made.path, 'add', '.');
    git(made.path, 'commit', '-m', 'first');
    git(made.path, 'checkout', '-b', 'work');
    made.write('committed.yaml', OLD_INGRESS);
    git(made.path, 'add', '.');
    git(made.path, 'rm', 'gone.yaml');
    git(made.path, 'commit', '-m', 'second');
    git(made.path, 'checkout', 'main');
    made.write('theirs.yaml', OLD_INGRESS);
    git(made.path, 'add', '.');
    git(made.path, 'commit', '-m', 'meanwhile');
    git(made.path, 'checkout', 'work');
    made.write('sub/touched.yaml', OLD_INGRESS);
    made.write('new ü.yaml', OLD_INGRESS);
    const { report } = scan(made, '--changed-since', 'main');
    assert.deepEqual(
      report.findings.map(({ file }) => file),
      ['committed.yaml', 'new ü.yaml', 'sub/touched.yaml'],
    );
  });

  it('fails without a repository, and for a revision that is none or an option', test => {
    const made = folder(test, { 'a.yaml': OLD_INGRESS });
    assert.match(
      made.run(['scan', '.', '--changed-since', 'main'], { env: { GIT_CEILING_DIRECTORIES: '/' } }).stderr,
      /needs Git/,
    );
    git(made.path, 'init', '-b', 'main');
    for (const revision of ['nowhere', '--output=x']) {
      const { status, stderr } = made.run(['scan', '.', `--changed-since=${revision}`]);
      assert.equal(status, 2);
      assert.match(stderr, /knows no revision/);
    }
  });
});
