// Bundles what tsc left in out/ (the product from out/esm/, as ES modules, so that unused code drops out): the extension for both hosts, the command line, and one file per web worker test suite.
'use strict';
const { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } = require('node:fs');
const { join, relative, sep } = require('node:path');
const { BannerPlugin, optimize } = require('webpack');

const out = join(__dirname, 'out');
const esm = join(out, 'esm', 'src');
const dist = join(__dirname, 'dist');

/** Notes which npm packages a bundle holds, so that the third-party notices come from the bundle itself. */
const notePackages = name => ({
  apply(compiler) {
    compiler.hooks.done.tap('notePackages', stats => {
      const names = new Set();
      const visit = modules => {
        for (const module of modules) {
          const parts = relative(__dirname, module.resource ?? '').split(sep);
          const at = parts.lastIndexOf('node_modules');
          if (at >= 0) names.add(parts.slice(0, at + (parts[at + 1]?.startsWith('@') ? 3 : 2)).join('/'));
          if (module.modules) visit(module.modules);
        }
      };
      visit(stats.compilation.modules);
      mkdirSync(join(out, 'bundled'), { recursive: true });
      writeFileSync(join(out, 'bundled', `${name}.json`), JSON.stringify([...names].sort()));
    });
  },
});

const oneFile = () => new optimize.LimitChunkCountPlugin({ maxChunks: 1 });

// One build of the YAML library everywhere: the plain one, which is smaller than the one for Node and behaves alike.
const yaml = join(__dirname, 'node_modules', 'yaml', 'browser', 'index.js');

const bundle = (
  { name, target, entry, file = `${name}.js`, path = dist, plugins = [], resolve = {}, ...rest },
  mode,
) => ({
  name,
  mode,
  target,
  entry: { [name]: entry },
  output: { path, filename: file, chunkFilename: '[name].js', library: { type: 'commonjs2' } },
  externals: { vscode: 'commonjs vscode' },
  resolve: { ...resolve, alias: { yaml$: yaml, ...resolve.alias } },
  // package.json says CommonJS, and out/esm/ lies below it.
  module: { rules: [{ include: esm, type: 'javascript/auto', resolve: { fullySpecified: false } }] },
  devtool: mode === 'production' ? false : 'source-map',
  optimization: { chunkIds: 'named', mangleExports: 'size', splitChunks: false },
  // The 250 KB limit is asserted by a test; webpack's own hints would only repeat it.
  performance: false,
  stats: 'errors-warnings',
  plugins: [notePackages(name), ...plugins],
  ...rest,
});

/** The cluster half is one file, dist/cluster.js, that the extension and the command line load when they need it. */
const clusterApart = {
  externals: [
    { vscode: 'commonjs vscode' },
    ({ request }, done) => (/\/cluster\/index\.js$/.test(request) ? done(null, 'commonjs ./cluster.js') : done()),
  ],
};

const worker = { target: 'webworker', resolve: { mainFields: ['browser', 'module', 'main'] } };

/** `<suite>.js` for each integration suite with *.web.test.js files. */
const webSuites = mode => {
  const folder = join(out, 'test', 'integration');
  if (!existsSync(join(folder, 'web.js'))) return [];
  const path = join(out, 'web-test');
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory() && existsSync(join(__dirname, 'test', 'integration', entry.name)))
    .flatMap(({ name }) => {
      const files = readdirSync(join(folder, name)).filter(file => file.endsWith('.web.test.js'));
      if (files.length === 0) return [];
      const list = join(path, 'files', `${name}.js`);
      mkdirSync(join(path, 'files'), { recursive: true });
      writeFileSync(list, files.map(file => `require(${JSON.stringify(join(folder, name, file))});\n`).join(''));
      return [
        bundle(
          {
            ...worker,
            name: `web-test-${name}`,
            file: `${name}.js`,
            path,
            entry: join(folder, 'web.js'),
            resolve: { ...worker.resolve, alias: { 'suite-files': list } },
            optimization: { minimize: false },
            plugins: [oneFile()],
          },
          mode,
        ),
      ];
    });
};

/** The same core for the web worker host, which loads one script by itself: a module that web.js imports when needed. */
const webCore = mode => {
  const config = bundle(
    {
      name: 'core',
      file: 'core.mjs',
      target: ['web', 'es2022'],
      entry: join(esm, 'core', 'index.js'),
      plugins: [oneFile()],
    },
    mode,
  );
  return {
    ...config,
    output: { ...config.output, library: { type: 'module' }, module: true },
    experiments: { outputModule: true },
    externals: {},
  };
};

const makeExecutable = {
  apply: compiler => compiler.hooks.afterEmit.tap('makeExecutable', () => chmodSync(join(dist, 'cli.js'), 0o755)),
};

module.exports = (_env, { mode = 'production' } = {}) => [
  // Its core is a chunk of its own, core.js: nothing of it is loaded before the first Kubernetes document.
  bundle({ name: 'extension', target: 'node20', entry: join(esm, 'extension.js'), ...clusterApart }, mode),
  bundle(
    {
      name: 'cluster',
      target: 'node20',
      entry: join(esm, 'cluster', 'index.js'),
      plugins: [oneFile()],
      // The official client reads kubeconfigs here; its requests are not made, so neither is what it makes them with.
      resolve: { alias: { 'node-fetch': false } },
    },
    mode,
  ),
  bundle({ ...worker, name: 'web', entry: join(esm, 'web', 'extension.js'), plugins: [oneFile()] }, mode),
  webCore(mode),
  bundle(
    {
      name: 'cli',
      target: 'node20',
      entry: join(esm, 'cli', 'main.js'),
      ...clusterApart,
      plugins: [oneFile(), new BannerPlugin({ banner: '#!/usr/bin/env node', raw: true }), makeExecutable],
    },
    mode,
  ),
  ...webSuites(mode),
];
