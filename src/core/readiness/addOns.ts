/** What add-ons say of the releases of Kubernetes they work with. Only rows that a source states. */
export interface Row {
  readonly from: string;
  readonly to: string;
  readonly min: string | null;
  readonly max: string | null;
}
export interface AddOn {
  readonly name: string;
  readonly images: RegExp;
  readonly source: readonly string[];
  /** Oldest version that works once Kubernetes reaches `release`. */
  readonly least?: readonly { readonly release: string; readonly least: string; readonly state: 'fail' | 'warn' }[];
  /** Its minor is meant to be that of Kubernetes. */
  readonly sameMinor?: boolean;
  /** Kubernetes minor → version that kubeadm brings. */
  readonly advised?: Readonly<Record<string, string>>;
  readonly rows?: readonly Row[];
  /** Whether what is not in the table does not work, rather than not tested. */
  readonly strict?: boolean;
}

const row = (from: string, to: string, min: string | null, max: string | null): Row => ({ from, to, min, max });
const one = (version: string, min: string | null, max: string | null): Row => row(version, version, min, max);

export const ADD_ONS: readonly AddOn[] = [
  {
    name: 'CoreDNS',
    images: /(?:^|\/)coredns[:@]|\/coredns\/coredns[:@]/,
    source: ['https://github.com/coredns/deployment/blob/master/kubernetes/CoreDNS-k8s_version.md'],
    advised: {
      ...{ '1.21': '1.8.0', '1.22': '1.8.4', '1.23': '1.8.6', '1.24': '1.8.6', '1.25': '1.9.3', '1.26': '1.9.3' },
      ...{
        '1.27': '1.10.1',
        '1.28': '1.10.1',
        '1.29': '1.11.1',
        '1.30': '1.11.1',
        '1.31': '1.11.3',
        '1.32': '1.11.3',
        '1.33': '1.12.0',
      },
    },
  },
  {
    name: 'Amazon VPC CNI',
    images: /amazon-k8s-cni:/,
    source: ['https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-extended.html'],
    least: [
      { release: '1.26', least: '1.12.0', state: 'fail' },
      { release: '1.21', least: '1.8.0', state: 'warn' },
    ],
  },
  {
    name: 'AWS Load Balancer Controller',
    images: /aws-load-balancer-controller:/,
    source: ['https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions-extended.html'],
    least: [{ release: '1.25', least: '2.4.7', state: 'fail' }],
  },
  {
    name: 'Cluster Autoscaler',
    images: /\/cluster-autoscaler(?:-(?:amd64|arm64))?:/,
    source: ['https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/README.md'],
    sameMinor: true,
  },
  {
    name: 'Karpenter',
    images: /karpenter\/controller[:@]/,
    source: ['https://karpenter.sh/docs/upgrading/compatibility/'],
    strict: true,
    rows: [
      ...[row('0.21', '0.24', '1.21', '1.24'), row('0.25', '0.27', null, '1.25'), row('0.28', '0.30', '1.23', '1.27')],
      ...[row('0.31', '0.33', null, '1.28'), row('0.34', '0.36', null, '1.29'), one('0.37', null, '1.30')],
      ...[row('1.0.0', '1.0.4', '1.25', '1.30'), row('1.0.5', '1.1', null, '1.31'), row('1.2', '1.4', null, '1.32')],
      ...[
        one('1.5', '1.26', '1.33'),
        row('1.6', '1.8', null, '1.34'),
        row('1.9', '1.12', null, '1.35'),
        row('1.13', '1.14', null, '1.36'),
      ],
    ],
  },
  {
    name: 'cert-manager',
    images: /jetstack\/cert-manager-controller[:@]/,
    source: ['https://cert-manager.io/docs/releases/'],
    rows: [one('1.18', '1.29', '1.33'), one('1.19', '1.31', '1.35'), one('1.20', '1.32', '1.35')],
  },
  {
    name: 'Istio',
    images: /istio\/pilot[:@]/,
    source: ['https://istio.io/latest/docs/releases/supported-releases/'],
    rows: [
      ...[
        one('1.30', '1.32', '1.36'),
        one('1.29', '1.31', '1.35'),
        one('1.28', '1.30', '1.34'),
        one('1.27', '1.29', '1.33'),
      ],
      ...[
        one('1.26', '1.29', '1.33'),
        one('1.25', '1.29', '1.32'),
        one('1.24', '1.28', '1.31'),
        one('1.23', '1.27', '1.30'),
      ],
      ...[
        one('1.22', '1.27', '1.30'),
        one('1.21', '1.26', '1.29'),
        one('1.20', '1.25', '1.29'),
        one('1.19', '1.25', '1.28'),
      ],
      ...[
        one('1.18', '1.24', '1.27'),
        one('1.17', '1.23', '1.26'),
        one('1.16', '1.22', '1.25'),
        one('1.15', '1.22', '1.25'),
      ],
      ...[one('1.14', '1.21', '1.24'), one('1.13', '1.20', '1.23')],
    ],
  },
  {
    name: 'Metrics Server',
    images: /metrics-server\/metrics-server[:@]/,
    source: ['https://github.com/kubernetes-sigs/metrics-server#compatibility-matrix'],
    rows: [one('0.3', '1.8', '1.21'), one('0.4', '1.8', null), one('0.5', '1.8', null), one('0.6', '1.19', null)],
  },
];

/** Negative when `a` is older than `b`; parts that one of them lacks count as 0. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map(text => text.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) {
    const difference = (left?.[at] ?? 0) - (right?.[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
