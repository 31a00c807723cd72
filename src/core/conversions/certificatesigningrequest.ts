/**
 * CertificateSigningRequest certificates.k8s.io/v1beta1 → v1: the same shape, but signer and usages have to be stated.
 * https://kubernetes.io/docs/reference/using-api/deprecation-guide/#certificatesigningrequest-v122
 */
import { defineConversion } from '../convert/conversion';
import { message } from '../model/message';

export default defineConversion({
  id: 'certificatesigningrequest',
  kinds: ['CertificateSigningRequest'],
  from: ['certificates.k8s.io/v1beta1'],
  to: ['certificates.k8s.io/v1'],
  changes: [
    message('change.required', { field: 'spec.signerName', value: 'kubernetes.io/kube-apiserver-client, …' }),
    message('change.required', { field: 'spec.usages', value: '…' }),
  ],
  convert(c) {
    const spec = c.need(c.root, 'spec');
    const signer = c.scalar(spec, 'signerName')?.text;
    const known = signer !== undefined && signer !== 'kubernetes.io/legacy-unknown';
    if (!known || c.isEmpty(spec, 'usages')) c.manual(message('manual.csr'));
  },
});
