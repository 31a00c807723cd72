/** English: results of the readiness checks of the area “network”. */
export const network = {
  'check.service-fields.title': 'Services',
  'check.service-fields.pass': 'No Service uses a deprecated field or lacks endpoints.',
  'check.service-fields.external': 'Service {namespace}/{name} uses externalIPs ({value}), deprecated since 1.36.',
  'check.service-fields.externalGone':
    'Service {namespace}/{name} uses externalIPs ({value}); since 1.40 kube-proxy ignores them by default.',
  'check.service-fields.address': 'Service {namespace}/{name} sets loadBalancerIP ({value}), deprecated since 1.24.',
  'check.service-fields.preferClose': 'Service {namespace}/{name} says {value}, called PreferSameZone since 1.34.',
  'check.service-fields.topology': 'Service {namespace}/{name} chooses endpoints in an old way ({value}).',
  'check.service-fields.local':
    'Service {namespace}/{name} has externalTrafficPolicy {value}: nodes without a ready pod of it drop traffic while nodes roll.',
  'check.service-fields.idle': 'Service {namespace}/{name} has no ready endpoint.',
  'check.service-fields.pending': 'Service {namespace}/{name} still has no address from a load balancer.',
  'check.service-fields.fix': 'Replace the old field; spread the pods behind a Local Service over several nodes.',
  'check.ingress-classes.title': 'Ingress controllers',
  'check.ingress-classes.pass': 'Every Ingress has a class, and none is of a retired controller.',
  'check.ingress-classes.retired':
    'The class {name} belongs to Ingress NGINX, retired in March 2026; {count:one Ingress uses|{count} Ingresses use} it.',
  'check.ingress-classes.none': 'Ingress {namespace}/{name} has no class, and there is no default one.',
  'check.ingress-classes.fix': 'Name a class; plan the move to Gateway API or another controller.',
  'check.add-on-versions.title': 'Versions of add-ons',
  'check.add-on-versions.pass': 'Every add-on that was recognized fits the target.',
  'check.add-on-versions.tooOld':
    '{addOn} {version} ({namespace}/{name}) is too old for {target}: {need} is the oldest that works.',
  'check.add-on-versions.follows':
    '{addOn} {version} ({namespace}/{name}) is meant for the Kubernetes of its own number; go to {need} right after the control plane.',
  'check.add-on-versions.advised':
    '{addOn} {version} ({namespace}/{name}) is older than {need}, which kubeadm brings with {target}.',
  'check.add-on-versions.untested':
    '{addOn} {version} ({namespace}/{name}) is listed up to Kubernetes {need}, not for {target}.',
  'check.add-on-versions.tooNew':
    '{addOn} {version} ({namespace}/{name}) is listed from Kubernetes {need} on, not for {target}.',
  'check.add-on-versions.unlisted':
    'Nothing is known of {addOn} {version} ({namespace}/{name}) and Kubernetes {target}.',
  'check.add-on-versions.unreadable': 'The version of {addOn} ({namespace}/{name}) cannot be read from {version}.',
  'check.add-on-versions.fix':
    'Upgrade the add-on before the step where it is too old, or right after the control plane where it follows.',
  'check.kube-proxy-mode.title': 'Mode of kube-proxy',
  'check.kube-proxy-mode.pass': 'The mode of kube-proxy stays.',
  'check.kube-proxy-mode.none': 'There is no configuration of kube-proxy to look at.',
  'check.kube-proxy-mode.unread': 'The configuration of kube-proxy could not be read.',
  'check.kube-proxy-mode.ipvs': 'kube-proxy ({name}) runs in ipvs mode, deprecated since 1.35.',
  'check.kube-proxy-mode.ipvsOff': 'kube-proxy ({name}) runs in ipvs mode, which is off by default from 1.40 on.',
  'check.kube-proxy-mode.implicit': 'kube-proxy ({name}) names no mode; another default is planned.',
  'check.kube-proxy-mode.fix': 'Set the mode to iptables or nftables.',
  'check.corefile.title': 'Corefile of CoreDNS',
  'check.corefile.pass': 'A newer CoreDNS takes the Corefile as it is.',
  'check.corefile.unread': 'The Corefile could not be read.',
  'check.corefile.none': 'There is no Corefile in kube-system.',
  'check.corefile.gone': 'The Corefile uses {plugin}, which CoreDNS {since} and later refuse (it runs {version}).',
  'check.corefile.taken': 'The Corefile names {plugin}; CoreDNS {version} runs with it.',
  'check.corefile.noReady': 'The Corefile lacks the plugin {plugin}: the readiness of CoreDNS is not checked.',
  'check.corefile.fix':
    'Use forward instead of proxy, and take federation and upstream out, before CoreDNS is upgraded.',
} as const;
