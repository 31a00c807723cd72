/** Ingresses that no controller takes, and those of a controller that is retired. */
import { message } from '../model/message';
import { type SubjectDraft } from '../model/check';
import { defineCheck, found } from '../readiness/define';
import { about, field, named } from '../readiness/subjects';

const ID = 'check.ingress-classes';
const ANNOTATION = 'kubernetes.io/ingress.class';

export default defineCheck({
  id: 'ingress-classes',
  covers: ['ING-NOCLASS', 'ADDON-INGRESS-NGINX'],
  area: 'network',
  phase: 'any',
  canBlock: false,
  needs: ['ingresses', 'ingressclasses'],
  sources: [
    'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
    'https://kubernetes.io/docs/concepts/services-networking/ingress/#default-ingress-class',
  ],
  run({ ingresses, ingressclasses }) {
    const hasDefault = ingressclasses.some(
      ({ metadata }) => metadata.annotations?.['ingressclass.kubernetes.io/is-default-class'] === 'true',
    );
    const subjects: SubjectDraft[] = [];
    for (const entry of ingressclasses.filter(({ spec }) => spec?.controller === 'k8s.io/ingress-nginx')) {
      const { name } = entry.metadata;
      const count = ingresses.filter(
        ({ metadata, spec }) => (spec?.ingressClassName ?? metadata.annotations?.[ANNOTATION]) === name,
      ).length;
      const evidence = [field('spec.controller', 'k8s.io/ingress-nginx')];
      subjects.push(
        about('ingressclasses', entry, { state: 'warn', message: message(`${ID}.retired`, { name, count }), evidence }),
      );
    }
    for (const ingress of ingresses) {
      if (hasDefault || ingress.spec?.ingressClassName !== undefined) continue;
      if (ingress.metadata.annotations?.[ANNOTATION] !== undefined) continue;
      const evidence = [field('spec.ingressClassName', '-')];
      subjects.push(
        about('ingresses', ingress, {
          state: 'warn',
          message: message(`${ID}.none`, named(ingress.metadata)),
          evidence,
        }),
      );
    }
    return found(subjects, { remediation: message(`${ID}.fix`) });
  },
});
