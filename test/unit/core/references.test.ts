/** Objects in lists, and what one object says of another's version. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Context } from '../../../src/core/model/context';
import { contextOf, lines, rows, usual } from './support';

interface Case {
  readonly what: string;
  readonly text: string;
  readonly rows: readonly string[];
  readonly context?: Context;
}

const table = (cases: readonly Case[]): void => {
  for (const { what, text, rows: wanted, context = usual } of cases) {
    it(what, () => assert.deepEqual(rows(text, context), wanted));
  }
};

const HPA = (target: string): string =>
  lines(
    'apiVersion: autoscaling/v2',
    'kind: HorizontalPodAutoscaler',
    'spec:',
    '  scaleTargetRef:',
    `    apiVersion: ${target}`,
    '    kind: Deployment',
    '    name: web',
  );

describe('objects in lists', () => {
  table([
    {
      what: 'each item has its own severity',
      text: lines(
        'apiVersion: v1',
        'kind: List',
        'items:',
        '- apiVersion: extensions/v1beta1',
        '  kind: Ingress',
        '- {apiVersion: v1, kind: Pod}',
        '- apiVersion: v1',
        '  kind: Endpoints',
      ),
      rows: ['4 removed-api error certain extensions/v1beta1', '7 deprecated-api warning manual v1'],
      context: contextOf({ target: '1.37' }),
    },
    {
      what: 'a list inside a list',
      text: lines(
        'kind: List',
        'apiVersion: v1',
        'items:',
        '- kind: List',
        '  apiVersion: v1',
        '  items: [{apiVersion: batch/v1beta1, kind: CronJob}]',
      ),
      rows: ['6 removed-api error certain batch/v1beta1'],
    },
    {
      what: 'a list of one kind, and its items',
      text: lines(
        'apiVersion: batch/v1beta1',
        'kind: CronJobList',
        'items:',
        '- apiVersion: batch/v1beta1',
        '  kind: CronJob',
      ),
      rows: ['1 removed-api error certain batch/v1beta1', '4 removed-api error certain batch/v1beta1'],
    },
    { what: 'a list without items', text: lines('apiVersion: v1', 'kind: List', 'items:'), rows: [] },
    {
      what: 'items that are no objects',
      text: lines('apiVersion: v1', 'kind: List', 'items: [1, null, [a], {b: c}, "d"]'),
      rows: [],
    },
    {
      what: 'items by alias',
      text: lines(
        'apiVersion: v1',
        'kind: List',
        'x: &i {apiVersion: extensions/v1beta1, kind: NetworkPolicy}',
        'items: [*i]',
      ),
      rows: ['3 removed-api error manual extensions/v1beta1'],
    },
  ]);
});

describe('references', () => {
  table([
    {
      what: 'an autoscaler’s target has the severity of that kind',
      text: HPA('extensions/v1beta1'),
      rows: ['5 removed-api error certain extensions/v1beta1'],
    },
    { what: 'a current target is fine', text: HPA('apps/v1'), rows: [] },
    { what: 'a target of one’s own is fine', text: HPA('example.com/v1'), rows: [] },
    {
      what: 'what an event is about',
      text: lines(
        'apiVersion: v1',
        'kind: Event',
        'involvedObject: {apiVersion: extensions/v1beta1, kind: Ingress, name: a}',
      ),
      rows: ['3 removed-api error certain extensions/v1beta1'],
    },
    {
      what: 'a field of that name in another kind says nothing',
      text: lines(
        'apiVersion: example.com/v1',
        'kind: Scaler',
        'spec:',
        '  scaleTargetRef: {apiVersion: extensions/v1beta1, kind: Deployment}',
      ),
      rows: [],
    },
  ]);

  const role = (...groups: readonly string[]): string =>
    lines(
      'apiVersion: rbac.authorization.k8s.io/v1',
      'kind: Role',
      'rules:',
      `- apiGroups: [${groups.join(', ')}]`,
      '  resources: [ingresses]',
      '  verbs: [get]',
    );

  table([
    {
      what: 'a role that names only the group that is left',
      text: role('extensions'),
      rows: ['4 api-group-reference hint none extensions'],
    },
    { what: 'a role that names the new group beside it', text: role('extensions', 'networking.k8s.io'), rows: [] },
    { what: 'a role for every group', text: role('extensions', '"*"'), rows: [] },
    {
      what: 'the new group in another rule does not help this one',
      text: lines(
        'apiVersion: rbac.authorization.k8s.io/v1',
        'kind: ClusterRole',
        'rules:',
        '- apiGroups:',
        '  - extensions',
        '  resources: ["*"]',
        '- apiGroups: [networking.k8s.io]',
        '  resources: [ingresses]',
      ),
      rows: ['5 api-group-reference hint none extensions'],
    },
    {
      what: 'resources that were never in that group',
      text: lines(
        'apiVersion: rbac.authorization.k8s.io/v1',
        'kind: Role',
        'rules:',
        '- {apiGroups: [extensions], resources: [pods]}',
      ),
      rows: [],
    },
    {
      what: 'a webhook’s rules',
      text: lines(
        'apiVersion: admissionregistration.k8s.io/v1',
        'kind: ValidatingWebhookConfiguration',
        'webhooks:',
        '- rules:',
        '  - apiGroups: ["extensions"]',
        '    apiVersions: ["*"]',
        '    resources: ["deployments"]',
      ),
      rows: ['5 api-group-reference hint none "extensions"'],
    },
    {
      what: 'a webhook for versions of its own choice',
      text: lines(
        'apiVersion: admissionregistration.k8s.io/v1',
        'kind: ValidatingWebhookConfiguration',
        'webhooks:',
        '- rules:',
        '  - {apiGroups: [extensions], apiVersions: [v1], resources: [deployments]}',
      ),
      rows: [],
    },
    {
      what: 'while the group is still served',
      text: role('extensions'),
      rows: [],
      context: contextOf({ target: '1.21' }),
    },
  ]);
});
