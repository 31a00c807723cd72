/** Chinese: results of the readiness checks, one file for each area. */
import { admission } from './admission';
import { apis } from './apis';
import { budgets } from './budgets';
import { fields } from './fields';
import { network } from './network';
import { nodes } from './nodes';
import { provider } from './provider';
import { shared } from './shared';
import { storage } from './storage';
import { versions } from './versions';
import { workloads } from './workloads';

export const checks = {
  ...shared,
  ...versions,
  ...apis,
  ...admission,
  ...budgets,
  ...workloads,
  ...fields,
  ...storage,
  ...nodes,
  ...network,
  ...provider,
} as const;
