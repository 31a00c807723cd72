// ECI as a person sees it: the list of annotations while typing, and the fixes of one that stands in the wrong place.
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { openWorkbench, type Workbench } from '../host/workbench';

const root = resolve(__dirname, '..', '..', '..');
const workspace = resolve(root, 'test', 'integration', 'eci', 'workspace');

async function goTo(window: Workbench, place: string): Promise<void> {
  await window.page.keyboard.press('Control+G');
  await window.page.locator('.quick-input-widget input:focus').waitFor();
  await window.page.keyboard.insertText(place);
  await window.page.keyboard.press('Enter');
  await window.page.locator('.quick-input-widget').waitFor({ state: 'hidden' });
}

for (const locale of ['en', 'zh-cn'] as const) {
  test(`annotations are proposed and moved (${locale})`, async () => {
    const window = await openWorkbench({ root, workspace, locale, theme: locale === 'en' ? 'light' : 'dark' });
    const { page } = window;
    try {
      await window.openFile('deployment.yaml');
      await page.locator('.squiggly-error').first().waitFor();
      await goTo(window, '7:8');
      await page.keyboard.press('Control+.');
      const title =
        locale === 'en' ? 'Move to spec.template.metadata.annotations' : '移动到 spec.template.metadata.annotations';
      await page.locator('.action-widget', { hasText: title }).waitFor();
      await window.screenshot(`eci-fix-${locale}`);
      await page.keyboard.press('Escape');

      await window.openFile('pod.yaml');
      await page.locator('.view-line', { hasText: 'preview' }).first().waitFor();
      await goTo(window, '6:5');
      await page.keyboard.type('k8s.aliyun.com/eci-max', { delay: 20 });
      await page.keyboard.press('Control+Space');
      const row = page
        .locator('.suggest-widget .monaco-list-row', { hasText: 'k8s.aliyun.com/eci-max-pending-minute' })
        .first();
      await row.waitFor();
      const limits = locale === 'en' ? '10 to 1440 minutes, default 240' : '10～1440 分钟，默认 240';
      // The key toggles the details: pressed while they are on their way it would take them off again.
      const details = page.locator('.suggest-details-container', { hasText: limits });
      const shown = (): Promise<boolean> =>
        details.waitFor({ timeout: 5_000 }).then(
          () => true,
          () => false,
        );
      for (let tries = 0; tries < 5 && !(await shown()); tries++) await page.keyboard.press('Control+Space');
      await details.waitFor();
      await window.screenshot(`eci-completion-${locale}`);
      await page.keyboard.press('Enter');
      await page.keyboard.type('30');
      await page.locator('.view-line', { hasText: 'eci-max-pending-minute: "30"' }).waitFor();
      assert.equal(await page.locator('.notification-toast').count(), 0, 'nothing pops up');
    } finally {
      await window.close();
    }
  });
}
