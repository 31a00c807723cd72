/** Facts of the certificates in a base64 PEM bundle: dates and kind, never the certificates. */
import { X509Certificate } from 'node:crypto';
import { type CertificateBundle, type CertificateFacts } from '../core/readiness';

const MOST = 500;

/** An empty list when nothing in it is a certificate. */
export function readBundle(bundle: string): CertificateBundle {
  const text = Buffer.from(bundle, 'base64').toString('latin1');
  const blocks = text.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? [];
  return { certificates: blocks.slice(0, MOST).flatMap(block => factsOf(block) ?? []) };
}

function factsOf(block: string): CertificateFacts | undefined {
  try {
    const certificate = new X509Certificate(block);
    return {
      notBefore: new Date(certificate.validFrom).toISOString(),
      notAfter: new Date(certificate.validTo).toISOString(),
      ca: certificate.ca,
      selfSigned: certificate.issuer === certificate.subject,
      subjectAltName: certificate.subjectAltName !== undefined,
    };
  } catch {
    return undefined;
  }
}
