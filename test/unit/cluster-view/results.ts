// Results made by hand, for tests of what is shown.
import { type CheckResult, type ObjectRef, type Subject } from '../../../src/core/readiness';
import { type Message } from '../../../src/core/model/message';

export const text = (key: string): Message => ({ key });

export function subject(name: string, more: Partial<Subject> = {}): Subject {
  return {
    ...{ id: `check|${name}`, apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name, state: 'fail' },
    ...{ message: text(`about ${name}`), step: null, owner: null, evidence: [], commands: [] },
    ...more,
  };
}

export function result(checkId: string, more: Partial<CheckResult> = {}): CheckResult {
  return {
    ...{ checkId, title: text(`Title of ${checkId}`), state: 'pass', message: text(`Message of ${checkId}`) },
    ...{ reason: null, missing: [], area: 'nodes', phase: 'any', canBlock: true, subjects: [], evidence: [] },
    ...{ remediation: null, documentation: `https://example.com/${checkId}`, sources: [], covers: [], step: null },
    ...more,
  };
}

export const owner = (name: string): ObjectRef => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  namespace: 'shop',
  name,
});
