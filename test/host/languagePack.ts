// A stand-in language pack, so that the server reports `vscode.env.language` = zh-cn and extensions are localised.
//
// What was found to work: the server takes the language from `--locale`, then looks into
// <user data>/languagepacks.json. Only a language listed there becomes `env.language` and makes VS Code read an
// extension's package.nls.zh-cn.json and l10n/bundle.l10n.zh-cn.json; `--locale` alone falls back to English.
// Microsoft's pack with the translated workbench comes from the marketplace only, so the stand-in translates no
// word of the workbench itself: menus stay English, everything from this extension is Chinese.
import { createHash } from 'node:crypto';

/** Files to write below the user data folder, by relative path; none for English. */
export function languagePackFiles(locale: string, extensions: string): Readonly<Record<string, string>> {
  if (locale === 'en') return {};
  const file = `language-pack/${locale}.json`;
  const hash = createHash('md5').update(locale).digest('hex');
  const pack = {
    hash,
    label: locale,
    extensions: [{ extensionIdentifier: { id: `stand-in.language-pack-${locale}` }, version: '1.0.0' }],
    translations: { vscode: `${extensions}/../user/${file}` },
  };
  return {
    [file]: JSON.stringify({ version: '1.0.0', contents: {} }),
    'languagepacks.json': JSON.stringify({ [locale]: pack }),
  };
}
