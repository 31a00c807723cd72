/** Ingress extensions/v1beta1 → networking.k8s.io/v1beta1, for clusters that do not serve v1 yet: the same shape. */
import { defineConversion } from '../convert/conversion';

export default defineConversion({
  id: 'ingress-extensions',
  kinds: ['Ingress'],
  from: ['extensions/v1beta1'],
  to: ['networking.k8s.io/v1beta1'],
  changes: [],
  convert() {
    // Only the apiVersion differs.
  },
});
