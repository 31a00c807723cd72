/** Options, exit status and what is said about a command that cannot be done. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readArguments } from '../../src/cli/options';
import { CLEAN, folder, OLD_INGRESS } from './cliProcess';

describe('bad use ends with 2 and one line on standard error', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no command', [], /name a command/],
    ['an unknown command', ['lint', '.'], /unknown command "lint"/],
    ['a command of a later release', ['plan'], /plan is not available yet/],
    ['a command of a later release, with its options', ['plan', '--from', '1.28'], /plan is not available yet/],
    ['no path', ['scan'], /scan needs at least one/],
    ['an unknown option', ['scan', '.', '--colour=always'], /unknown option --colour /],
    ['a short option', ['scan', '.', '-q'], /unknown option -q/],
    ['an inherited name as option', ['scan', '.', '--constructor'], /unknown option --constructor/],
    ['a scan option for fix', ['fix', '.', '--baseline', 'x'], /--baseline does not belong to fix/],
    ['an unknown baseline', ['scan', '.', '--baseline', 'gone.json'], /cannot read gone\.json/],
    ['a fix option for scan', ['scan', '.', '--write'], /--write does not belong to scan/],
    ['a missing value', ['scan', '.', '--format'], /--format needs a value/],
    ['a value too many', ['scan', '.', '--quiet=yes'], /--quiet takes no value/],
    ['an unknown format', ['scan', '.', '--format', 'html'], /--format cannot be "html".*table, json, sarif/],
    ['an unknown level', ['scan', '.', '--fail-on=hint'], /--fail-on cannot be "hint"/],
    ['an unknown provider', ['scan', '.', '--provider=gke'], /--provider cannot be "gke"/],
    ['an unknown language', ['scan', '.', '--lang=fr'], /--lang cannot be "fr"/],
    ['no version', ['scan', '.', '--target-version=latest'], /--target-version cannot be "latest"/],
    ['no version today', ['scan', '.', '--current-version=2.0'], /--current-version cannot be "2.0"/],
    ['a path that is not there', ['scan', 'gone.yaml'], /cannot read gone.yaml: no such file or directory/],
    ['a report format where text goes', ['fix', '--write', '-', '--format=json'], /--format has no place/],
  ];
  for (const [what, args, expected] of cases) {
    it(`${what}: ${args.join(' ')}`, test => {
      const { status, stdout, stderr } = folder(test).run(args, { input: '' });
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, expected);
      assert.equal(stderr.trimEnd().split('\n').length, 1);
    });
  }

  it('says it in Chinese when asked to', test => {
    const { status, stderr } = folder(test).run(['scan', '--lang', 'zh-cn']);
    assert.equal(status, 2);
    assert.match(stderr, /至少需要一个文件或文件夹/);
  });
});

describe('what is asked for', () => {
  const options = (...args: string[]): object => {
    const invocation = readArguments(args, {});
    assert.equal(invocation.kind, 'run');
    return invocation.kind === 'run' ? invocation.options : {};
  };

  it('has defaults', () => {
    assert.deepEqual(options('scan', 'a'), {
      command: 'scan',
      paths: ['a'],
      targetVersion: 'auto',
      currentVersion: 'auto',
      provider: 'generic',
      providerIsAuto: true,
      baseline: null,
      changedSince: null,
      format: undefined,
      failOn: 'error',
      language: 'en',
      quiet: false,
      write: false,
      keepDefaults: false,
    });
  });

  it('may come in any order, with = or a blank; after -- all are paths', () => {
    assert.deepEqual(
      options(
        '--format=json',
        'fix',
        '--target-version',
        'v1.31.2',
        'a',
        '--write',
        '--keep-defaults',
        '--',
        '--b',
        '-',
      ),
      {
        ...options('fix', 'a'),
        paths: ['a', '--b', '-'],
        format: 'json',
        targetVersion: 'v1.31.2',
        write: true,
        keepDefaults: true,
      },
    );
  });

  it('takes the language from --lang, else from the environment', () => {
    const language = (args: string[], env: NodeJS.ProcessEnv): unknown => {
      const invocation = readArguments(['--help', ...args], env);
      return invocation.kind === 'help' && invocation.language;
    };
    assert.equal(language([], { LANG: 'zh_CN.UTF-8' }), 'zh-cn');
    assert.equal(language([], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }), 'en');
    assert.equal(language(['--lang', 'en'], { LANG: 'zh_CN.UTF-8' }), 'en');
    assert.equal(language(['--lang=zh-cn'], {}), 'zh-cn');
  });
});

describe('help and version', () => {
  it('help names every option of the commands that work, and no other command', test => {
    const { status, stdout, stderr } = folder(test).run(['--help']);
    assert.equal(status, 0);
    assert.equal(stderr, '');
    for (const name of [
      'target-version',
      'current-version',
      'provider',
      'format',
      'fail-on',
      'lang',
      'quiet',
      'write',
      'keep-defaults',
      'baseline',
      'changed-since',
      'help',
      'version',
    ]) {
      assert.match(stdout, new RegExp(`--${name}\\b`));
    }
    assert.doesNotMatch(stdout, /\bplan\b/);
    assert.ok(stdout.split('\n').every(line => line.length <= 120));
  });

  it('version is the package’s', test => {
    const manifest = JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'package.json'), 'utf8')) as {
      version: string;
    };
    assert.deepEqual(folder(test).run(['--version']), { status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });
});

describe('exit status of scan', () => {
  const deprecated =
    'apiVersion: autoscaling/v2beta2\nkind: HorizontalPodAutoscaler\nmetadata: {name: web}\nspec: {}\n';
  const cases: readonly (readonly [string, readonly string[], string, number])[] = [
    ['nothing found', [], CLEAN, 0],
    ['an error', [], OLD_INGRESS, 1],
    ['an error, but never failing', ['--fail-on', 'never'], OLD_INGRESS, 0],
    ['a warning', ['--target-version=1.24'], deprecated, 0],
    ['a warning that counts', ['--target-version=1.24', '--fail-on=warning'], deprecated, 1],
    ['an old target that still serves it', ['--target-version=1.13', '--fail-on=warning'], OLD_INGRESS, 0],
    ['an empty input', [], '', 0],
  ];
  for (const [what, args, input, expected] of cases) {
    it(`${what}: ${expected}`, test => {
      assert.equal(folder(test).run(['scan', '-', ...args], { input }).status, expected);
    });
  }

  it('an unreadable path ends the run although another one has findings', test => {
    const { status, stdout } = folder(test, { 'a.yaml': OLD_INGRESS }).run(['scan', 'a.yaml', 'gone']);
    assert.deepEqual({ status, stdout }, { status: 2, stdout: '' });
  });
});
