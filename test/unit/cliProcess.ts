/** Runs the compiled command line as a real process in a folder of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type TestContext } from 'node:test';

export const ENTRY = join(__dirname, '..', '..', 'src', 'cli', 'main.js');
export const SCHEMAS = join(__dirname, '..', '..', '..', 'test', 'fixtures', 'schemas');

export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Folder {
  readonly path: string;
  read(name: string): string;
  write(name: string, content: string | Buffer): void;
  run(args: readonly string[], more?: { readonly input?: string | Buffer; readonly env?: NodeJS.ProcessEnv }): Run;
}

/** A temporary folder that goes away with the test. */
export function folder(test: TestContext, files: Readonly<Record<string, string | Buffer>> = {}): Folder {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'kube-upgrade-cli-')));
  test.after(() => rmSync(path, { recursive: true, force: true }));
  const made: Folder = {
    path,
    read: name => readFileSync(join(path, name), 'utf8'),
    write: (name, content) => {
      mkdirSync(dirname(join(path, name)), { recursive: true });
      writeFileSync(join(path, name), content);
    },
    run: (args, { input, env } = {}) => {
      const { status, stdout, stderr, error } = spawnSync(process.execPath, [ENTRY, ...args], {
        cwd: path,
        encoding: 'utf8',
        env: { ...process.env, LC_ALL: 'C.UTF-8', ...env },
        ...(input !== undefined && { input }),
      });
      if (error) throw error;
      return { status, stdout, stderr };
    },
  };
  for (const [name, content] of Object.entries(files)) made.write(name, content);
  return made;
}

/** An Ingress of a version that is gone since 1.22; its conversion is certain and changes several lines. */
export const OLD_INGRESS = `# the shop's front door
apiVersion: extensions/v1beta1   # since 2018
kind: Ingress
metadata:
  name: shop
  namespace: web
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            backend:
              serviceName: shop   # the service
              servicePort: 80
`;

export const NEW_INGRESS = `# the shop's front door
apiVersion: networking.k8s.io/v1   # since 2018
kind: Ingress
metadata:
  name: shop
  namespace: web
spec:
  rules:
    - host: shop.example.com
      http:
        paths:
          - path: /
            pathType: ImplementationSpecific
            backend:
              service:
                name: shop   # the service
                port:
                  number: 80
`;

/** Gone since 1.25, without a successor: a person has to decide. */
export const OLD_PSP = `apiVersion: policy/v1beta1
kind: PodSecurityPolicy
metadata:
  name: restricted
spec: {}
`;

export const CLEAN = `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data: {}
`;

/** Findings of several kinds, a clean file, and one that cannot be read; for `MIXED_ARGS`. */
export function mixed(test: TestContext): Folder {
  return folder(test, {
    'deploy/b ü.yaml': `${CLEAN}---\n${OLD_INGRESS}`,
    'deploy/a.yaml': `${OLD_PSP}---\n${OLD_INGRESS}`,
    'deploy/broken.yaml': Buffer.from([0]),
    'clean.yaml': CLEAN,
  });
}

export const MIXED_ARGS = ['.', '--target-version=1.31', '--current-version=1.20', '--provider=ack'];
