// The sample workspace keeps its promises: size, line ends, formats, and a clean half that really is clean.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, it } from 'node:test';
import { parseAllDocuments } from 'yaml';

const samples = resolve(__dirname, '../../../samples');
const root = join(samples, 'shop-platform');
const files = readdirSync(root, { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile())
  .map(entry =>
    join(entry.parentPath, entry.name)
      .slice(root.length + 1)
      .split(sep)
      .join('/'),
  )
  .sort();
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const isTemplate = (file: string): boolean => /(?:^|\/)templates\//.test(file);
const large = 'platform/tenants/tenants.yaml';

/** Written by hand from the Kubernetes deprecation guide, on purpose not from the product's own data. */
const OLD_VERSIONS = [
  /\bextensions\/v1(?:beta|alpha)\d\b/,
  /\bapps\/v1beta[12]\b/,
  /\bautoscaling\/v2(?:beta|alpha)\d\b/,
  /\bbatch\/v(?:1beta1|2alpha1)\b/,
  /\bpolicy\/v1beta1\b/,
  /\b(?:networking|rbac\.authorization|storage|scheduling|admissionregistration|apiextensions|apiregistration|certificates|coordination|discovery|events|node|authentication|authorization|flowcontrol\.apiserver|resource|audit)\.k8s\.io\/v\d+(?:alpha|beta)\d+\b/,
  /\bkubeadm\.k8s\.io\/v1beta[123]\b/,
];
const oldVersionIn = (text: string): RegExp | undefined => OLD_VERSIONS.find(pattern => pattern.test(text));

describe('sample workspace', () => {
  it('is a repository of 40 files or more, half of them without an old API version', () => {
    assert.ok(files.length >= 40, `${files.length} files`);
    assert.ok(files.filter(file => oldVersionIn(read(file)) === undefined).length * 2 >= files.length);
    assert.ok(files.filter(file => file.startsWith('clean/')).length >= 20);
  });

  it('has no old API version in the clean half, and many outside of it', () => {
    const old = files.filter(file => oldVersionIn(read(file)) !== undefined);
    assert.deepEqual(
      old.filter(file => file.startsWith('clean/')),
      [],
    );
    assert.ok(old.length >= 25, `${old.length} files with an old version`);
  });

  it('has exactly one file with CRLF line ends, and no line feed alone in it', () => {
    const crlf = files.filter(file => read(file).includes('\r'));
    assert.deepEqual(crlf, ['services/payments/reconcile.yaml']);
    assert.doesNotMatch(read(crlf[0]!), /[^\r]\n/);
  });

  it('has a file of 15 000 lines and 300 documents, a handful of them old', () => {
    const text = read(large);
    assert.ok(text.split('\n').length >= 15_000);
    const documents = text.split(/^---$/m).slice(1);
    assert.ok(documents.length >= 300, `${documents.length} documents`);
    assert.equal(documents.filter(document => oldVersionIn(document) !== undefined).length, 7);
  });

  it('holds the large file that its generator writes', async () => {
    const script = pathToFileURL(join(samples, 'generate-large.mjs')).href;
    const { generate } = (await import(script)) as { generate(): string };
    assert.equal(read(large), generate());
  });

  it('holds JSON and YAML that parse, templates apart', () => {
    for (const file of files.filter(name => name.endsWith('.json') && !name.startsWith('.vscode/'))) {
      assert.doesNotThrow(() => JSON.parse(read(file)), file);
    }
    const yaml = files.filter(name => /\.ya?ml$/.test(name) && !isTemplate(name) && name !== large);
    assert.ok(yaml.length >= 40);
    for (const file of yaml) {
      const errors = parseAllDocuments(read(file)).flatMap(document => document.errors.map(error => error.message));
      assert.deepEqual(errors, [], file);
    }
  });

  it('names only addresses and hosts that are reserved for examples', () => {
    for (const file of files) {
      for (const [address] of read(file).matchAll(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g)) {
        assert.match(address, /^(?:192\.0\.2|198\.51\.100|203\.0\.113|10)\./, `${file}: ${address}`);
      }
      for (const [host] of read(file).matchAll(/\b[\w-]+(?:\.[\w-]+)*\.(?:com|net|org)\b(?!\/eci)/g)) {
        assert.match(host, /(?:^|\.)example\.com$|^(?:k8s\.aliyun|alibabacloud)\.com$/, `${file}: ${host}`);
      }
    }
  });

  it('holds the formats that the tour names', () => {
    const has = (pattern: RegExp, file: string): void => assert.match(read(file), pattern, file);
    has(/kind: List/, 'platform/shared/bundle.yaml');
    has(/: &\w+[\s\S]*\*\w+[\s\S]*<<: \*/, 'platform/shared/anchors.yaml');
    has(/^\{\n {2}apiVersion: "/m, 'platform/edge/admin-ingress.kyaml.yaml');
    has(/Capabilities\.APIVersions\.Has/, 'charts/storefront/templates/ingress.yaml');
    has(/semverCompare .*Capabilities\.KubeVersion/, 'charts/storefront/templates/cronjob.yaml');
    has(/labels:\n\s*\{\{- include/, 'charts/storefront/templates/deployment.yaml');
    has(/\{\{- with \.Values\.strategy \}\}\n\s*strategy:/, 'charts/storefront/templates/deployment.yaml');
    has(/servicePort: \{\{/, 'charts/storefront/templates/admin-ingress.yaml');
    has(/k8s\.aliyun\.com\/eci-/, 'serverless/thumbnailer.yaml');
    has(/"kubeUpgrade\.targetVersion": "1\.31"/, '.vscode/settings.json');
  });
});
