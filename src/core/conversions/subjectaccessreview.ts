/**
 * SubjectAccessReview and LocalSubjectAccessReview authorization.k8s.io/v1beta1 → v1: `group` is called `groups`.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#subjectaccessreview-resources-v122
 */
import { defineConversion } from '../convert/conversion';
import { message } from '../model/message';

export default defineConversion({
  id: 'subjectaccessreview',
  kinds: ['SubjectAccessReview', 'LocalSubjectAccessReview'],
  from: ['authorization.k8s.io/v1beta1'],
  to: ['authorization.k8s.io/v1'],
  changes: [message('change.rename', { from: 'spec.group', to: 'spec.groups' })],
  convert(c) {
    const spec = c.map(c.root, 'spec');
    if (spec) c.rename(spec, 'group', 'groups');
  },
});
