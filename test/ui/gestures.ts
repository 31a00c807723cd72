// What the window tests share: a copy of the sample repository in a real window, and the gestures of a person at the
// keyboard. Each waits for what it shows, never for time.
import assert from 'node:assert/strict';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Locator, type Page } from 'playwright-core';
import { openWorkbench, type Workbench, type WorkbenchOptions } from '../host/workbench';

export const root = resolve(__dirname, '..', '..', '..');

/** A window on a copy of the sample repository that a test may write to. */
export interface SampleWindow extends Workbench {
  readonly folder: string;
  /** The text of a file as it is on disk now. */
  readonly read: (path: string) => Promise<string>;
  /** Waits until a file on disk has the text. */
  readonly written: (path: string, expected: (text: string) => boolean) => Promise<string>;
}

export async function openSample(options: Omit<WorkbenchOptions, 'root' | 'workspace'> = {}): Promise<SampleWindow> {
  const parent = await mkdtemp(join(tmpdir(), 'kube-upgrade-sample-'));
  const remove = () => rm(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  try {
    const folder = join(parent, 'shop-platform');
    await cp(join(root, 'samples', 'shop-platform'), folder, { recursive: true });
    const window = await openWorkbench({ root, workspace: folder, ...options });
    const read = (path: string) => readFile(join(folder, path), 'utf8');
    const written = async (path: string, expected: (text: string) => boolean) => {
      const end = Date.now() + 30_000;
      let text = await read(path);
      while (!expected(text) && Date.now() < end) {
        await new Promise(next => setTimeout(next, 50));
        text = await read(path);
      }
      return text;
    };
    const close = () => window.close().finally(remove);
    return { ...window, folder, read, written, close };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Underlined places of the visible editor, as VS Code draws them. */
export const squiggles = (page: Page, severity: 'error' | 'warning'): Locator =>
  page.locator(`.monaco-editor .view-overlays .squiggly-${severity}`);

/** Texts that are struck through, put together from the pieces in which they are coloured. */
export async function struckThrough(page: Page): Promise<readonly string[]> {
  return page.locator('.monaco-editor .view-line:has(.squiggly-inline-deprecated)').evaluateAll(lines =>
    lines.map(line =>
      [...line.querySelectorAll('.squiggly-inline-deprecated')]
        .filter(piece =>
          line.ownerDocument.defaultView?.getComputedStyle(piece).textDecorationLine.includes('line-through'),
        )
        .map(piece => piece.textContent)
        .join(''),
    ),
  );
}

/** F8, and its inline message closed again: the cursor stands on the next problem. */
export async function goToNextProblem(page: Page): Promise<string> {
  await page.keyboard.press('F8');
  const message = page.locator('.monaco-editor .marker-widget .descriptioncontainer');
  await message.waitFor();
  const text = await message.innerText();
  await page.keyboard.press('Escape');
  await message.waitFor({ state: 'hidden' });
  return plain(text);
}

/** Ctrl+K Ctrl+I: the hover of the place under the cursor, with our part in it. */
export async function showHover(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  return hover(page);
}

/** The hover with our explanation in it, once it is there. */
export async function hover(page: Page): Promise<Locator> {
  const shown = page.locator('.monaco-hover:visible', { has: page.locator('table') });
  await shown.waitFor();
  return shown;
}

/** Ctrl+. and what the menu offers, from top to bottom; the first one is selected. */
export async function openQuickFixes(page: Page): Promise<readonly string[]> {
  const rows = page.locator('.action-widget .monaco-list-row.action');
  // VS Code drops the menu when the editor takes the focus late: a person would press the keys once more.
  for (let tries = 2; tries > 0; tries--) {
    await page.keyboard.press('Control+.');
    if (await appears(rows.first(), 5_000)) break;
  }
  await rows.first().waitFor();
  return (await rows.allInnerTexts()).map(plain);
}

async function appears(place: Locator, timeout: number): Promise<boolean> {
  return place.waitFor({ timeout }).then(
    () => true,
    () => false,
  );
}

/** Takes an entry of the open quick fix menu with the arrow keys. */
export async function takeQuickFix(page: Page, title: string): Promise<void> {
  const focused = page.locator('.action-widget .monaco-list-row.focused');
  const count = await page.locator('.action-widget .monaco-list-row.action').count();
  for (let step = 0; step < count && plain(await focused.innerText()) !== title; step++) {
    await page.keyboard.press('ArrowDown');
  }
  assert.equal(plain(await focused.innerText()), title);
  await page.keyboard.press('Enter');
  await page.locator('.action-widget .monaco-list-row').first().waitFor({ state: 'hidden' });
}

/** Opens the list of targets by its command's title and types a version; answers its row once it is counted and selected. */
export async function chooseTarget(window: Workbench, command: string, version: string): Promise<Locator> {
  const { page } = window;
  await window.runCommand(command);
  const row = page.locator(`.quick-input-list .monaco-list-row.focused[aria-label^="${version},"]`);
  await page.locator('.quick-input-widget .quick-input-title', { hasText: 'Kubernetes' }).waitFor();
  await page.keyboard.type(version);
  await row.filter({ hasText: /\d+ |nothing/ }).waitFor();
  return row;
}

/** Nothing that asks for attention: no toast, no dialog. */
export async function assertQuiet(page: Page): Promise<void> {
  assert.equal(await page.locator('.notification-toast').count(), 0, 'no toast');
  assert.equal(await page.locator('.monaco-dialog-box').count(), 0, 'no dialog');
}

/** Text as read: VS Code draws blanks as non-breaking ones, and breaks lines where it likes. */
export function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
