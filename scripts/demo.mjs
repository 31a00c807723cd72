// `npm run demo`: builds and opens the sample workspace with the extension. The desktop VS Code when `code` is on the
// PATH, else a VS Code server in the browser that is here. In a fresh clone it does its own set-up.
//
//   npm run demo -- [FOLDER] [--server] [--web] [--theme dark|light|high-contrast|high-contrast-light]
//                   [--locale en|zh-cn] [--open FILE] [--screenshot PICTURE.png] [--no-build]
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureDependencies, ensureSystem, root, which } from './setup.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    server: { type: 'boolean' },
    web: { type: 'boolean' },
    theme: { type: 'string' },
    locale: { type: 'string' },
    open: { type: 'string' },
    screenshot: { type: 'string' },
    'no-build': { type: 'boolean' },
  },
});

const samples = join(root, 'samples', 'shop-platform');
const workspace = positionals[0] ? resolve(positionals[0]) : existsSync(samples) ? samples : root;
const host = name => import(pathToFileURL(join(root, 'out', 'test', 'host', `${name}.js`)).href);

/** The first YAML file of the workspace, when none was named. */
const fileToOpen = () => {
  if (values.open) return values.open;
  const files = readdirSync(workspace, { recursive: true })
    .filter(name => /(?<!kustomization)\.ya?ml$/.test(name) && !/\b(clean|charts)\b/.test(name))
    .sort();
  return files.find(name => /ingress/.test(name)) ?? files[0];
};

function desktop(code) {
  console.log(`demo: opening ${relative(root, workspace) || '.'} in the desktop VS Code`);
  const args = [`--extensionDevelopmentPath=${root}`, '--new-window', workspace];
  spawn(code, args, { stdio: 'inherit', shell: process.platform === 'win32' });
}

const windowOptions = () => {
  const openFile = fileToOpen();
  return {
    root,
    workspace,
    kind: values.web ? 'web' : 'node',
    log: line => console.log(`demo: ${line}`),
    ...(openFile ? { openFile } : {}),
    ...(values.theme ? { theme: values.theme } : {}),
    ...(values.locale ? { locale: values.locale } : {}),
  };
};

async function picture(path) {
  const reason = ensureSystem();
  if (reason) throw new Error(reason);
  const { openWorkbench } = await host('workbench');
  const window = await openWorkbench(windowOptions());
  try {
    const squiggle = window.page.locator('.squiggly-error, .squiggly-warning, .squiggly-info').first();
    const seen = await squiggle.waitFor({ state: 'attached', timeout: 30_000 }).then(
      () => true,
      () => false,
    );
    const taken = await window.screenshot(basename(path, '.png'));
    mkdirSync(dirname(resolve(path)), { recursive: true });
    if (resolve(path) !== taken) copyFileSync(taken, resolve(path));
    console.log(`demo: ${path} saved${seen ? '' : '; no squiggle was seen'}`);
  } finally {
    await window.close();
  }
}

async function inBrowser() {
  const { serverUnsupported } = await host('serverBuild');
  const unsupported = serverUnsupported();
  if (unsupported) throw new Error(`${unsupported}; put the \`code\` command of a desktop VS Code on the PATH`);
  const screen = Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
  const reason = screen ? ensureSystem() : 'no display';
  const { openServerWindow, openWorkbench } = await host('workbench');
  const window = reason
    ? await openServerWindow(windowOptions())
    : await openWorkbench({ ...windowOptions(), headed: true });
  console.log(`demo: VS Code is at ${window.url}`);
  console.log(`demo: ${reason ? `${reason}: open it in a browser on this machine. ` : ''}Ctrl+C ends it.`);
  await new Promise(done => {
    process.once('SIGINT', done);
    process.once('SIGTERM', done);
    window.page?.once('close', done);
  });
  await window.close();
}

try {
  ensureDependencies();
  if (!values['no-build']) build();
  const code = values.server || values.web || values.screenshot ? undefined : which('code');
  if (code) desktop(code);
  else if (values.screenshot) await picture(values.screenshot);
  else await inBrowser();
} catch (error) {
  console.error(`demo: ${error.message}`);
  process.exitCode = 1;
}
