// The shortest way through a real window by keyboard alone: proves that opening, typing and pictures work.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { openWorkbench } from '../host/workbench';

const root = resolve(__dirname, '..', '..', '..');

test('a manifest opens by keyboard and commands run from the palette', async () => {
  const workspace = resolve(root, 'test', 'integration', 'smoke', 'workspace');
  const window = await openWorkbench({ root, workspace });
  try {
    await window.openFile('deployment.yaml');
    await window.page.locator('.view-line', { hasText: 'Deployment' }).first().waitFor();
    await window.runCommand('View: Toggle Primary Side Bar Visibility');
    await window.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    assert.equal(await window.page.locator('.part.auxiliarybar').isVisible(), false, 'the auxiliary bar is closed');
    assert.equal(await window.page.locator('.notification-toast').count(), 0, 'nothing pops up');
    await window.screenshot('window');
  } finally {
    await window.close();
  }
});

test('in zh-cn the commands of the extension are Chinese', async () => {
  const words = JSON.parse(readFileSync(resolve(root, 'package.nls.zh-cn.json'), 'utf8')) as Record<string, string>;
  const category = words['command.category'] ?? '';
  assert.match(category, /\p{Script=Han}/u);
  const workspace = resolve(root, 'test', 'integration', 'smoke', 'workspace');
  const window = await openWorkbench({ root, workspace, theme: 'high-contrast', locale: 'zh-cn' });
  try {
    await window.page.keyboard.press('F1');
    await window.page.locator('.quick-input-widget input:focus').waitFor();
    await window.page.keyboard.insertText(category);
    await window.page.locator('.quick-input-list .monaco-list-row', { hasText: category }).first().waitFor();
    await window.page.locator('.monaco-workbench.hc-black').waitFor();
    await window.screenshot('window-zh-cn');
  } finally {
    await window.close();
  }
});
