/** English: results of the readiness checks of the area “admission”. */
export const admission = {
  'check.webhook-backend.title': 'Webhooks without a backend',
  'check.webhook-backend.pass': 'Something answers behind every webhook that is called through a Service.',
  'check.webhook-backend.blocks':
    'Webhook {webhook} of {name} is called for {resources} and refuses them when it does not answer, and {reason}.',
  'check.webhook-backend.narrow':
    'Webhook {webhook} of {name} refuses its requests when it does not answer, and {reason}.',
  'check.webhook-backend.ignored':
    'Webhook {webhook} of {name} is skipped when it does not answer, but each request waits for it first: {reason}.',
  'check.webhook-backend.unverified': 'Whether anything answers webhook {webhook} of {name} cannot be seen: {reason}.',
  'check.webhook-backend.namespaceGone': 'the namespace {namespace} of its Service does not exist',
  'check.webhook-backend.serviceGone': 'its Service {service} does not exist',
  'check.webhook-backend.portGone': 'its Service {service} has no port {port}',
  'check.webhook-backend.noEndpoints': 'its Service {service} has no ready endpoint',
  'check.webhook-backend.untold': 'its Service {service} is external or has hand-made endpoints',
  'check.webhook-backend.fix':
    'Bring the backend back before the upgrade, delete the configuration if its program is gone, or set failurePolicy to Ignore for the time of the upgrade.',
  'check.webhook-own-namespace.title': 'Webhooks that guard their own pods',
  'check.webhook-own-namespace.pass': 'No webhook can keep its own pods from coming back.',
  'check.webhook-own-namespace.locked':
    'Webhook {webhook} of {name} must approve the {pods:pod|{pods} pods} that it runs on in {namespace}: if all of them are drained at once, none can start again.',
  'check.webhook-own-namespace.conditional':
    'Webhook {webhook} of {name} may have to approve the {pods:pod|{pods} pods} that it runs on in {namespace}; its matchConditions decide.',
  'check.webhook-own-namespace.pod': 'backend pod {namespace}/{name}',
  'check.webhook-own-namespace.fix':
    'Exclude the webhook’s own namespace with its namespaceSelector, or its own pods with its objectSelector.',
  'check.webhook-reach.title': 'Webhooks that can stop the cluster',
  'check.webhook-reach.pass':
    'No webhook that refuses requests when it is down covers what the cluster itself lives on.',
  'check.webhook-reach.reaches': 'Webhook {webhook} of {name} refuses requests while it is down, and covers {what}.',
  'check.webhook-reach.everything': 'every resource, in kube-system too',
  'check.webhook-reach.everythingElse': 'every resource outside the namespaces it leaves out',
  'check.webhook-reach.critical': '{resources}',
  'check.webhook-reach.systemPods': 'the pods of kube-system',
  'check.webhook-reach.fix':
    'Name only the resources it needs, and exclude kube-system with a namespaceSelector on kubernetes.io/metadata.name.',
  'check.webhook-certificates.title': 'CA bundles of webhooks',
  'check.webhook-certificates.pass': 'No CA bundle of a webhook has expired or will within 30 days.',
  'check.webhook-certificates.expired':
    'The CA bundle of webhook {webhook} of {name} expired on {until}: the API server cannot call it.',
  'check.webhook-certificates.expiring':
    'The CA bundle of webhook {webhook} of {name} expires on {until}, in {days:1 day|{days} days}.',
  'check.webhook-certificates.unreadable':
    'The CA bundle of webhook {webhook} of {name} holds no certificate: whatever should fill it in has not, and calls fail.',
  'check.webhook-certificates.certificates': '{count:1 certificate|{count} certificates} in the bundle',
  'check.webhook-certificates.fix':
    'Renew the certificate, or repair the program that fills in the bundle (cert-manager’s ca-injector, for example).',
  'check.webhook-timeout.title': 'Time-outs of webhooks',
  'check.webhook-timeout.pass': 'No webhook may hold up a request for long.',
  'check.webhook-timeout.long': 'Webhook {webhook} of {name} may hold up each request for {seconds} seconds.',
  'check.webhook-timeout.fix': 'Set timeoutSeconds to 5 or less; 10 is the default.',
  'check.webhook-single-backend.title': 'Webhooks with a single pod',
  'check.webhook-single-backend.pass':
    'Every webhook that refuses requests when it is down has more than one ready pod.',
  'check.webhook-single-backend.single':
    'The webhooks of {name} refuse requests while they are down, and one pod alone stands behind {service}.',
  'check.webhook-single-backend.pod': 'pod {namespace}/{name} on node {node}',
  'check.webhook-single-backend.fix': 'Run two replicas on different nodes, with a budget that lets one of them go.',
  'check.webhook-review-versions.title': 'Review versions of webhooks',
  'check.webhook-review-versions.pass': 'Every webhook takes v1 reviews.',
  'check.webhook-review-versions.old':
    '{name} has {count:a webhook|{count} webhooks} that take no v1 reviews; v1beta1 is still called.',
  'check.webhook-review-versions.fix':
    'Upgrade the program behind it, then add v1 to admissionReviewVersions. Leave it as it is where the program knows only v1beta1.',
  'check.webhook-match-policy.title': 'Webhooks that match versions exactly',
  'check.webhook-match-policy.pass': 'No webhook misses requests that use another version of the same API.',
  'check.webhook-match-policy.exact':
    'Webhook {webhook} of {name} sees only requests of the versions it names: a version that comes with the upgrade passes it by.',
  'check.webhook-match-policy.fix': 'Set matchPolicy to Equivalent, the default.',
  'check.webhook-url.title': 'Webhooks called by URL',
  'check.webhook-url.pass': 'No webhook is called by URL.',
  'check.webhook-url.url': '{name} is called at {url}; whether it answers cannot be seen from here.',
  'check.webhook-url.fix': 'Make sure that the address answers while the control plane and the nodes are replaced.',
  'check.webhook-virtual-resources.title': 'Webhooks on token and access reviews',
  'check.webhook-virtual-resources.pass': 'No webhook relies on being called for token or access reviews.',
  'check.webhook-virtual-resources.uncalled':
    '{name} names {resources}; from Kubernetes 1.37 on it is no longer called for them by default.',
  'check.webhook-virtual-resources.fix':
    'Do not rely on it; the feature gate ExcludeAdmissionWebhookVirtualResources can be switched off for a while.',
  'check.webhook-san.title': 'Serving certificates without SAN',
  'check.webhook-san.pass': 'The API server has met no serving certificate without SAN.',
  'check.webhook-san.noMetric': 'The API server has no counter of certificates without SAN.',
  'check.webhook-san.webhooksNow':
    '{count:A call|{count} calls} to webhooks met a certificate without SAN since the API server started: such calls fail.',
  'check.webhook-san.webhooksThen':
    '{count:A call|{count} calls} to webhooks met a certificate without SAN: such calls fail from Kubernetes 1.23 on.',
  'check.webhook-san.apiservicesNow':
    '{count:A call|{count} calls} to extension API servers met a certificate without SAN since the API server started: such calls fail.',
  'check.webhook-san.apiservicesThen':
    '{count:A call|{count} calls} to extension API servers met a certificate without SAN: such calls fail from Kubernetes 1.23 on.',
  'check.webhook-san.fix': 'Issue the serving certificate again with the SAN <service>.<namespace>.svc.',
  'check.admission-policies.title': 'Admission policies on kube-system',
  'check.admission-policies.pass': 'No admission policy denies pods in kube-system.',
  'check.admission-policies.system':
    'The binding {name} lets policy {policy} deny pods in kube-system: an add-on that comes with the upgrade may be refused.',
  'check.admission-policies.fix':
    'Leave kube-system out with a namespaceSelector, or test the new add-ons against the policy.',
} as const;
