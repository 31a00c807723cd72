/** The ConfigMaps and keys that checks read, and nothing else of any ConfigMap. */
import { isRaw } from './shape';
import { type ConfigData } from '../model/snapshot';

export interface NamedConfigMap {
  readonly namespace: string;
  readonly name: string;
  readonly keys: readonly string[];
}

const SYSTEM = 'kube-system';

export const CONFIG_MAPS: readonly NamedConfigMap[] = [
  { namespace: SYSTEM, name: 'coredns', keys: ['Corefile'] },
  { namespace: SYSTEM, name: 'kube-proxy', keys: ['config.conf'] },
  { namespace: SYSTEM, name: 'kube-proxy-config', keys: ['config'] },
  { namespace: SYSTEM, name: 'kube-proxy-worker', keys: ['config.conf'] },
  { namespace: SYSTEM, name: 'kube-proxy-master', keys: ['config.conf'] },
  { namespace: SYSTEM, name: 'kube-flannel-cfg', keys: ['cni-conf.json'] },
  { namespace: 'kube-flannel', name: 'kube-flannel-cfg', keys: ['cni-conf.json'] },
  { namespace: SYSTEM, name: 'kube-apiserver-legacy-service-account-token-tracking', keys: ['since'] },
  { namespace: SYSTEM, name: 'ack-cluster-profile', keys: ['clusterid', 'timezone'] },
];

const LONGEST = 64 * 1024;

/** The named keys of `data`; those that are too long to be what they are named are left out. */
export function keepConfigData(data: unknown, keys: readonly string[]): ConfigData {
  const kept: Record<string, string> = {};
  if (!isRaw(data)) return kept;
  for (const key of keys) {
    const value = data[key];
    if (typeof value === 'string' && value.length <= LONGEST) kept[key] = value;
  }
  return kept;
}
