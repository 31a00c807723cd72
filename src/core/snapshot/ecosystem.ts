/** What is kept of custom resources that upgrades depend on. They are read only where the cluster serves them. */
import { condition, labelSelector } from './pod';
import { fields, list } from './shape';

const conditions = list(condition);

export const ecosystem = {
  nodemetrics: fields({ timestamp: 'string', window: 'string', usage: 'stringMap' }),
  nodepools: fields({
    spec: fields({
      template: fields({
        metadata: fields({ labels: 'stringMap' }),
        spec: fields({
          expireAfter: 'string',
          terminationGracePeriod: 'string',
          nodeClassRef: fields({ group: 'string', apiVersion: 'string', kind: 'string', name: 'string' }),
        }),
      }),
      disruption: fields({
        expireAfter: 'string',
        consolidationPolicy: 'string',
        budgets: list(fields({ nodes: 'string', schedule: 'string', duration: 'string', reasons: 'strings' })),
      }),
    }),
    status: fields({ conditions }),
  }),
  provisioners: fields({ spec: fields({ ttlSecondsUntilExpired: 'number' }) }),
  nodeclaims: fields({
    spec: fields({ expireAfter: 'string', terminationGracePeriod: 'string' }),
    status: fields({ nodeName: 'string', conditions }),
  }),
  ec2nodeclasses: fields({
    spec: fields({
      amiFamily: 'string',
      amiSelectorTerms: list(fields({ alias: 'string', id: 'string', name: 'string', tags: 'stringMap' })),
    }),
    status: fields({ conditions }),
  }),
  velerobackups: fields({
    spec: fields({ storageLocation: 'string', includedNamespaces: 'strings' }),
    status: fields({ phase: 'string', startTimestamp: 'string', completionTimestamp: 'string', expiration: 'string' }),
  }),
  veleroschedules: fields({
    spec: fields({ paused: 'boolean', schedule: 'string' }),
    status: fields({ phase: 'string', lastBackup: 'string' }),
  }),
  backupstoragelocations: fields({
    spec: fields({ provider: 'string', default: 'boolean' }),
    status: fields({ phase: 'string', lastValidationTime: 'string' }),
  }),
  eniconfigs: fields({ spec: fields({ subnet: 'string', securityGroups: 'strings' }) }),
  prometheusrules: fields({
    spec: fields({
      groups: list(
        fields({ name: 'string', rules: list(fields({ alert: 'string', record: 'string', expr: 'intOrString' })) }),
      ),
    }),
  }),
  securitygrouppolicies: fields({ spec: fields({ podSelector: labelSelector }) }),
} as const;
