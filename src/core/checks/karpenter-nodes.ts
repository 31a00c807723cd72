/** Karpenter's own rules that keep nodes from being replaced after the control plane has moved. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { conditionOf, isOlderThan } from '../readiness/ages';
import { defineCheck, found, notApplicable } from '../readiness/define';
import { about, field } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';

const ID = 'check.karpenter-nodes';
const MINUTES = 15;
const STAGES = ['Launched', 'Registered', 'Initialized'];

export default defineCheck({
  id: 'karpenter-nodes',
  covers: ['KARP-EXPIRE', 'KARP-DRIFT', 'KARP-AMI', 'KARP-CRD', 'KARP-STUCK'],
  area: 'nodes',
  phase: 'nodes',
  canBlock: true,
  needs: ['nodepools', 'provisioners', 'nodeclaims', 'ec2nodeclasses', 'customresourcedefinitions'],
  sources: ['https://karpenter.sh/docs/concepts/disruption/', 'https://karpenter.sh/docs/concepts/nodeclasses/'],
  run({ nodepools, provisioners, nodeclaims, ec2nodeclasses, customresourcedefinitions, target, current, snapshot }) {
    const definitions = customresourcedefinitions.filter(({ spec }) => /^karpenter\./.test(spec?.group ?? ''));
    if (definitions.length + nodepools.length + provisioners.length === 0) return notApplicable(`${ID}.none`);
    const subjects: SubjectDraft[] = [];
    for (const pool of nodepools) {
      const { template, disruption } = pool.spec ?? {};
      const { name } = pool.metadata;
      const expiry = template?.spec?.expireAfter ?? disruption?.expireAfter;
      if (expiry === 'Never') {
        const evidence = [field('expireAfter', 'Never')];
        subjects.push(
          about('nodepools', pool, {
            state: 'info',
            aspect: 'expiry',
            message: message(`${ID}.never`, { name }),
            evidence,
          }),
        );
      }
      const closed = (disruption?.budgets ?? []).some(
        ({ nodes, schedule, reasons = [] }) =>
          (nodes === '0' || nodes === '0%') &&
          schedule === undefined &&
          (reasons.length === 0 || reasons.includes('Drifted')),
      );
      if (closed) {
        const evidence = [field('spec.disruption.budgets[].nodes', '0')];
        subjects.push(
          about('nodepools', pool, {
            state: 'warn',
            aspect: 'budget',
            message: message(`${ID}.closed`, { name }),
            evidence,
          }),
        );
      }
    }
    for (const provisioner of provisioners) {
      const evidence = [field('kind', 'Provisioner')];
      const said = message(`${ID}.provisioner`, { name: provisioner.metadata.name });
      subjects.push(about('provisioners', provisioner, { state: 'warn', message: said, evidence }));
    }
    const leaves = crossedAt('1.33', target, current);
    for (const nodes of ec2nodeclasses) {
      const { amiFamily, amiSelectorTerms = [] } = nodes.spec ?? {};
      const { name } = nodes.metadata;
      const alias = amiSelectorTerms.map(term => term.alias ?? '').find(text => text !== '');
      const al2 = alias?.startsWith('al2@') === true || (alias === undefined && amiFamily === 'AL2');
      const pin = amiSelectorTerms
        .map(term => term.id ?? term.name ?? (/@(?!latest$)/.test(term.alias ?? '') ? term.alias : undefined))
        .find(text => text !== undefined);
      if (al2 && leaves !== null) {
        const evidence = [field('spec.amiSelectorTerms', alias ?? amiFamily ?? '')];
        subjects.push(
          about('ec2nodeclasses', nodes, {
            state: 'fail',
            step: leaves,
            aspect: 'os',
            message: message(`${ID}.al2`, { name }),
            evidence,
          }),
        );
      }
      if (pin !== undefined) {
        const evidence = [field('spec.amiSelectorTerms', pin)];
        subjects.push(
          about('ec2nodeclasses', nodes, {
            state: 'warn',
            aspect: 'pin',
            message: message(`${ID}.pinned`, { name, pin }),
            evidence,
          }),
        );
      }
    }
    for (const claim of nodeclaims) {
      const stuck = STAGES.map(type => conditionOf(claim.status?.conditions, type)).find(
        condition =>
          condition?.status === 'False' && isOlderThan(MINUTES, condition.lastTransitionTime, snapshot.takenAt),
      );
      if (stuck === undefined) continue;
      const args = { name: claim.metadata.name, stage: stuck.type ?? '', reason: stuck.reason ?? '' };
      const evidence = [field(`status.conditions[${stuck.type ?? ''}]`, `False: ${stuck.message ?? ''}`)];
      subjects.push(about('nodeclaims', claim, { state: 'warn', message: message(`${ID}.stuck`, args), evidence }));
    }
    for (const definition of definitions) {
      const stored = definition.status?.storedVersions ?? [];
      const served = (definition.spec?.versions ?? []).map(({ name }) => name);
      if (!stored.includes('v1beta1') || !served.includes('v1')) continue;
      const said = message(`${ID}.stored`, { name: definition.metadata.name });
      const evidence = [field('status.storedVersions', stored.join(', '))];
      subjects.push(about('customresourcedefinitions', definition, { state: 'warn', message: said, evidence }));
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
