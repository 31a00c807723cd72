// Pictures of everything the editor half shows, in three themes and both languages, for somebody to look at; and what
// can be said of them without looking: squiggles that show in high contrast, and no English sentence of ours in Chinese.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Page } from 'playwright-core';
import {
  goToNextProblem,
  openQuickFixes,
  openSample,
  plain,
  root,
  showHover,
  squiggles,
  takeQuickFix,
  type SampleWindow,
} from './gestures';

/** What the system is set to, and the class of the window that follows it. High contrast last: it takes over more. */
const THEMES = [
  { name: 'dark', colorScheme: 'dark', forcedColors: 'none', worn: 'vs-dark' },
  { name: 'light', colorScheme: 'light', forcedColors: 'none', worn: 'vs' },
  { name: 'high-contrast', colorScheme: 'dark', forcedColors: 'active', worn: 'hc-black' },
] as const;

/** With these a window changes its theme under an open hover or menu, because the system does. */
const FOLLOW_SYSTEM = {
  'window.autoDetectColorScheme': true,
  'window.autoDetectHighContrast': true,
  'workbench.preferredDarkColorTheme': 'Default Dark Modern',
  'workbench.preferredLightColorTheme': 'Default Light Modern',
};

/** Three English words in a row, with nothing but blanks between them. Names of things are no sentences. */
const ENGLISH = /(?:\b[A-Za-z][a-z']+ ){2}[A-Za-z][a-z']+\b/;

const LANGUAGES = [
  {
    locale: 'en',
    convert: 'Convert to networking.k8s.io/v1',
    preview: 'Preview conversion',
    hover: /Removed in.*What changes.*In this file.*Sources/,
    status: /Kubernetes 1\.31 · from workspace settings.*Change/,
    found: /\d+ file/,
  },
  {
    locale: 'zh-cn',
    convert: '转换为 networking.k8s.io/v1',
    preview: '预览转换',
    hover: /移除.*变更内容.*在此文件中.*来源/,
    status: /Kubernetes 1\.31 · 来自工作区设置.*更改/,
    found: /\d+ 个文件/,
  },
] as const;

for (const language of LANGUAGES) {
  const { locale } = language;
  test(`what a person sees, in ${locale}`, async () => {
    const nls = locale === 'en' ? 'package.nls.json' : `package.nls.${locale}.json`;
    const names = JSON.parse(readFileSync(join(root, nls), 'utf8')) as Record<string, string>;
    const command = (key: string) => `${names['command.category']}: ${names[`command.${key}`]}`;
    const inLanguage = (text: string, what: string) => {
      if (locale !== 'en') assert.doesNotMatch(text, ENGLISH, `${what}: ${text}`);
    };
    const window = await openSample({ locale, theme: 'light', settings: FOLLOW_SYSTEM });
    const { page } = window;
    try {
      await window.openFile('services/storefront/ingress.yaml');
      await squiggles(page, 'error').first().waitFor();
      inLanguage(await goToNextProblem(page), 'message');

      const ours = (await showHover(page)).locator('.markdown-hover', { has: page.locator('table') });
      const explained = plain(await ours.innerText());
      assert.match(explained, language.hover);
      inLanguage(explained, 'hover');
      await pictures(window, `hover-${locale}`, async theme => {
        if (theme === 'high-contrast') await assertVisibleSquiggle(page);
      });
      await page.keyboard.press('Escape');

      const titles = await openQuickFixes(page);
      assert.equal(titles[0], language.convert);
      inLanguage(titles.join(' / '), 'quick fixes');
      await pictures(window, `menu-${locale}`);

      await takeQuickFix(page, language.preview);
      await page.locator('.monaco-diff-editor .line-insert').first().waitFor();
      inLanguage(plain(await page.locator('.tab.active').innerText()), 'title of the preview');
      await pictures(window, `preview-${locale}`);
      await window.runCommand('View: Close All Editors');
      await page.locator('.tab').first().waitFor({ state: 'detached' });
      await window.openFile('services/storefront/ingress.yaml');

      await page.locator('#status\\.languageStatus').hover();
      const status = page.locator('.hover-language-status', { hasText: 'Kubernetes' });
      await status.waitFor();
      const stated = plain(await status.innerText());
      assert.match(stated, language.status);
      inLanguage(stated, 'language status');
      await pictures(window, `status-${locale}`);
      await page.mouse.move(0, 0);
      await status.waitFor({ state: 'hidden' });

      await window.openFile('services/orders/cronjobs.yaml');
      await squiggles(page, 'error').first().waitFor();
      await window.runCommand(command('chooseTarget'));
      const list = page.locator('.quick-input-widget');
      await list
        .locator('.monaco-list-row', { hasText: /^1\.25/ })
        .filter({ hasText: language.found })
        .waitFor();
      inLanguage(plain(await list.locator('.quick-input-title').innerText()), 'title of the list');
      inLanguage((await list.locator('.monaco-list-row').allInnerTexts()).map(plain).join(' / '), 'targets');
      await pictures(window, `target-${locale}`);
      await page.keyboard.press('Escape');
      await list.waitFor({ state: 'hidden' });

      await window.openFile('services/storefront/ingress.yaml');
      await goToNextProblem(page);
      await openQuickFixes(page);
      await takeQuickFix(page, language.convert);
      await squiggles(page, 'error').first().waitFor({ state: 'detached' });
      await pictures(window, `converted-${locale}`);

      await window.runCommand('Welcome: Open Walkthrough...');
      await page.locator('.quick-input-list .monaco-list-row', { hasText: names['walkthrough.title']! }).waitFor();
      await page.keyboard.type(names['walkthrough.title']!);
      await page.keyboard.press('Enter');
      const walkthrough = page.locator('.gettingStartedContainer .gettingStartedDetailsContent');
      await walkthrough.getByText(names['walkthrough.open.title']!).first().waitFor();
      // The page blocks style sheets in pictures: without colours of its own, each shape would be black.
      const drawn = page.frameLocator('iframe.webview').frameLocator('#active-frame').locator('svg rect').first();
      await drawn.waitFor();
      const fill = await drawn.evaluate(shape => shape.ownerDocument.defaultView!.getComputedStyle(shape).fill);
      assert.notEqual(fill, 'rgb(0, 0, 0)', 'the picture has colours');
      await pictures(window, `walkthrough-${locale}`);
    } catch (error) {
      await window.screenshot(`failed-${locale}`);
      throw error;
    } finally {
      await window.close();
    }
  });
}

/** The window as it is now, once in each theme; it ends in the first. */
async function pictures(
  { page, screenshot }: SampleWindow,
  name: string,
  look: (theme: (typeof THEMES)[number]['name']) => Promise<void> = async () => {},
): Promise<void> {
  for (const { name: theme, colorScheme, forcedColors, worn } of THEMES) {
    await page.emulateMedia({ colorScheme, forcedColors });
    await page.locator(`.monaco-workbench.${worn}`).waitFor();
    await look(theme);
    // The status bar takes on its colour slowly; the cursor's blinking never ends.
    await page.evaluate(
      'Promise.allSettled(document.getAnimations().filter(a => a instanceof CSSTransition).map(a => a.finished)).then(() => {})',
    );
    await screenshot(`${name}-${theme}`);
  }
  const { colorScheme, forcedColors, worn } = THEMES[0];
  await page.emulateMedia({ colorScheme, forcedColors });
  await page.locator(`.monaco-workbench.${worn}`).waitFor();
}

/** High contrast replaces the wave by a line below the text; it must have a width and a colour of its own. */
async function assertVisibleSquiggle(page: Page): Promise<void> {
  const drawn = await squiggles(page, 'error')
    .first()
    .evaluate(element => {
      const { borderBottomStyle, borderBottomWidth, borderBottomColor } =
        element.ownerDocument.defaultView!.getComputedStyle(element);
      return { style: borderBottomStyle, width: parseFloat(borderBottomWidth), colour: borderBottomColor };
    });
  assert.equal(drawn.style, 'double');
  assert.ok(drawn.width >= 3, `${drawn.width} pixels`);
  assert.doesNotMatch(drawn.colour, /, 0\)$|^rgb\(0, 0, 0\)$|transparent/);
}
