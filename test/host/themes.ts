// The colour themes pictures are taken in, and how to be sure that the window wears one.
//
// Found by trying, VS Code 1.139 in a browser: the window starts in the theme of its own default and looks at the
// setting again only when the setting's value is an older name that it rewrites (`Default Dark Modern`). A high
// contrast theme it takes over from the system only, but keeps it when the system goes back.
import { type Page } from 'playwright-core';

const THEMES = {
  dark: { setting: 'Default Dark Modern', file: 'dark_modern', system: undefined },
  light: { setting: 'Default Light Modern', file: 'light_modern', system: undefined },
  'high-contrast': { setting: 'Default High Contrast', file: 'hc_black', system: 'dark' },
  'high-contrast-light': { setting: 'Default High Contrast Light', file: 'hc_light', system: 'light' },
} as const;

/** A theme by its short name. */
export type Theme = keyof typeof THEMES;

/** The settings that ask for a theme. */
export function themeSettings(theme: Theme): Readonly<Record<string, unknown>> {
  return { 'workbench.colorTheme': THEMES[theme].setting };
}

/** Waits until the window wears the theme, which comes some seconds after the window itself. */
export async function wearTheme(page: Page, theme: Theme): Promise<void> {
  const { file, system } = THEMES[theme];
  await page.locator('.monaco-workbench[class*="vscode-theme-"]').waitFor({ timeout: 60_000 });
  const worn = page.locator(`.monaco-workbench[class*="theme-defaults-themes-${file}-json"]`);
  if (system) await page.emulateMedia({ colorScheme: system, forcedColors: 'active' });
  await worn.waitFor({ timeout: 60_000 });
  if (!system) return;
  await page.emulateMedia({ colorScheme: system, forcedColors: 'none' });
  await worn.waitFor();
}
