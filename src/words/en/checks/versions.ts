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
} as const;
