// `npm run package`: builds and makes the .vsix; `--no-build` packs what is there, `--out FILE` names it.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build.mjs';
import { ensureDependencies, root } from './setup.mjs';

const { values } = parseArgs({ options: { 'no-build': { type: 'boolean' }, out: { type: 'string' } } });

try {
  ensureDependencies();
  if (!values['no-build']) build();
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const packagePath = values.out ?? join(root, `${name}-${version}.vsix`);
  const { default: vsce } = await import('@vscode/vsce');
  // Everything that runs is bundled, so no node_modules go along.
  await vsce.createVSIX({
    cwd: root,
    packagePath,
    dependencies: false,
    skipLicense: !existsSync(join(root, 'LICENSE')),
  });
  console.log(`package: ${relative(root, packagePath)} ${Math.ceil(statSync(packagePath).size / 1024)} KB`);
} catch (error) {
  console.error(`package: ${error.message}`);
  process.exitCode = 1;
}
