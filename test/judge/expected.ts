// Where a server's answer to a converted manifest is not what was written down, and why that is no fault of the conversion.

interface Expected {
  readonly releases: readonly string[];
  readonly reason: string;
}

/** Differences from expected.json, by case. */
export const DIFFERENCES: Readonly<Record<string, Expected & { readonly differs: readonly string[] }>> = {
  csidriver: {
    releases: ['1.36'],
    differs: ['.spec.preventPodSchedulingIfMissing: false, expected absent'],
    reason: 'a field that came after the release that the expected object was made with, at its default',
  },
  endpointslice: {
    releases: ['1.36', '1.32'],
    differs: [
      '.endpoints[0].deprecatedTopology.kubernetes.io/hostname: absent, expected "node-1"',
      '.endpoints[0].nodeName: "node-1", expected absent',
    ],
    reason: 'deprecatedTopology is dropped from whatever is created through v1; nodeName is where v1 has the host',
  },
};

/** Results that a server refuses, by case, with a part of what it says. */
export const REFUSALS: Readonly<Record<string, Expected & { readonly says: string }>> = {
  'crd-protected-group': {
    releases: ['1.36', '1.32'],
    says: 'protected groups must have approval annotation',
    reason: 'the fix is a choice for this very reason: only a person can say what the annotation holds',
  },
  csr: {
    releases: ['1.36', '1.32'],
    says: 'PEM block type must be CERTIFICATE REQUEST',
    reason: 'the request in the fixture is a placeholder',
  },
  'rolebinding-shapes': {
    releases: ['1.36', '1.32'],
    says: 'Unsupported value: "Robot"',
    reason: 'the fixture has a subject of a made-up kind',
  },
};
