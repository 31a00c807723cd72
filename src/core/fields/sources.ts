/** Where the rows of the rules on fields come from. */
const CODE = 'https://github.com/kubernetes/kubernetes/blob/v1.36.3/';
const DOCS = 'https://kubernetes.io/docs/';

export const pull = (number: number): string => `https://github.com/kubernetes/kubernetes/pull/${number}`;
export const enhancement = (number: number): string => `https://github.com/kubernetes/enhancements/issues/${number}`;

export const SOURCE = {
  podWarnings: `${CODE}pkg/api/pod/warnings.go`,
  volumeWarnings: `${CODE}pkg/api/persistentvolume/util.go`,
  claimWarnings: `${CODE}pkg/api/persistentvolumeclaim/util.go`,
  nodeWarnings: `${CODE}pkg/api/node/util.go`,
  serviceWarnings: `${CODE}pkg/api/service/warnings.go`,
  storageWarnings: `${CODE}pkg/api/storage/util.go`,
  ingressStrategy: `${CODE}pkg/registry/networking/ingress/strategy.go`,
  sliceStrategy: `${CODE}pkg/registry/discovery/endpointslice/strategy.go`,
  accountStrategy: `${CODE}pkg/registry/core/serviceaccount/strategy.go`,
  ipValidation: 'https://github.com/kubernetes/apimachinery/blob/v0.36.3/pkg/util/validation/ip.go',
  coreTypes: 'https://github.com/kubernetes/api/blob/v0.36.3/core/v1/types.go',
  labels: `${DOCS}reference/labels-annotations-taints/`,
  openapi: 'https://github.com/cdk8s-team/cdk8s/tree/master/kubernetes-schemas',
  volumes: `${DOCS}concepts/storage/volumes/`,
  persistentVolumes: `${DOCS}concepts/storage/persistent-volumes/`,
  guide: `${DOCS}reference/using-api/deprecation-guide/`,
  registry: 'https://kubernetes.io/blog/2023/03/10/image-registry-redirect/',
  dockershim: 'https://kubernetes.io/blog/2022/02/17/dockershim-faq/',
  gates: `${DOCS}reference/command-line-tools-reference/feature-gates-removed/`,
} as const;
