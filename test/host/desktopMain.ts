// The process that holds the desktop window (under xvfb-run where there is no display); see desktop.ts.
import { runTests } from '@vscode/test-electron';

const [
  vscodeExecutablePath = '',
  extensionDevelopmentPath = '',
  extensionTestsPath = '',
  workspace = '',
  profile = '',
] = process.argv.slice(2);

runTests({
  vscodeExecutablePath,
  extensionDevelopmentPath,
  extensionTestsPath,
  launchArgs: [
    workspace,
    '--disable-extensions',
    `--user-data-dir=${profile}/data`,
    `--extensions-dir=${profile}/extensions`,
  ],
}).then(
  code => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
