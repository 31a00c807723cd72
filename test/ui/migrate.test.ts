// Converts the sample workspace through the refactor preview by keyboard, undoes it once, and compares every file.
import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { test } from 'node:test';
import { openWorkbench, type Workbench } from '../host/workbench';

const root = resolve(__dirname, '..', '..', '..');

function contents(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  const files = names.filter(name => statSync(join(folder, name)).isFile() && !name.startsWith('.vscode'));
  return new Map(files.map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** Names of files that differ. */
function changed(before: Map<string, string>, now: Map<string, string>): string[] {
  assert.deepEqual([...now.keys()], [...before.keys()], 'files come or go');
  return [...before].filter(([name, text]) => now.get(name) !== text).map(([name]) => name);
}

async function until<T>(what: string, ask: () => T | Promise<T>, good: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 60_000;
  for (;;) {
    const value = await ask();
    if (good(value)) return value;
    if (Date.now() > end) assert.fail(`waited in vain: ${what}`);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

/** Ticks every group of the preview with the space bar. */
async function tickAll({ page }: Workbench): Promise<void> {
  const groups = page.locator('.bulk-edit-panel .monaco-list-row[aria-level="1"]');
  await groups.first().waitFor();
  await page.locator('.bulk-edit-panel .monaco-list').first().focus();
  await page.keyboard.press('Home');
  const names = new Set<string>();
  for (;;) {
    const row = page.locator('.bulk-edit-panel .monaco-list-row.focused');
    const name = (await row.getAttribute('aria-label')) ?? (await row.innerText());
    if (names.has(name)) break;
    names.add(name);
    if ((await row.getAttribute('aria-level')) === '1') await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
  }
}

test('the sample workspace is converted in one previewed step, and one undo takes it back', async () => {
  const workspace = mkdtempSync(join(tmpdir(), 'kube-upgrade-migrate-'));
  cpSync(join(root, 'samples', 'shop-platform'), workspace, { recursive: true });
  const before = contents(workspace);
  const settings = { 'kubeUpgrade.targetVersion': '1.33', 'files.refactoring.autoSave': true };
  const window = await openWorkbench({ root, workspace, settings });
  const { page } = window;
  try {
    await window.openFile('status-page-ingress.json');
    await window.runCommand('Convert All Deprecated APIs');
    await tickAll(window);
    await window.screenshot('migrate-preview');
    await page.keyboard.press('Control+Enter');

    const converted = await until(
      'files are converted',
      () => changed(before, contents(workspace)),
      names => names.length > 10,
    );
    await page.locator('.tab.active', { hasText: /summary/i }).waitFor();
    await window.screenshot('migrate-summary');
    assert.ok(converted.includes(join('platform', 'edge', 'status-page-ingress.json')));
    assert.deepEqual(
      converted.filter(name => name.startsWith('clean')),
      [],
      'clean files stay as they are',
    );

    // One undo in any of the files takes back all of them, and saves them as the conversion did.
    await window.openFile('status-page-ingress.json');
    await page.keyboard.press('Control+Home');
    await page.keyboard.press('Control+Z');
    await until(
      'the undo reaches every file',
      () => changed(before, contents(workspace)),
      names => names.length === 0,
    );
    await window.screenshot('migrate-undone');
  } finally {
    await window.close();
    rmSync(workspace, { recursive: true, force: true });
  }
});
