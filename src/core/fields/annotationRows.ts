/** The annotations of the rule `deprecated-annotation`: where they stand, since when, and what becomes of them. */
import { type Converter } from '../convert/converter';
import { message, type Message } from '../model/message';
import { type MapView } from '../yaml/view';
import { type FieldRow } from './row';
import { pull, SOURCE } from './sources';

export type AnnotationFix =
  | { readonly kind: 'delete' }
  | { readonly kind: 'rename'; readonly to: string; readonly value?: (text: string) => string | undefined }
  /** Writes into the spec what the annotation said; the annotation goes. */
  | { readonly kind: 'move'; readonly apply: (c: Converter, spec: MapView, value: string) => void }
  | { readonly kind: 'manual'; readonly reason: Message };

export interface AnnotationRow extends FieldRow {
  readonly kind: string;
  /** Only on these versions of the kind. */
  readonly apiVersions?: readonly string[];
  readonly fix: AnnotationFix;
  /** Values that the API server refuses. `other` is the annotation's new name, where that is there too. */
  readonly isRefused?: (value: string, other: string | undefined) => boolean;
  readonly refusedNote?: Message;
}

const manual = (key: string): AnnotationFix => ({ kind: 'manual', reason: message(key) });
const SILENT = { deprecated: null, warns: null, since: null, replacement: null, ends: null, end: null } as const;
const SYSCTLS = {
  where: 'Pod, pod templates',
  kind: 'Pod',
  deprecated: '1.11',
  ends: '1.11',
  end: 'no-effect',
  warns: '1.22',
  replacement: 'securityContext.sysctls',
  since: '1.11',
  sources: [SOURCE.podWarnings],
  fix: { kind: 'move', apply: moveSysctls },
} as const satisfies Partial<AnnotationRow>;

