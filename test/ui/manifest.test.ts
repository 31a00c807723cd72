// From opening a file to the converted manifest, as a newcomer with no mouse goes through it.
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, afterEach, before, describe, it } from 'node:test';
import { convertedIngress } from './convertedIngress';
import {
  assertQuiet,
  chooseTarget,
  goToNextProblem,
  hover,
  openQuickFixes,
  openSample,
  plain,
  showHover,
  squiggles,
  struckThrough,
  takeQuickFix,
  type SampleWindow,
} from './gestures';

const INGRESS = 'services/storefront/ingress.yaml';
const RECONCILE = 'services/payments/reconcile.yaml';
const SETTINGS = '.vscode/settings.json';
const MESSAGE =
  'Ingress extensions/v1beta1 is not served in Kubernetes 1.22 and later (target 1.31). Use networking.k8s.io/v1.';

describe('a manifest, with the keyboard alone', () => {
  let window: SampleWindow;

  before(async () => {
    window = await openSample();
  });
  after(() => window?.close());
  afterEach(() => assertQuiet(window.page));

  it('underlines and strikes through what the target no longer serves', async () => {
    const { page } = window;
    await assertQuiet(page);
    await window.openFile(INGRESS);
    await squiggles(page, 'error').first().waitFor();
    assert.equal(await squiggles(page, 'error').count(), 1, 'one squiggle, on the value alone');
    assert.ok((await struckThrough(page)).includes('extensions/v1beta1'));
  });

  it('goes to the problem and explains it', async () => {
    const { page } = window;
    const message = await goToNextProblem(page);
    assert.ok(message.startsWith(MESSAGE), message);
    const shown = plain(await (await showHover(page)).innerText());
    for (const text of [MESSAGE, 'Removed in Kubernetes 1.22', 'Use instead networking.k8s.io/v1', 'What changes'])
      assert.ok(shown.includes(text), `“${text}” in: ${shown}`);
    const ours = page.locator('.monaco-hover:visible .markdown-hover', { has: page.locator('table') });
    assert.equal(await ours.locator('table tr', { hasText: /\S/ }).count(), 4, 'four rows');
    assert.match(plain(await ours.innerText()), /In this file .*pathType/);
    assert.ok((await ours.locator('a[data-href^="https://"]').count()) > 0, 'sources are links');
    await page.keyboard.press('Escape');
  });

  it('explains from anywhere in the file, with the focus where the arrow keys scroll', async () => {
    const { page } = window;
    await page.keyboard.press('Control+End');
    await window.runCommand('Kubernetes Upgrade: Show Explanation');
    const shown = await hover(page);
    await page.locator('.monaco-hover:visible :focus, .monaco-hover:visible:focus').first().waitFor();
    assert.ok(plain(await shown.innerText()).length > 0);
    await page.keyboard.press('Escape');
  });

  it('converts from the lightbulb menu, saves the very bytes, and takes it back in one step', async () => {
    const { page } = window;
    const before = await window.read(INGRESS);
    await page.keyboard.press('Control+Home');
    await goToNextProblem(page);
    const titles = await openQuickFixes(page);
    assert.deepEqual(titles, [
      'Convert to networking.k8s.io/v1',
      'Preview conversion',
      'Ignore removed-api here',
      'Convert all in the workspace…',
    ]);
    await takeQuickFix(page, 'Convert to networking.k8s.io/v1');
    await page.locator('.view-line', { hasText: 'defaultBackend' }).waitFor();
    await squiggles(page, 'error').first().waitFor({ state: 'detached' });
    await page.keyboard.press('Control+S');
    assert.equal(await window.written(INGRESS, text => text !== before), convertedIngress);

    await page.keyboard.press('Control+Z');
    await squiggles(page, 'error').first().waitFor();
    await page.keyboard.press('Control+S');
    assert.equal(await window.written(INGRESS, text => text !== convertedIngress), before);
  });

  it('lists the problems', async () => {
    const { page } = window;
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel .monaco-tl-row', { hasText: MESSAGE }).waitFor();
    await page.keyboard.press('Control+Shift+M');
    await page.locator('.markers-panel').waitFor({ state: 'hidden' });
  });

  it('judges anew for another target, and keeps the choice with its comments', async () => {
    const { page } = window;
    const before = await window.read(SETTINGS);
    await window.openFile(INGRESS);
    const row = await chooseTarget(window, 'Kubernetes Upgrade: Choose Target Version', '1.21');
    await row.filter({ hasText: /\d+ file/ }).waitFor();
    await page.keyboard.press('Enter');
    await squiggles(page, 'error').first().waitFor({ state: 'detached' });
    await squiggles(page, 'warning').first().waitFor();
    assert.ok((await struckThrough(page)).includes('extensions/v1beta1'));
    assert.equal(await window.written(SETTINGS, text => text !== before), before.replace('"1.31"', '"1.21"'));
  });

  it('converts on save once it is asked to, and keeps line ends and comments', async () => {
    const { page } = window;
    const onSave = { 'source.fixAll.kubeUpgrade': 'explicit' };
    await window.openFile(RECONCILE);
    const settings = { 'kubeUpgrade.targetVersion': '1.24', 'editor.codeActionsOnSave': onSave };
    await writeFile(join(window.folder, SETTINGS), JSON.stringify(settings));
    // 1.24 alone tells the two documents of this file apart, and with the target the other setting is in force.
    await squiggles(page, 'warning').first().waitFor();
    await squiggles(page, 'error').first().waitFor();
    const before = await window.read(RECONCILE);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('# looked at');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Control+S');
    const saved = await window.written(RECONCILE, text => text !== before);
    assert.ok(saved.startsWith('# looked at\r\n'));
    assert.doesNotMatch(saved, /v1beta1/);
    assert.doesNotMatch(saved, /[^\r]\n/, 'every line still ends with CRLF');
    const comments = (text: string) => text.match(/#.*/g) ?? [];
    assert.deepEqual(comments(saved).slice(1), comments(before));
    await squiggles(page, 'error').first().waitFor({ state: 'detached' });
    await squiggles(page, 'warning').first().waitFor({ state: 'detached' });
  });
});
