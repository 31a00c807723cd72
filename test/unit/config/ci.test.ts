/** What the repository offers other repositories: an action and pre-commit hooks that fit the command line. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { parse } from 'yaml';
import { readArguments } from '../../../src/cli/options';

const root = join(__dirname, '..', '..', '..', '..');
const yaml = <T>(name: string): T => parse(readFileSync(join(root, name), 'utf8')) as T;

interface Action {
  inputs: Record<string, { default: string }>;
  runs: { steps: { env: Record<string, string>; run: string }[] };
}

it('the action passes only options that exist, and no input into the script itself', () => {
  const { inputs, runs } = yaml<Action>('action.yml');
  const [step] = runs.steps;
  assert.ok(step);
  assert.doesNotMatch(step.run, /\$\{\{/);
  const options = [...step.run.matchAll(/(--[a-z-]+) "\$(\w+)"/g)];
  assert.equal(options.length, 6);
  for (const [, option, variable] of options) {
    const input: string | undefined = /inputs\.([\w-]+)/.exec(step.env[variable!] ?? '')?.[1];
    const value: string = inputs[input ?? '']?.default || 'x';
    assert.equal(readArguments(['scan', option!, value, '--', '.'], {}).kind, 'run', option);
  }
});

it('each hook starts a command that exists', () => {
  const { bin } = yaml<{ bin: Record<string, string> }>('package.json');
  for (const { entry } of yaml<{ entry: string }[]>('.pre-commit-hooks.yaml')) {
    const [npx, yes, program, ...args] = entry.split(' ');
    assert.deepEqual([npx, yes], ['npx', '--yes']);
    assert.ok(program! in bin);
    assert.equal(readArguments([...args, 'a.yaml'], {}).kind, 'run');
  }
});
