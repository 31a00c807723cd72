// The browser that is on the machine, started through playwright-core; nothing is downloaded.
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chrome', 'chromium-browser', 'microsoft-edge'];

/** Full path of a Chromium, or undefined. `CHROMIUM_PATH` wins. */
export function findBrowser(): string | undefined {
  const stated = process.env['CHROMIUM_PATH'];
  if (stated) return stated;
  const folders = (process.env['PATH'] ?? '').split(delimiter).concat('/usr/bin');
  return NAMES.flatMap(name => folders.map(folder => join(folder, name))).find(path => existsSync(path));
}

/** Opens the browser; it ends with this process at the latest. */
export async function launchBrowser(headless = true): Promise<Browser> {
  const executablePath = findBrowser();
  if (executablePath === undefined) throw new Error('no Chromium on this machine');
  return chromium.launch({
    executablePath,
    headless,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
