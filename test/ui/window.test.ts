// The shortest way through a real window by keyboard alone: proves that opening, typing and pictures work.
import assert from 'node:assert/strict';
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
