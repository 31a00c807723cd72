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
} as const;
