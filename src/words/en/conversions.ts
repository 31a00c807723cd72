/** en: messages of the conversions. */
export const conversions = {
  'fix.noConversion': 'No conversion from {from} to {to} is known.',
  'fix.broken': 'The document has YAML errors. Correct them first.',
  'fix.branch': 'The apiVersion differs between branches of the template.',
  'fix.list': 'A list is converted item by item.',
  'fix.choice': 'More than one result is possible.',
  'fix.template': 'A template action stands where the change has to be made.',
  'fix.templateChoice': 'This is a template: look at the result before you use it.',
  'fix.unusual': 'This is written in a way that cannot be edited safely.',
  'fix.unexpected': 'The value of {field} is not what Kubernetes expects.',
  'fix.missing': '{field} is missing.',
  'fix.anchor': 'The anchor {anchor} is used in places that do not all need the same change.',
  'fix.pinned': '{field}',
  'fix.notString': '{field} has a value that Kubernetes does not read as text.',
  'fix.notPort': '{field} is neither a port number nor a port name.',
  'fix.unknown.template': '{field} comes from a template expression.',
  'fix.unknown.conditional': '{field} is set in one branch of the template only.',
  'fix.unknown.duplicate': '{field} is given more than once.',
  'fix.unknown.merge': '{field} may come from a merge key (<<).',
  'fix.unknown.alias': '{field} is an alias that cannot be followed.',

  'note.backends': '{count:one backend is|{count} backends are} rewritten.',
  'note.pathType': '{count:one path gets|{count} paths get} pathType: ImplementationSpecific, the old default.',
  'note.selector':
    'The selector is copied from the template labels. It cannot be changed later: an object that runs with another selector has to be recreated.',
  'note.dropped': '{field} is left out: the new version does not know it.',
  'note.topologyDropped': 'These topology keys have no place in the new version and are left out: {fields}.',

  'change.rename': '{from} → {to}',
  'change.required': '{field} is required ({value})',
  'change.removed': '{from} is removed',
  'change.default': '{field}: the default changes from {from} to {to}',
  'change.defaultOnly': '{field}: the default becomes {to}',
  'change.emptySelector': 'An empty {from} ({}) selects every pod; it used to select none',
  'change.everyUser': 'The User "*" becomes the Group system:authenticated',
  'change.zeroShares': '{from}: 0 no longer means 30',
  'change.autoSelector': '{from} turns round: the selector is automatic unless manualSelector is true',
  'change.preserveUnknownFields':
    '{from} must be false; a schema keeps unknown fields with x-kubernetes-preserve-unknown-fields',
  'change.schema': 'Every version needs a structural schema',

  'choice.numericPort':
    'The port "{value}" is quoted, so the old version read it as a name. A name needs a letter: it becomes the number.',
  'choice.emptySelector': 'An empty selector selects no pods in the old version and every pod in the new one.',
  'choice.emptySelector.none': 'Remove the selector: it selects no pods, as today',
  'choice.emptySelector.all': 'Keep the empty selector: it will select every pod in the namespace',
  'choice.sideEffects': 'sideEffects has to be None or NoneOnDryRun. Only who knows the webhook can say which.',
  'choice.sideEffects.None': 'sideEffects: None (a call never changes anything outside)',
  'choice.sideEffects.NoneOnDryRun': 'sideEffects: NoneOnDryRun (a call changes something, but not on dry run)',
  'choice.noSchema': 'No schema is given, and the new version needs one.',
  'choice.noSchema.permissive': 'Add a permissive schema: any content is kept and nothing is checked, as today',
  'choice.nestedPruning':
    'Unknown fields stay at the top level of an object. Inside objects that the schema describes they will be removed; today they stay.',
  'choice.apiApproved':
    'The group belongs to Kubernetes. The new version refuses it without the annotation api-approved.kubernetes.io.',
  'choice.scheduler': 'The settings of plugins may differ between these versions. Check pluginConfig.',

  'manual.emptySelector': 'The selector is empty. State the labels of the pods that it should select.',
  'manual.noTemplateLabels': 'The pod template has no labels, so there is nothing to make the selector of.',
  'manual.addressType': 'addressType has to be IPv4, IPv6 or FQDN.',
  'manual.strategies': 'Only one strategy is allowed. Choose one of preferredStrategies.',
  'manual.webhookNames': 'Two webhooks have the same name. Names must be unique.',
  'manual.crdVersion': 'spec.version must be the first of spec.versions.',
  'manual.crdBoth': '{field} is given for all versions and for single versions. Only one of them is allowed.',
  'manual.crdSchema': 'The schema is not structural: {reason}',
  'manual.schema.type': '{path} has no type.',
  'manual.schema.rootType': 'The root has to be of type object.',
  'manual.schema.forbidden': '{path} uses {field}, which is not allowed.',
  'manual.schema.both': '{path} has both properties and additionalProperties.',
  'manual.schema.logic': '{path} stands only inside allOf, anyOf, oneOf or not.',
  'manual.schema.value': '{path} is not a schema.',
  'manual.event': 'The new version checks more: {field} is missing or not allowed.',
  'manual.csr':
    'Choose spec.signerName (for a client certificate kubernetes.io/kube-apiserver-client) and state spec.usages. kubernetes.io/legacy-unknown is no longer accepted.',
  'manual.podSecurityPolicy.labels':
    'PodSecurityPolicy has no successor. The nearest level of Pod Security Admission is {level}. Label the namespaces that use it:\n{labels}',
  'manual.podSecurityPolicy.rbac': 'Delete RBAC rules that allow to use podsecuritypolicies.',
  'manual.podSecurityPolicy.unknown':
    'PodSecurityPolicy has no successor, and {field} cannot be read here, so no level of Pod Security Admission can be named.',
  'manual.podSecurityPolicy.because': '{level} is not met because of {fields}.',
  'manual.podSecurityPolicy.lost':
    'Pod Security Admission sets no defaults. Pods have to set these themselves: {fields}.',
  'manual.endpoints':
    'EndpointSlice replaces Endpoints: one object per address family and set of ports, with the label kubernetes.io/service-name. Endpoints stay served.',
  'manual.componentStatus': 'ComponentStatus has no successor. Ask the health endpoints of the components instead.',
  'manual.dynamicResources':
    'Resource allocation was redesigned in Kubernetes 1.31. Write it anew for resource.k8s.io/v1 with device requests.',
  'manual.workload':
    'The fields of this alpha API were rearranged. Write it anew for the version that your cluster serves.',
  'manual.podCertificateRequest': 'The kubelet makes these objects. They do not belong in a manifest.',
  'manual.podPreset': 'PodPreset was deleted. Use a mutating admission webhook, or state the settings in the pods.',
  'manual.auditSink': 'AuditSink was deleted. Configure the audit webhook with files of the API server.',
  'manual.initializers': 'Initializers were deleted. Use a mutating admission webhook.',
  'manual.clusterCIDR': 'ClusterCIDR was deleted and has no successor.',
  'manual.externalAdmissionHook': 'Write a ValidatingWebhookConfiguration instead: its fields differ.',
  'manual.thirdPartyResource': 'Write a CustomResourceDefinition instead: its model differs.',
  'manual.petSet': 'Write a StatefulSet instead. Pods of a PetSet have to be handed over by hand.',
  'manual.noSuccessor': '{kind} has no successor.',
  'manual.schedulerPolicy': 'Scheduler policies were deleted. Write the profiles of a KubeSchedulerConfiguration.',
  'manual.kubeadm':
    'Run kubeadm config migrate with the kubeadm of the release before: only that one still reads the old version.',
  'manual.scheduler': 'Plugins and their settings changed between these versions. Check every plugin that is named.',
  'manual.config': 'A component reads this file. Compare it field by field with the new version.',
  'manual.execCredential':
    'A credential plugin prints this. Update the plugin, and set the same apiVersion and interactiveMode in users[].user.exec of the kubeconfig file.',
  'manual.auditEvent': 'The API server writes these events. They do not belong in a manifest.',
  'manual.payload': 'This is the body of a request, not a manifest.',
} as const;
