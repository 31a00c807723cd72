/**
 * The Pod Security Standards level nearest to a PodSecurityPolicy, field by field.
 * https://kubernetes.io/docs/reference/access-authn-authz/psp-to-pod-security-standards
 */
import { isScalar } from '../yaml/parse';
import { type MapView, type Reached, scalarText, scalarType } from '../yaml/view';

export type PodSecurityLevel = 'privileged' | 'baseline' | 'restricted';

export interface PodSecurityAdvice {
  /** The strictest level all of whose rows the policy satisfies. */
  readonly level: PodSecurityLevel;
  /** Fields that keep the policy from the next stricter levels. */
  readonly notBaseline: readonly string[];
  readonly notRestricted: readonly string[];
  /** Fields by which the policy set values in pods: the standards only check. */
  readonly lost: readonly string[];
}

const BASELINE_CAPABILITIES = new Set(
  ['AUDIT_WRITE', 'CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'MKNOD'].concat([
    'NET_BIND_SERVICE',
    'SETFCAP',
    'SETGID',
    'SETPCAP',
    'SETUID',
    'SYS_CHROOT',
  ]),
);
const RESTRICTED_VOLUMES = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'persistentVolumeClaim',
  'projected',
  'secret',
]);
const SELINUX_TYPES = new Set(['', 'container_t', 'container_init_t', 'container_kvm_t']);
const SECCOMP = 'seccomp.security.alpha.kubernetes.io/allowedProfileNames';
const APPARMOR = 'apparmor.security.beta.kubernetes.io/allowedProfileNames';

/** Reads a policy, or names the field that cannot be read (a template expression, say). */
export function adviseForPolicy(root: MapView): PodSecurityAdvice | { readonly unknown: string } {
  try {
    return advise(new Policy(root));
  } catch (error) {
    if (error instanceof Unreadable) return { unknown: error.field };
    throw error;
  }
}

function advise(policy: Policy): PodSecurityAdvice {
  const notBaseline: string[] = [];
  const notRestricted: string[] = [];
  const rule = (field: string, baseline: boolean, restricted: boolean): void => {
    if (!baseline) notBaseline.push(field);
    if (!baseline || !restricted) notRestricted.push(field);
  };
  for (const field of ['privileged', 'hostNetwork', 'hostPID', 'hostIPC']) {
    const off = !policy.flag(field);
    rule(field, off, off);
  }
  for (const field of ['allowedCapabilities', 'defaultAddCapabilities']) {
    const names = policy.texts(field);
    rule(
      field,
      names.every(name => BASELINE_CAPABILITIES.has(name)),
      names.every(name => name === 'NET_BIND_SERVICE'),
    );
  }
  rule('requiredDropCapabilities', true, policy.texts('requiredDropCapabilities').includes('ALL'));
  const volumes = policy.texts('volumes');
  rule(
    'volumes',
    !volumes.some(name => name === 'hostPath' || name === '*'),
    volumes.every(name => RESTRICTED_VOLUMES.has(name)),
  );
  for (const field of ['hostPorts', 'allowedUnsafeSysctls']) {
    const none = policy.count(field) === 0;
    rule(field, none, none);
  }
  const procMounts = policy.texts('allowedProcMountTypes').every(name => name === 'Default');
  rule('allowedProcMountTypes', procMounts, procMounts);
  const seLinux = policy.seLinux();
  rule('seLinux', seLinux, seLinux);
  rule('runAsUser', true, policy.text('runAsUser', 'rule') === 'MustRunAsNonRoot');
  rule('allowPrivilegeEscalation', true, policy.flag('allowPrivilegeEscalation') === false);
  const seccomp = policy.annotation(SECCOMP);
  // An empty name, as after a trailing comma, admits pods without a profile.
  const isProfile = (name: string): boolean => /^(?:runtime\/default|docker\/default|localhost\/.+)$/.test(name);
  const isProfileOrNone = (name: string): boolean => name === '' || isProfile(name);
  rule(SECCOMP, seccomp?.every(isProfileOrNone) ?? true, seccomp?.every(isProfile) ?? false);
  const appArmor = policy.annotation(APPARMOR)?.every(isProfileOrNone) ?? true;
  rule(APPARMOR, appArmor, appArmor);
  return {
    level: notRestricted.length === 0 ? 'restricted' : notBaseline.length === 0 ? 'baseline' : 'privileged',
    notBaseline,
    notRestricted,
    lost: policy.mutating(),
  };
}

