/** English: results of the readiness checks of the area “apis”. */
export const apis = {
  'check.deprecated-apis-in-use.title': 'Removed and deprecated APIs in use',
  'check.deprecated-apis-in-use.pass': 'Nobody was seen using an API that the target no longer serves.',
  'check.deprecated-apis-in-use.short':
    'Nothing was seen, but the API server has run for only {hours:1 hour|{hours} hours}: its counters know nothing from before.',
  'check.deprecated-apis-in-use.uptime':
    'The counters cover {hours:the last hour|the last {hours} hours}: the time since the API server started.',
  'check.deprecated-apis-in-use.unseen': 'The metadata of {resource} could not be looked at.',
  'check.deprecated-apis-in-use.verb': '{verb}: {count}',
  'check.deprecated-apis-in-use.written':
    'Somebody writes {resource} through {api}, which is removed in Kubernetes {release}.',
  'check.deprecated-apis-in-use.read':
    'Somebody reads {resource} through {api}, which is removed in Kubernetes {release}, although a newer version is served. It may also be a tool that lists everything.',
  'check.deprecated-apis-in-use.scanned':
    '{resource} were read through {api}, which is removed in Kubernetes {release}; the server’s own garbage collector does that too, so this alone proves nothing.',
  'check.deprecated-apis-in-use.later':
    '{resource} are asked for through {api}, which is removed in Kubernetes {release}, after this target.',
  'check.deprecated-apis-in-use.unannounced':
    '{resource} are asked for through {api}, which is deprecated; no removal has been announced.',
  'check.deprecated-apis-in-use.own': '{resource} are asked for through {api}; most likely by the API server itself.',
  'check.deprecated-apis-in-use.manifestRemoved':
    '{kind} {name} was last written by {manager} through {api}, which Kubernetes {release} does not serve: whatever writes it will fail.',
  'check.deprecated-apis-in-use.manifestDeprecated':
    '{kind} {name} was last written by {manager} through {api}, which is deprecated since Kubernetes {release}.',
  'check.deprecated-apis-in-use.clientRemoved':
    '{manager} still changes {kind} {name} through {api}, which Kubernetes {release} does not serve: that program will fail.',
  'check.deprecated-apis-in-use.clientDeprecated':
    '{manager} still changes {kind} {name} through {api}, which is deprecated since Kubernetes {release}.',
  'check.deprecated-apis-in-use.evidence.applied': '{manager} applies it through {api} ({time})',
  'check.deprecated-apis-in-use.evidence.updated': '{manager} wrote it through {api} ({time})',
  'check.deprecated-apis-in-use.evidence.confirmed':
    '{manager} wrote it through {api} ({time}), and the last-applied annotation says the same',
  'check.deprecated-apis-in-use.evidence.annotated': 'only the last-applied annotation names {api}',
  'check.deprecated-apis-in-use.fix':
    'Convert the manifests and apply them again; upgrade the programs named here. The audit log (annotation k8s.io/deprecated) names the clients.',
  'check.apiservice-available.title': 'Extension API servers',
  'check.apiservice-available.pass': 'Every extension API server answers.',
  'check.apiservice-available.away': 'APIService {name} is not available ({reason}); its backend is {service}.',
  'check.apiservice-available.scaling':
    'APIService {name} is not available ({reason}), and {scalers:an autoscaler needs|{scalers} autoscalers need} its metrics; its backend is {service}.',
  'check.apiservice-available.deletion':
    'APIService {name} is not available ({reason}), and {namespaces:a namespace cannot be deleted|{namespaces} namespaces cannot be deleted} because of such a failure; its backend is {service}.',
  'check.apiservice-available.fix': 'Bring the backend back, or delete the APIService if its program is gone.',
  'check.apiservice-certificates.title': 'Certificates of extension API servers',
  'check.apiservice-certificates.pass': 'No CA bundle of an extension API server has expired or will within 30 days.',
  'check.apiservice-certificates.insecure': 'APIService {name} is called without verifying its certificate.',
  'check.apiservice-certificates.expired': 'The CA bundle of APIService {name} expired on {until}.',
  'check.apiservice-certificates.expiring':
    'The CA bundle of APIService {name} expires on {until}, in {days:1 day|{days} days}.',
  'check.apiservice-certificates.fix': 'Renew the certificate and the bundle.',
  'check.crd-stored-versions.title': 'Stored versions of custom resources',
  'check.crd-stored-versions.pass': 'Every custom resource is stored in one version only.',
  'check.crd-stored-versions.several': 'Objects of {name} may be stored as {versions} besides {storage}.',
  'check.crd-stored-versions.leaving':
    'Objects of {name} may still be stored as {versions}, on its way out: the release of its program that drops it will be refused.',
  'check.crd-stored-versions.fix':
    'Rewrite the objects in the storage version (StorageVersionMigration, or read and write each), then take the old version out of status.storedVersions.',
  'check.crd-deprecated-versions.title': 'Deprecated versions of custom resources',
  'check.crd-deprecated-versions.pass': 'No custom resource serves a version that it calls deprecated.',
  'check.crd-deprecated-versions.served': '{name} serves {versions}, which it calls deprecated.',
  'check.crd-deprecated-versions.fix': 'Move manifests and programs to the version that its program recommends.',
  'check.crd-conversion.title': 'Conversion webhooks',
  'check.crd-conversion.pass': 'Every conversion webhook that is called through a Service has a backend.',
  'check.crd-conversion.broken': 'The {count:object|{count} objects} of {name} cannot be converted, and {reason}.',
  'check.crd-conversion.uncounted':
    'Objects of {name} cannot be converted, and {reason}; how many there are is not known.',
  'check.crd-conversion.empty': 'Objects of {name} could not be converted, and {reason}; there are none yet.',
  'check.crd-conversion.unneeded':
    'The conversion webhook of {name} would not answer, and {reason}; nothing needs it now.',
  'check.crd-conversion.expired': 'its CA bundle expired on {until}',
  'check.crd-conversion.objects': '{count:1 object|{count} objects}',
  'check.crd-conversion.fix': 'Bring the backend back before the upgrade, or renew its certificate.',
  'check.crd-conditions.title': 'Faulty custom resource definitions',
  'check.crd-conditions.pass': 'The API server finds no fault with any custom resource definition.',
  'check.crd-conditions.NonStructuralSchema': 'The schema of {name} is not structural: {why}',
  'check.crd-conditions.NamesAccepted': 'The names of {name} are taken: {why}',
  'check.crd-conditions.Established': '{name} is not served: {why}',
  'check.crd-conditions.Terminating': '{name} is being deleted and does not go away: {why}',
  'check.crd-conditions.fix': 'Repair the definition with a newer release of its program, or remove it.',
  'check.pod-security-policies.title': 'PodSecurityPolicies',
  'check.pod-security-policies.pass': 'No PodSecurityPolicy is in force that Kubernetes 1.25 would take away.',
  'check.pod-security-policies.used':
    'PodSecurityPolicy {name} is in use; Kubernetes 1.25 removes it, and pods are no longer held to it.',
  'check.pod-security-policies.maybe':
    'PodSecurityPolicy {name} goes away with Kubernetes 1.25; whether somebody may use it could not be read.',
  'check.pod-security-policies.unused': 'PodSecurityPolicy {name} goes away with Kubernetes 1.25; nobody may use it.',
  'check.pod-security-policies.fix':
    'Enforce pod security standards by namespace labels, or a policy engine, before the upgrade; then delete the policies.',
  'check.pod-security-labels.title': 'Pod security by namespace',
  'check.pod-security-labels.pass': 'Namespaces enforce pod security standards.',
  'check.pod-security-labels.none':
    'None of the {count} namespaces enforces a pod security standard; after Kubernetes 1.25 nothing built in takes the place of PodSecurityPolicies.',
  'check.pod-security-labels.fix':
    'Label namespaces with pod-security.kubernetes.io/enforce, or make sure that a policy engine does this work.',
  'check.hand-made-endpoints.title': 'Endpoints made by hand',
  'check.hand-made-endpoints.pass': 'No Endpoints made by hand were seen.',
  'check.hand-made-endpoints.mirrored':
    'The endpoints of Service {namespace}/{name} are written as Endpoints, deprecated since Kubernetes 1.33.',
  'check.hand-made-endpoints.fix': 'Write EndpointSlices instead; no removal of Endpoints has been announced.',
  'check.removed-apis-served.title': 'APIs that go away',
  'check.removed-apis-served.pass': 'Whatever the upgrade removes is served in another version already.',
  'check.removed-apis-served.only': '{kind} is served as {api} only, which Kubernetes {release} removes.',
  'check.removed-apis-served.fix':
    'Nobody can move to another version before the upgrade: plan the change of manifests and programs for the same time.',
} as const;
