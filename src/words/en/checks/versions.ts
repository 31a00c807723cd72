/** English: results of the readiness checks of the area “versions”. */
export const versions = {
  'check.version-skew.title': 'Kubelet versions',
  'check.version-skew.pass': 'Every kubelet may stay as it is through this step.',
  'check.version-skew.newer':
    'Node {node} runs kubelet {kubelet}, newer than the control plane ({current}): that is not supported.',
  'check.version-skew.tooOld':
    'Node {node} runs kubelet {kubelet}, too old for a control plane of {version}: upgrade the node first.',
  'check.version-skew.atLimit':
    'Node {node} runs kubelet {kubelet}, the oldest that a control plane of {target} supports: nothing is left for the step after it.',
  'check.version-skew.behind': 'Node {node} runs kubelet {kubelet}, behind the control plane ({current}).',
  'check.version-skew.noVersion': 'The version of the control plane is not known.',
  'check.version-skew.unreadable': 'The kubelet version of {nodes} cannot be read.',
  'check.version-skew.fix':
    'Bring the nodes to the control plane’s version before the control plane moves on; drain a node before its kubelet changes by a minor.',
  'check.version-path.title': 'Way to the target',
  'check.version-path.pass': 'The target is one step away.',
  'check.version-path.there': 'The control plane runs {current} already.',
  'check.version-path.down': 'The target {target} is older than the control plane ({current}): there is no way back.',
  'check.version-path.steps':
    'From {current} to {target} it takes {count} steps: {path}. Each is an upgrade of its own; look again before each.',
  'check.version-path.fix':
    'Upgrade the control plane one step at a time, and the nodes in between as far as the skew policy asks.',
  'check.known-releases.title': 'Knowledge of the target',
  'check.known-releases.pass': 'The target is a release that the data knows.',
  'check.known-releases.beyond': 'Nothing is known of Kubernetes {target}: the data of {asOf} ends with {newest}.',
  'check.api-servers.title': 'API servers',
  'check.api-servers.pass':
    'Every connection was answered by the same version; behind a load balancer that is a sample only.',
  'check.api-servers.mixed':
    'API servers of {oldest} and {newest} answer: an upgrade of the control plane is under way.',
  'check.api-servers.far': 'API servers of {oldest} and {newest} answer: more than one minor apart is not supported.',
  'check.api-servers.fix': 'Finish the upgrade that is under way before the next begins.',
  'check.kube-proxy-skew.title': 'kube-proxy versions',
  'check.kube-proxy-skew.pass': 'kube-proxy may stay as it is through this step.',
  'check.kube-proxy-skew.none': 'No DaemonSet runs kube-proxy: something else does its work.',
  'check.kube-proxy-skew.newer': 'DaemonSet {name} runs kube-proxy {proxy}, newer than the control plane ({current}).',
  'check.kube-proxy-skew.old': 'DaemonSet {name} runs kube-proxy {proxy}, too old for a control plane of {at}.',
  'check.kube-proxy-skew.apart': 'kube-proxy {proxy} of DaemonSet {name} is too far from the kubelet of node {node}.',
  'check.kube-proxy-skew.behind': 'DaemonSet {name} runs kube-proxy {proxy}, behind the control plane ({current}).',
  'check.kube-proxy-skew.unreadable': 'The version of kube-proxy cannot be read from {images}.',
  'check.kube-proxy-skew.fix': 'Bring kube-proxy to the control plane’s version right after the control plane.',
  'check.control-plane-skew.title': 'Controller manager and scheduler',
  'check.control-plane-skew.pass': 'Controller manager and scheduler fit the API server.',
  'check.control-plane-skew.hidden': 'The control plane’s pods do not show: whoever runs it takes care of them.',
  'check.control-plane-skew.newer': '{part} {version} is newer than the API server ({server}).',
  'check.control-plane-skew.older': '{part} {version} is more than one minor older than the API server ({server}).',
  'check.control-plane-skew.fix':
    'Upgrade the API servers first, then the controller manager, the scheduler and the cloud controller.',
  'check.node-version-match.title': 'Nodes at the control plane’s version',
  'check.node-version-match.pass': 'Every node runs the control plane’s version.',
  'check.node-version-match.free': 'This provider does not ask for it.',
  'check.node-version-match.eks':
    'Node {node} runs kubelet {kubelet}, not {current}: Amazon EKS asks for nodes at the control plane’s version before the next upgrade.',
  'check.node-version-match.fargate':
    'Fargate node {node} runs kubelet {kubelet}, not {current}: restart its pod to get the newer one.',
  'check.node-version-match.ack':
    'Node {node} runs kubelet {kubelet}, not {current}: ACK asks for nodes at the control plane’s version before the next upgrade.',
  'check.node-version-match.fix': 'Upgrade the node groups or pools to the control plane’s version first.',
  'check.known-releases.fix': 'Update the extension, or choose a release that it knows.',
} as const;
