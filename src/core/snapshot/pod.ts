/** What is kept of pods and pod templates. Never: env values, arguments but for listed flags, names of Secrets. */
import { keepsAnnotation } from './metadata';
import { derive, fields, isRaw, keepStringMap, list, type Raw, shared } from './shape';
import { volumePlugins } from './volumePlugins';

const selectorTerm = fields({ key: 'string', operator: 'string', values: 'strings' });
export const labelSelector = fields({ matchLabels: 'stringMap', matchExpressions: list(selectorTerm) });

export const condition = fields({
  type: 'string',
  status: 'string',
  reason: 'string',
  message: 'string',
  lastTransitionTime: 'string',
});

const probe = 'present';
const resources = fields({ requests: 'stringMap', limits: 'stringMap' });
const profile = fields({ type: 'string' });
const security = {
  seccompProfile: profile,
  appArmorProfile: profile,
  seLinuxOptions: 'present',
  privileged: 'boolean',
} as const;

const container = fields({
  name: 'string',
  image: 'string',
  imagePullPolicy: 'string',
  ports: list(fields({ name: 'string', containerPort: 'number', hostPort: 'number', protocol: 'string' })),
  resources,
  readinessProbe: probe,
  livenessProbe: probe,
  startupProbe: probe,
  lifecycle: fields({ preStop: 'present' }),
  securityContext: fields(security),
  restartPolicy: 'string',
  /** Names only. */
  env: list(fields({ name: 'string' })),
  /** Flags of Kubernetes' own programs; values only of those in `FLAG_VALUES`, else empty. */
  flags: derive(flagsOf),
});

const volume = fields({
  name: 'string',
  hostPath: fields({ path: 'string', type: 'string' }),
  emptyDir: fields({ medium: 'string' }),
  persistentVolumeClaim: fields({ claimName: 'string' }),
  ephemeral: 'present',
  csi: fields({ driver: 'string' }),
  flexVolume: fields({ driver: 'string' }),
  gitRepo: 'present',
  ...volumePlugins,
});
/** Volumes of configuration and identity say nothing about an upgrade, and their names are random. */
const ORDINARY = ['configMap', 'secret', 'projected', 'downwardAPI'];
const keepsVolume = (raw: Raw): boolean => !ORDINARY.some(source => source in raw);

const nodeSelectorTerm = fields({ matchExpressions: list(selectorTerm), matchFields: list(selectorTerm) });
const podAffinityTerm = fields({ topologyKey: 'string', labelSelector, namespaces: 'strings' });
const podAffinity = fields({
  requiredDuringSchedulingIgnoredDuringExecution: list(podAffinityTerm),
  preferredDuringSchedulingIgnoredDuringExecution: list(fields({ weight: 'number', podAffinityTerm })),
});

export const nodeSelector = fields({ nodeSelectorTerms: list(nodeSelectorTerm) });

const podSpec = fields({
  nodeName: 'string',
  hostNetwork: 'boolean',
  hostPID: 'boolean',
  dnsPolicy: 'string',
  restartPolicy: 'string',
  schedulerName: 'string',
  runtimeClassName: 'string',
  priorityClassName: 'string',
  serviceAccountName: 'string',
  terminationGracePeriodSeconds: 'number',
  nodeSelector: shared('stringMap'),
  tolerations: shared(list(fields({ key: 'string', operator: 'string', value: 'string', effect: 'string' }))),
  affinity: shared(
    fields({
      nodeAffinity: fields({
        requiredDuringSchedulingIgnoredDuringExecution: nodeSelector,
        preferredDuringSchedulingIgnoredDuringExecution: list(
          fields({ weight: 'number', preference: nodeSelectorTerm }),
        ),
      }),
      podAffinity,
      podAntiAffinity: podAffinity,
    }),
  ),
  topologySpreadConstraints: shared(
    list(
      fields({
        maxSkew: 'number',
        minDomains: 'number',
        topologyKey: 'string',
        whenUnsatisfiable: 'string',
        labelSelector,
      }),
    ),
  ),
  securityContext: shared(
    fields({ ...security, seLinuxChangePolicy: 'string', sysctls: list(fields({ name: 'string' })) }),
  ),
  os: fields({ name: 'string' }),
  hostAliases: shared(list(fields({ ip: 'string' }))),
  dnsConfig: shared(fields({ nameservers: 'strings' })),
  volumes: shared(list(volume, keepsVolume)),
  initContainers: shared(list(container)),
  containers: shared(list(container)),
});

export const template = fields({
  metadata: fields({ labels: 'stringMap', annotations: derive(templateAnnotations) }),
  spec: podSpec,
});

const state = fields({
  waiting: fields({ reason: 'string' }),
  running: 'present',
  terminated: fields({ reason: 'string', exitCode: 'number', finishedAt: 'string' }),
});
const containerStatus = fields({ name: 'string', ready: 'boolean', restartCount: 'number', state, lastState: state });

const TELLING = new Set(['Ready', 'PodScheduled', 'DisruptionTarget']);

export const pod = fields({
  spec: podSpec,
  status: fields({
    phase: 'string',
    reason: 'string',
    startTime: 'string',
    conditions: list(condition, raw => TELLING.has(String(raw['type']))),
    initContainerStatuses: shared(list(containerStatus)),
    containerStatuses: shared(list(containerStatus)),
  }),
});

/** Programs whose flags an upgrade can break. */
const PROGRAM =
  /(?:^|\/)(kube-apiserver|kube-controller-manager|kube-scheduler|kube-proxy|cloud-controller-manager|cluster-autoscaler|etcd|coredns|metrics-server)(?:-[a-z0-9]+)?(?:[:@]|$)/;

const FLAG_VALUES = new Set([
  'feature-gates',
  'runtime-config',
  'enable-admission-plugins',
  'disable-admission-plugins',
  'proxy-mode',
  'flex-volume-plugin-dir',
  'container-runtime',
  'cloud-provider',
  'storage-backend',
  'emulated-version',
  'external-cloud-volume-plugin',
  'controllers',
  'authorization-mode',
  'anonymous-auth',
]);

function flagsOf(raw: Raw): Readonly<Record<string, string>> | undefined {
  const saved = raw['flags'];
  const given = isRaw(saved)
    ? Object.entries(saved).map(([name, value]) => `--${name}=${typeof value === 'string' ? value : ''}`)
    : [raw['command'], raw['args']].flatMap(words => (Array.isArray(words) ? (words as unknown[]) : []));
  if (given.length === 0 || !PROGRAM.test(String(raw['image'] ?? ''))) return undefined;
  const flags: Record<string, string> = {};
  given.forEach((word, at) => {
    const [, name, value] = /^--?([a-z][a-z0-9-]{1,80})(?:=([\s\S]{0,1000}))?$/.exec(String(word)) ?? [];
    if (name === undefined) return;
    const next = given[at + 1];
    const spaced = typeof next === 'string' && !next.startsWith('-') ? next.slice(0, 1000) : '';
    flags[name] = FLAG_VALUES.has(name) ? (value ?? spaced) : '';
  });
  return flags;
}

function templateAnnotations(raw: Raw): Readonly<Record<string, string>> | undefined {
  const kept = keepStringMap(raw['annotations'], keepsAnnotation);
  return kept === undefined || Object.keys(kept).length === 0 ? undefined : kept;
}
