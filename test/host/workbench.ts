// A whole VS Code window for user-interface tests, the demo and pictures: server, browser and page in one call.
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type Page } from 'playwright-core';
import { launchBrowser } from './browser';
import { startServer } from './server';
import { type Theme, themeSettings, wearTheme } from './themes';

/** What the window opens with. */
export interface WorkbenchOptions {
  /** The project's folder; also the extension under development unless said otherwise. */
  readonly root: string;
  /** Folder to open. */
  readonly workspace: string;
  readonly extensionDevelopmentPath?: string;
  /** `web` runs the extension in the web worker host. */
  readonly kind?: 'node' | 'web';
  readonly theme?: Theme;
  /** `en` or `zh-cn`. */
  readonly locale?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** File to open at once, relative to the workspace. */
  readonly openFile?: string;
  readonly size?: { readonly width: number; readonly height: number };
  /** A window on the screen instead of a hidden one. */
  readonly headed?: boolean;
  readonly log?: (line: string) => void;
}

/** An open window with the few gestures every test needs. */
export interface Workbench {
  readonly page: Page;
  /** Address of the window, for a browser of one's own. */
  readonly url: string;
  /** Lines of the page's console so far; those of the extension host hold `[Extension Host]`. */
  readonly consoleLines: readonly string[];
  /** Opens the command palette by keyboard, types the command's title and runs the first match. */
  readonly runCommand: (title: string) => Promise<void>;
  /** Opens a file of the workspace by keyboard, as Go to File does. */
  readonly openFile: (path: string) => Promise<void>;
  /** Saves the picture as test-results/screenshots/NAME.png and answers its path. */
  readonly screenshot: (name: string) => Promise<string>;
  readonly close: () => Promise<void>;
}

/** A server with a window's address, for a browser that somebody opens by hand. */
export async function openServerWindow(options: WorkbenchOptions): Promise<Pick<Workbench, 'url' | 'close'>> {
  const settings = windowSettings(options);
  const { root, locale = 'en', log } = options;
  const server = await startServer({ root, settings, locale, ...(log ? { log } : {}) });
  return { url: workbenchUrl(server.authority, options), close: server.close };
}

/** Opens a window and waits until its editor part and status bar are there. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const server = await openServerWindow(options);
  const browser = await launchBrowser(!options.headed).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  const close = async () => {
    await browser.close().catch(() => {});
    await server.close();
  };
  try {
    const size = options.size ?? { width: 1400, height: 900 };
    const context = await browser.newContext({
      viewport: options.headed ? null : size,
      locale: options.locale ?? 'en',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    const consoleLines: string[] = [];
    page.on('console', message => consoleLines.push(message.text()));
    const { url } = server;
    await page.goto(url);
    await workbenchReady(page);
    await wearTheme(page, options.theme ?? 'dark');
    const screenshot = async (name: string) => {
      const folder = join(options.root, 'test-results', 'screenshots');
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path });
      return path;
    };
    const runCommand = async (title: string) => {
      // The palette takes typing only once it has focus.
      await page.keyboard.press('F1');
      await page.locator('.quick-input-widget input:focus').waitFor();
      await page.keyboard.type(title);
      await page.locator('.quick-input-list .monaco-list-row').filter({ hasText: title }).first().waitFor();
      await page.keyboard.press('Enter');
    };
    const openFile = (path: string) => goToFile(page, path);
    return { page, url, consoleLines, runCommand, openFile, screenshot, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const windowSettings = (options: WorkbenchOptions) => ({
  ...kindSettings(options.kind),
  ...themeSettings(options.theme ?? 'dark'),
  ...options.settings,
});

/**
 * Settings that put the extension into one host. The payload's extensionDevelopmentKind alone does not: VS Code 1.139
 * reads it but an extension that has both `main` and `browser` still goes to the Node host.
 */
export function kindSettings(kind: 'node' | 'web' | undefined): Readonly<Record<string, unknown>> {
  return kind === 'web' ? { 'remote.extensionKind': { 'kube-upgrade-readiness.kube-upgrade-readiness': ['web'] } } : {};
}

/** The address of a window on a running server. */
export function workbenchUrl(
  authority: string,
  options: WorkbenchOptions,
  more: readonly (readonly [string, string])[] = [],
): string {
  const remote = (path: string) => `vscode-remote://${authority}${resolve(path)}`;
  const payload: (readonly [string, string])[] = [
    ['extensionDevelopmentPath', remote(options.extensionDevelopmentPath ?? options.root)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...more,
  ];
  if (options.kind === 'web') payload.push(['extensionDevelopmentKind', 'web']);
  if (options.openFile) payload.push(['openFile', remote(join(options.workspace, options.openFile))]);
  return `http://${authority}/?folder=${encodeURIComponent(resolve(options.workspace))}&payload=${encodeURIComponent(JSON.stringify(payload))}`;
}

/** Resolves when the window can take a key: the workbench is drawn and the status bar is filled. */
export async function workbenchReady(page: Page): Promise<void> {
  await page.locator('.monaco-workbench .part.editor').waitFor({ timeout: 60_000 });
  await page.locator('.monaco-workbench .part.statusbar .statusbar-item').first().waitFor({ timeout: 60_000 });
}

async function goToFile(page: Page, path: string): Promise<void> {
  await page.keyboard.press('Control+P');
  await page.locator('.quick-input-widget input:focus').waitFor();
  await page.keyboard.type(path);
  const parts = path.split('/');
  const name = parts.pop() ?? path;
  // The selected row: before the search is done, the list holds other files of the same name that were open lately.
  const selected = page.locator('.quick-input-list .monaco-list-row.focused');
  await selected
    .filter({ hasText: name })
    .filter({ hasText: parts.join('/') })
    .waitFor();
  await page.keyboard.press('Enter');
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
}