/** Labels for a namespace whose pods the policy admitted, as YAML lines. */
export function namespaceLabels(level: PodSecurityLevel): string {
  return ['enforce', 'warn', 'audit'].map(mode => `pod-security.kubernetes.io/${mode}: ${level}`).join('\n');
}

class Unreadable extends Error {
  constructor(readonly field: string) {
    super(field);
  }
}

/** Strict reading of one policy: what cannot be known ends the reading. */
class Policy {
  readonly #spec: MapView | undefined;

  constructor(readonly root: MapView) {
    this.#get(root, 'spec');
    this.#spec = root.peekMap('spec');
  }

  /** undefined when absent. */
  flag(field: string): boolean | undefined {
    const node = this.#get(this.#spec, field)?.node;
    if (!node) return undefined;
    if (!isScalar(node)) throw new Unreadable(field);
    if (scalarType(node) === 'null') return undefined;
    if (scalarType(node) !== 'bool') throw new Unreadable(field);
    return /^(?:y|yes|true|on)$/i.test(node.source ?? '');
  }

  text(map: string, key: string): string | undefined {
    this.#get(this.#spec, map);
    return this.#text(this.#spec?.peekMap(map), key);
  }

  texts(field: string): string[] {
    this.#get(this.#spec, field);
    return (this.#spec?.peekItems(field) ?? []).map(item => {
      const text = isScalar(item.node) ? scalarText(this.root.document, item.node) : undefined;
      if (text === undefined) throw new Unreadable(field);
      return text;
    });
  }

  count(field: string): number {
    this.#get(this.#spec, field);
    return this.#spec?.peekItems(field).length ?? 0;
  }

  seLinux(): boolean {
    this.#get(this.#spec, 'seLinux');
    const map = this.#spec?.peekMap('seLinux');
    const options = map?.peekMap('seLinuxOptions');
    const plain = !this.#text(options, 'user') && !this.#text(options, 'role');
    return this.#text(map, 'rule') === 'MustRunAs' && plain && SELINUX_TYPES.has(this.#text(options, 'type') ?? '');
  }

  /** Profile names of an annotation; undefined when it is absent. */
  annotation(key: string): string[] | undefined {
    const metadata = this.root.peekMap('metadata');
    this.#get(metadata, 'annotations');
    const text = this.#text(metadata?.peekMap('annotations'), key);
    return text?.split(',').map(name => name.trim());
  }

  mutating(): string[] {
    const lost: string[] = [];
    if (this.texts('defaultAddCapabilities').length > 0) lost.push('capabilities.add');
    if (this.texts('requiredDropCapabilities').length > 0) lost.push('capabilities.drop');
    if (this.flag('readOnlyRootFilesystem')) lost.push('readOnlyRootFilesystem');
    if (this.flag('defaultAllowPrivilegeEscalation') === false || this.flag('allowPrivilegeEscalation') === false) {
      lost.push('allowPrivilegeEscalation');
    }
    if (this.text('seLinux', 'rule') === 'MustRunAs') lost.push('seLinuxOptions');
    if (['MustRunAs', 'MustRunAsNonRoot'].includes(this.text('runAsUser', 'rule') ?? ''))
      lost.push('runAsUser | runAsNonRoot');
    for (const field of ['runAsGroup', 'supplementalGroups', 'fsGroup']) {
      if (this.text(field, 'rule') === 'MustRunAs') lost.push(field);
    }
    return lost;
  }

  #text(view: MapView | undefined, key: string): string | undefined {
    const node = this.#get(view, key)?.node;
    if (!node || (isScalar(node) && scalarType(node) === 'null')) return undefined;
    const text = isScalar(node) ? scalarText(this.root.document, node) : undefined;
    if (text === undefined) throw new Unreadable(key);
    return text;
  }

  #get(view: MapView | undefined, key: string): Reached | null {
    const found = view?.get(key);
    if (found?.state === 'unknown') throw new Unreadable(key);
    if (found?.state !== 'present') return null;
    if (found.value && found.value.node && view!.document.open.has(found.value.node)) throw new Unreadable(key);
    return found.value;
  }
}
