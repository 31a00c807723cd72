/** Audit policy audit.k8s.io/v1alpha1 and v1beta1 → v1: the same fields under another version. */
import { defineConversion } from '../convert/conversion';

export default defineConversion({
  id: 'auditpolicy',
  kinds: ['Policy'],
  from: ['audit.k8s.io/v1alpha1', 'audit.k8s.io/v1beta1'],
  to: ['audit.k8s.io/v1'],
  changes: [],
  convert() {
    // Only the apiVersion differs.
  },
});
