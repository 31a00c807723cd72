/** English: the rules on fields, annotations, labels and values. */
export const fields = {
  'fields.what.field': 'The field {path}',
  'fields.what.annotation': 'The annotation {key}',
  'fields.what.label': 'The node label {key}',
  'fields.what.value': '{path}: {value}',
  'fields.what.volume': 'The volume type {path}',
  'fields.what.resource': 'The resource {name}',

  'fields.row.no-effect': 'No effect from',
  'fields.row.refused': 'Refused from',
  'fields.row.redirected': 'Left to a driver from',

  'fields.deprecated': '{what} is deprecated since Kubernetes {version} (target {target}).',
  'fields.deprecatedAlways': '{what} is deprecated (target {target}).',
  'fields.noEffect': '{what} has no effect from Kubernetes {version} on (target {target}).',
  'fields.noEffectLater': 'It has no effect from {version} on.',
  'fields.unknown':
    '{what} does not exist from Kubernetes {version} on: it is dropped, or the object refused where fields are validated (target {target}).',
  'fields.unknownLater': 'It is gone from {version} on.',
  'fields.refused': '{what} is refused by Kubernetes {version} and later (target {target}).',
  'fields.refusedLater': 'It is refused from {version} on.',
  'fields.redirected':
    '{what} has been handed over to a CSI driver; Kubernetes {version} and later have no plugin of their own (target {target}).',
  'fields.redirectedLater': 'Its plugin is gone from {version} on.',
  'fields.mustMatch': '{what} and {field} do not say the same: the API server refuses that (target {target}).',
  'fields.use': 'Use {replacement} instead.',
  'fields.dockerSocket':
    'Nodes of Kubernetes {version} and later have no Docker socket at {path}, unless Docker is installed besides (target {target}).',
  'fields.dockerSocketLater':
    'From Kubernetes {version} on nodes have no Docker socket at {path}, unless Docker is installed besides (target {target}).',
  'fields.registry':
    'The registry k8s.gcr.io is frozen since 3 April 2023; requests are redirected to registry.k8s.io, which also holds the newer images.',
  'fields.execVersion':
    'kubectl and client libraries of Kubernetes {version} and later refuse client.authentication.k8s.io/v1alpha1 (target {target}).',

  'fields.note.since': '{field} exists from Kubernetes {version} on.',
  'fields.note.both': 'This release refuses an Ingress that has the annotation and spec.ingressClassName.',
  'fields.note.externalIPs': 'kube-proxy is planned to ignore it by default in 1.40 and for good in 1.43.',
  'fields.note.otherSocket': 'The pod also mounts the socket of another runtime.',
  'fields.note.notJson': 'Its value is not JSON.',
  'fields.note.ip.zeros': 'The address has leading zeros.',
  'fields.note.ip.mapped': 'The address is an IPv4 address written as IPv6.',
  'fields.note.ip.hostBits': 'The range has bits set behind its prefix.',
  'fields.note.ip.spelling': 'The IPv6 address is not in its shortest form.',
  'fields.note.ipBecomes': '{from} becomes {to}, as Kubernetes has read it.',

  'fields.choice.ingressClass': 'An IngressClass named {name} has to exist, and the controller has to read the field.',
  'fields.choice.claimTemplates':
    'volumeClaimTemplates of an existing StatefulSet cannot be changed: it has to be created anew.',
  'fields.choice.ephemeral': 'Pods are recreated when {path} changes.',
  'fields.choice.master':
    'kubeadm sets the new label from 1.20 on, and the old one no longer from 1.24 on; other installers differ.',
  'fields.choice.sysctls':
    'Nodes have to allow these kernel parameters; the annotation has had no effect, the field will have one.',
  'fields.choice.gpu': 'The device plugin of the cluster decides what GPUs are called.',
  'fields.choice.execVersion': 'The credential plugin has to speak v1beta1.',

  'fields.manual.differs': '{field} is set too and says something else: which one is meant is for a person to decide.',
  'fields.manual.value': 'The value “{value}” has no counterpart: a person has to decide.',
  'fields.manual.noContainer': 'There is no container named {name} to move it to.',
  'fields.manual.tooNew': 'Today’s version does not know {field}; it exists from Kubernetes {version} on.',
  'fields.manual.convertFirst': 'Convert the object to {to} first.',
  'fields.manual.bothLabels': 'The selector already names {label}: a person has to decide what both mean together.',
  'fields.manual.priority':
    'Name a priority class in spec.priorityClassName, such as system-cluster-critical, and remove the annotation.',
  'fields.manual.mountableSecrets': 'Keep Secrets that must not be shared in a namespace of their own.',
  'fields.manual.createdBy': 'Select nodes by a label that the cluster sets.',
  'fields.manual.isolation': 'Name a RuntimeClass with the handler for Hyper-V isolation.',
  'fields.manual.alphaScheduling':
    'Write what its JSON says into the field of the pod’s spec; the annotation is not read.',
  'fields.manual.avoidPods': 'Use a taint with the effect PreferNoSchedule, and tolerations.',
  'fields.manual.topologyKeys':
    'Use spec.trafficDistribution, or the annotation service.kubernetes.io/topology-mode: neither says all that a list of keys said.',
  'fields.manual.workloadRef': 'Use spec.schedulingGroup; both are alpha and differ in shape.',
  'fields.manual.deviceSelector': 'Select devices by driver, pool and device.',
  'fields.manual.loadBalancerIP':
    'Use the annotation of your load balancer’s provider: the field means different things to each.',
  'fields.manual.externalIPs': 'Use a Service of type LoadBalancer, a Gateway, or the configuration of the nodes.',
  'fields.manual.configSource': 'Configure the kubelet by a file on the node.',
  'fields.manual.deprecatedTopology': 'It cannot be written in v1: use nodeName and zone.',
  'fields.manual.tcpSocket': 'Such a hook always fails: use exec, httpGet or sleep.',
  'fields.manual.podCertificate': 'Use spec.stubPKCS10Request, which the v1 API takes.',
  'fields.manual.fqdn': 'Nothing defines what such a slice means: use addresses of type IPv4 or IPv6.',
  'fields.manual.addressTypeIP': 'Say IPv4 or IPv6, as the addresses are.',
  'fields.manual.recycle': 'Provision volumes dynamically, and use Retain or Delete.',
  'fields.manual.sideEffects': 'Look into the webhook: None or NoneOnDryRun is a promise it has to keep.',
  'fields.manual.signer': 'Name the signer that is meant; the old one cannot be asked through v1.',
  'fields.manual.redirected':
    'It works while the driver {driver} is installed; new volumes are best written for it directly.',
  'fields.manual.volumeGone': 'No driver takes over: move the data to another kind of volume first.',
  'fields.manual.volumeDriver': 'Nothing is migrated by itself: move to the driver {driver}.',
  'fields.manual.gitRepo': 'Clone into an emptyDir in an init container.',
  'fields.manual.flexVolume': 'It still works; new volumes are best written for a CSI driver.',
  'fields.manual.dockerSocket': 'Use tools that speak CRI, such as crictl, or build images with kaniko or BuildKit.',
  'fields.manual.hostBits': '“{value}” can mean a range or one address: write the one that is meant.',

  'rule.apparmor-annotation.why':
    'The annotation is still read, but the API server warns of it. From 1.34 on, fields are not copied back into annotations.',
  'rule.apparmor-annotation.how':
    'The profile moves into the securityContext of the container it names. Servers before 1.30 do not know the field: with such a version of today there is no quick fix.',
  'rule.critical-pod-annotation.why':
    'From 1.16 on only the priority class counts: without one, the pod is evicted like any other.',
  'rule.critical-pod-annotation.how':
    'Name a priority class. Where one is named already, the quick fix removes the annotation.',
  'rule.cronjob-timezone.why':
    'From 1.29 on the API server refuses to create such a CronJob. One that is in the cluster keeps running, and may be updated as long as its schedule stays the same.',
  'rule.cronjob-timezone.how': 'The zone moves into spec.timeZone, which is on by default from 1.25 on.',
  'rule.deprecated-annotation.why': 'What the annotation asks for is lost, or will be, and most servers do not say so.',
  'rule.deprecated-annotation.how':
    'The quick fix renames the annotation, writes the field that took its place, or removes what has no effect. Where neither says quite the same, a person has to decide.',
  'rule.deprecated-field.why':
    'Most servers accept them without a word, so this is information, and a warning from the release on whose server warns.',
  'rule.deprecated-field.how':
    'spec.serviceAccount is renamed by the quick fix, fields that only the server sets are removed. The others need a decision.',
  'rule.deprecated-value.why': 'The API server warns of a deprecated value. A refused one makes the whole object fail.',
  'rule.deprecated-value.how': 'PreferClose becomes PreferSameZone, which means the same. The others need a decision.',
  'rule.docker-socket.why':
    'Kubernetes 1.24 removed dockershim. The API server accepts the pod without a word, but on a node with another runtime there is no such socket.',
  'rule.docker-socket.how':
    'Find out what the pod does with Docker. Tools that speak CRI replace most of it; images are built without a daemon.',
  'rule.gpu-resource.why': 'No node offers a resource of that name since 1.11, so the pod is never scheduled.',
  'rule.gpu-resource.how':
    'The quick fix writes the name that Nvidia’s device plugin uses; other plugins have names of their own.',
  'rule.ingress-class-annotation.why':
    'Controllers still honour it, but the API server warns, and a controller may drop it in any release of its own.',
  'rule.ingress-class-annotation.how':
    'The name moves into spec.ingressClassName. It is never done unasked: an IngressClass of that name has to exist.',
  'rule.ip-format.why':
    'Programs disagree about what such an address means, and Kubernetes 1.36 refuses new objects with it. Objects that are in the cluster can still be updated.',
  'rule.ip-format.how':
    'The quick fix writes the address as Kubernetes has always read it: leading zeros mean nothing. For a range a person has to say whether it or one address is meant.',
  'rule.kubeconfig-exec-version.why':
    'The version of kubectl or of the client library counts here, not that of the cluster: from 1.24 on they refuse v1alpha1. So it is a warning at most.',
  'rule.kubeconfig-exec-version.how': 'v1beta1 has the same shape. Update the plugin first if it does not speak it.',
  'rule.legacy-registry.why':
    'No new image is pushed there since April 2023. Requests are redirected, which a network policy or a mirror may not follow.',
  'rule.legacy-registry.how':
    'The same images are in registry.k8s.io under the same names. Change mirrors and allowed registries, too.',
  'rule.mountable-secrets.why': 'It is deprecated since 1.32, and the API server warns when it is set.',
  'rule.mountable-secrets.how': 'Separate namespaces protect Secrets from each other’s pods.',
  'rule.node-label.why':
    'The old labels are still set by many clusters, but the API server warns. A cluster that stops setting one leaves pods pending.',
  'rule.node-label.how':
    'The new name takes the old one’s place. For node-role.kubernetes.io/master it is not done unasked: which of the two a cluster sets depends on who installed it.',
  'rule.removed-field.why':
    'The server drops what it does not know. From 1.25 on it says so, and kubectl asks it to refuse the object instead.',
  'rule.removed-field.how':
    'The quick fix removes what only the server ever wrote, and moves what has a place of the same meaning.',
  'rule.seccomp-annotation.why':
    'Servers before 1.27 copied the annotation into the field. Later ones do not: pods then run without the profile, and a namespace that enforces the restricted standard refuses them.',
  'rule.seccomp-annotation.how':
    'The profile moves into the securityContext of the pod or container, merged with what is there. A field that says something else is for a person to decide.',
  'rule.storage-class-annotation.why':
    'The annotation still wins over the field, but the API server warns, and it is to go away.',
  'rule.storage-class-annotation.how':
    'The value moves into the spec. For a claim in the cluster newer servers allow exactly this change, with the same value.',
  'rule.volume-plugin.why':
    'The field stays in the API, so the server accepts the object. Types with a CSI driver as successor are redirected to it and work while it is installed: information. The others cannot be mounted any more: an error when the upgrade crosses that release, a warning when today’s version lies behind it.',
  'rule.volume-plugin.how': 'There is no quick fix: data has to move.',
} as const;