export const annotationRows: readonly AnnotationRow[] = [
  {
    name: 'service.alpha.kubernetes.io/tolerate-unready-endpoints',
    where: 'Service',
    kind: 'Service',
    ...SILENT,
    deprecated: '1.11',
    replacement: 'spec.publishNotReadyAddresses',
    since: '1.9',
    sources: [SOURCE.labels],
    fix: { kind: 'move', apply: moveUnready },
  },
  {
    name: 'service.kubernetes.io/topology-aware-hints',
    where: 'Service',
    kind: 'Service',
    ...SILENT,
    deprecated: '1.27',
    warns: '1.27',
    replacement: 'service.kubernetes.io/topology-mode',
    since: '1.27',
    sources: [SOURCE.serviceWarnings, pull(116612)],
    isRefused: (value, other) => other !== undefined && value !== other,
    fix: {
      kind: 'rename',
      to: 'service.kubernetes.io/topology-mode',
      value: text => (text === 'auto' ? 'Auto' : text === 'disabled' ? 'Disabled' : text),
    },
  },
  {
    name: 'volume.beta.kubernetes.io/storage-provisioner',
    where: 'PersistentVolumeClaim',
    kind: 'PersistentVolumeClaim',
    ...SILENT,
    deprecated: '1.23',
    sources: [SOURCE.labels, pull(104590)],
    fix: { kind: 'delete' },
  },
  {
    name: 'storageclass.beta.kubernetes.io/is-default-class',
    where: 'StorageClass',
    kind: 'StorageClass',
    ...SILENT,
    deprecated: '1.6',
    replacement: 'storageclass.kubernetes.io/is-default-class',
    sources: ['https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/storage/util/helpers.go'],
    fix: { kind: 'rename', to: 'storageclass.kubernetes.io/is-default-class' },
  },
  {
    name: 'batch.kubernetes.io/job-tracking',
    where: 'Job',
    kind: 'Job',
    ...SILENT,
    deprecated: '1.26',
    ends: '1.27',
    end: 'no-effect',
    sources: [SOURCE.labels],
    fix: { kind: 'delete' },
  },
  {
    name: 'kubectl.kubernetes.io/default-logs-container',
    where: 'Pod, pod templates',
    kind: 'Pod',
    ...SILENT,
    ends: '1.25',
    end: 'no-effect',
    replacement: 'kubectl.kubernetes.io/default-container',
    sources: [SOURCE.labels],
    fix: { kind: 'rename', to: 'kubectl.kubernetes.io/default-container' },
  },
  {
    name: 'experimental.windows.kubernetes.io/isolation-type',
    where: 'Pod, pod templates',
    kind: 'Pod',
    ...SILENT,
    deprecated: '1.20',
    ends: '1.21',
    end: 'no-effect',
    replacement: 'spec.runtimeClassName',
    sources: [SOURCE.labels],
    fix: manual('fields.manual.isolation'),
  },
  {
    name: 'kubernetes.io/psp',
    where: 'Pod, pod templates',
    kind: 'Pod',
    ...SILENT,
    ends: '1.25',
    end: 'no-effect',
    sources: [SOURCE.labels],
    fix: { kind: 'delete' },
  },
  { name: 'security.alpha.kubernetes.io/sysctls', ...SYSCTLS },
  { name: 'security.alpha.kubernetes.io/unsafe-sysctls', ...SYSCTLS },
  {
    name: 'scheduler.alpha.kubernetes.io/affinity',
    where: 'Pod, pod templates',
    kind: 'Pod',
    ...SILENT,
    ends: '1.8',
    end: 'no-effect',
    replacement: 'spec.affinity',
    sources: [SOURCE.gates],
    fix: manual('fields.manual.alphaScheduling'),
  },
  {
    name: 'scheduler.alpha.kubernetes.io/tolerations',
    where: 'Pod, pod templates',
    kind: 'Pod',
    ...SILENT,
    ends: '1.8',
    end: 'no-effect',
    replacement: 'spec.tolerations',
    sources: [SOURCE.gates],
    fix: manual('fields.manual.alphaScheduling'),
  },
  {
    name: 'scheduler.alpha.kubernetes.io/preferAvoidPods',
    where: 'Node',
    kind: 'Node',
    ...SILENT,
    deprecated: '1.22',
    replacement: 'spec.taints',
    sources: [SOURCE.nodeWarnings, SOURCE.labels],
    fix: manual('fields.manual.avoidPods'),
    isRefused: value => !isJson(value),
    refusedNote: message('fields.note.notJson'),
  },
  {
    name: 'flowcontrol.k8s.io/v1beta3-preserve-zero-concurrency-shares',
    where: 'PriorityLevelConfiguration (flowcontrol.apiserver.k8s.io/v1)',
    kind: 'PriorityLevelConfiguration',
    apiVersions: ['flowcontrol.apiserver.k8s.io/v1'],
    ...SILENT,
    ends: '1.29',
    end: 'refused',
    sources: ['https://github.com/kubernetes/api/blob/v0.31.4/flowcontrol/v1beta3/types.go'],
    fix: { kind: 'delete' },
  },
];

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** `publishNotReadyAddresses` says it since 1.9. "false" was the default and only has to go. */
function moveUnready(c: Converter, spec: MapView, value: string): void {
  if (value !== 'true' && value !== 'false') c.manual(message('fields.manual.value', { value }));
  const field = c.scalar(spec, 'publishNotReadyAddresses');
  if (field && field.scalar.value !== (value === 'true'))
    c.manual(message('fields.manual.differs', { field: 'spec.publishNotReadyAddresses' }));
  if (!field && value === 'true') c.edits.append(spec, [{ key: 'publishNotReadyAddresses', value: true }]);
}

/** `kernel.shm_rmid_forced=1,net.core.somaxconn=1024` becomes a list of names and values. */
function moveSysctls(c: Converter, spec: MapView, value: string): void {
  const items = value
    .split(',')
    .filter(part => part.trim() !== '')
    .map(part => {
      const at = part.indexOf('=');
      if (at <= 0) c.manual(message('fields.manual.value', { value }));
      return {
        entries: [
          { key: 'name', value: part.slice(0, at).trim() },
          { key: 'value', value: part.slice(at + 1).trim() },
        ],
      };
    });
  const context = c.map(spec, 'securityContext');
  // Which of two lists wins for one name is for a person.
  if (context && c.has(context, 'sysctls'))
    c.manual(message('fields.manual.differs', { field: 'securityContext.sysctls' }));
  if (items.length > 0) c.addInto(spec, 'securityContext', [{ key: 'sysctls', value: { items } }]);
  c.choiceReason = message('fields.choice.sysctls');
}
