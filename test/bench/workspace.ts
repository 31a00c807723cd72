/**
 * A seeded workspace of thousands of files, as a platform team's repository is: plain manifests, charts with values and
 * templates, compose files, pipelines, dashboards. Every tenth file has an API version that is gone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Random } from '../unit/fuzz/random';

export interface Workspace {
  readonly files: number;
  readonly bytes: number;
  /** Files that hold a removed or deprecated version. */
  readonly old: number;
}

const NAMES = [
  'api',
  'billing',
  'cart',
  'catalog',
  'chat',
  'email',
  'export',
  'gateway',
  'images',
  'ledger',
  'media',
  'orders',
  'search',
  'stock',
];

/** Writes the files below a folder that must be empty; `big` is written as one more of them. */
export function writeWorkspace(folder: string, files: number, seed: number, big: string): Workspace {
  const random = new Random(seed);
  const made = { files: 0, bytes: 0, old: 0 };
  const write = (path: string, text: string, old = false): void => {
    const full = join(folder, path);
    mkdirSync(dirname(full), { recursive: true });
    writeFileSync(full, text);
    made.files += 1;
    made.bytes += Buffer.byteLength(text);
    if (old) made.old += 1;
  };
  write('platform/tenants.yaml', big, true);
  for (let at = 1; at < files; at++) {
    const name = `${random.pick(NAMES)}-${at}`;
    const team = `team-${at % 37}`;
    const old = at % 10 === 0;
    switch (old ? at % 4 : at % 12) {
      case 0:
        write(`${team}/${name}/ingress.yaml`, ingress(name, old), old);
        break;
      case 1:
        write(`${team}/${name}/values.yaml`, values(random));
        break;
      case 2:
        write(`${team}/charts/${name}/templates/deployment.yaml`, template(name, old), old);
        break;
      case 3:
        write(`${team}/${name}/docker-compose.yml`, compose(name, random));
        break;
      case 4:
        write(`${team}/${name}/dashboard.json`, dashboard(name, random));
        break;
      case 5:
        write(`${team}/${name}/pipeline.yaml`, pipeline(name));
        break;
      case 6:
        write(`${team}/${name}/config.yaml`, config(name, random));
        break;
      default:
        write(`${team}/${name}/app.yaml`, [deployment(name, random), service(name), budget(name)].join('---\n'));
    }
  }
  return made;
}

function head(apiVersion: string, kind: string, name: string): string {
  return `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n  namespace: shop\n  labels:\n    app: ${name}\n`;
}

function ingress(name: string, old: boolean): string {
  const backend = old
    ? `            serviceName: ${name}\n            servicePort: 80\n`
    : `            service:\n              name: ${name}\n              port:\n                number: 80\n`;
  const pathType = old ? '' : '          pathType: Prefix\n';
  const apiVersion = old ? 'extensions/v1beta1' : 'networking.k8s.io/v1';
  return `${head(apiVersion, 'Ingress', name)}spec:\n  rules:\n    - host: ${name}.example.com\n      http:\n        paths:\n        - path: /\n${pathType}          backend:\n${backend}`;
}

function deployment(name: string, random: Random): string {
  const env = Array.from(
    { length: random.below(20) },
    (_, at) => `            - name: SETTING_${at}\n              value: "${random.below(1e6)}"\n`,
  ).join('');
  return `${head('apps/v1', 'Deployment', name)}spec:
  replicas: ${1 + random.below(5)}
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
        - name: main
          image: registry.example.com/${name}:${random.below(100)}.${random.below(10)}
          ports:
            - name: http
              containerPort: 8080
          resources:
            requests: {cpu: 100m, memory: 128Mi}
          env:
            - name: NAME
              value: ${name}
${env}`;
}

function service(name: string): string {
  return `${head('v1', 'Service', name)}spec:\n  selector:\n    app: ${name}\n  ports:\n    - port: 80\n      targetPort: http\n`;
}

function budget(name: string): string {
  return `${head('policy/v1', 'PodDisruptionBudget', name)}spec:\n  minAvailable: 1\n  selector:\n    matchLabels:\n      app: ${name}\n`;
}

function config(name: string, random: Random): string {
  const rows = Array.from(
    { length: 20 + random.below(60) },
    (_, at) => `    setting.${at} = ${random.below(1e9)}\n`,
  ).join('');
  return `${head('v1', 'ConfigMap', name)}data:\n  app.properties: |\n${rows}`;
}

function template(name: string, old: boolean): string {
  return `{{- if .Values.enabled }}
apiVersion: ${old ? 'apps/v1beta2' : 'apps/v1'}
kind: Deployment
metadata:
  name: {{ include "${name}.fullname" . }}
  labels:
    {{- include "${name}.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.replicas }}
  selector:
    matchLabels:
      {{- include "${name}.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "${name}.selector" . | nindent 8 }}
    spec:
      containers:
        - name: main
          image: "{{ .Values.image }}:{{ .Values.tag }}"
          {{- with .Values.resources }}
          resources:
            {{- toYaml . | nindent 12 }}
          {{- end }}
{{- end }}
`;
}

function values(random: Random): string {
  const rows = Array.from(
    { length: 30 + random.below(60) },
    (_, at) => `setting${at}:\n  enabled: ${random.chance(0.5)}\n  count: ${random.below(100)}\n`,
  ).join('');
  return `image: registry.example.com/app\ntag: "1.0"\nreplicas: 2\n${rows}`;
}

function compose(name: string, random: Random): string {
  return `services:\n  ${name}:\n    image: registry.example.com/${name}:latest\n    ports:\n      - "${8000 + random.below(1000)}:80"\n    environment:\n      NAME: ${name}\n  db:\n    image: postgres:16\n`;
}

function dashboard(name: string, random: Random): string {
  const panels = Array.from({ length: 10 }, (_, id) => ({
    id,
    title: `${name} ${id}`,
    type: 'graph',
    gridPos: { h: 8, w: 12, x: 0, y: id },
    targets: [{ expr: `rate(requests_total{app="${name}"}[${1 + random.below(9)}m])` }],
  }));
  return `${JSON.stringify({ title: name, schemaVersion: 39, panels }, null, 2)}\n`;
}

function pipeline(name: string): string {
  return `name: build ${name}\non:\n  push:\n    branches: [main]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n      - uses: actions/checkout@v4\n      - run: make ${name} VERSION=\${{ github.sha }}\n`;
}
