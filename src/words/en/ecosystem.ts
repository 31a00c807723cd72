/** English: custom resources, Helm charts and kustomizations. */
export const ecosystem = {
  'ecosystem.removed': '{kind} {apiVersion} is not served by {name} {version} and later (running: {running}).',
  'ecosystem.deprecated': '{kind} {apiVersion} is deprecated since {name} {version} (running: {running}).',
  'ecosystem.perhapsRemoved':
    '{kind} {apiVersion} is not served by {name} {version} and later; which version of it runs is not known.',
  'ecosystem.perhapsDeprecated':
    '{kind} {apiVersion} is deprecated since {name} {version}; which version of it runs is not known.',
  'ecosystem.then': '{name} {version} removes it.',
  'ecosystem.notServed': 'The CustomResourceDefinition of {kind} does not serve {apiVersion}.',
  'ecosystem.marked': 'The CustomResourceDefinition of {kind} marks {apiVersion} as deprecated.',
  'ecosystem.markedWith': 'The CustomResourceDefinition of {kind} marks {apiVersion} as deprecated: “{warning}”.',
  'ecosystem.release': '{name} {version}',
  'ecosystem.say': 'Say in the setting kubeUpgrade.components which version of {name} runs: "{component}": "1.2".',
  'ecosystem.noReplacement': 'No version of {kind} is known that can take its place.',
  'ecosystem.servedLater': '{name} {running} is not known to serve {replacement}.',
  'ecosystem.otherKind': '{replacement} is another kind with other fields: a person has to rewrite this {kind}.',
  'ecosystem.compare': 'Only the apiVersion changes: compare the fields with those of {replacement}.',
  'ecosystem.needs': 'Needs {name} {version} or later.',
  'ecosystem.file.unreadable': '{path} cannot be read as YAML or JSON: its versions are not used.',
  'ecosystem.file.noList': '{path} has no list “deprecated-versions”.',
  'ecosystem.file.row':
    '{path}: row {row} of “deprecated-versions” has no version and kind, or a release that is none.',
  'ecosystem.file.component': '{path}: the version of {component} in “target-versions” is none.',

  'helm.from': 'The template takes this branch in Kubernetes {version} and later.',
  'helm.until': 'The template takes this branch up to Kubernetes {version}.',
  'helm.between': 'The template takes this branch from Kubernetes {from} to {to}.',
  'helm.helper': 'The version comes from the template expression {helper}: change it there.',
  'helm.kubeVersion': 'The chart {chart} refuses Kubernetes {version}: its kubeVersion is “{constraint}”.',
  'helm.kubeVersion.fix': 'Try the chart on that version before its constraint is widened.',

  'overlay.field': 'kustomize deprecates “{field}” and warns about it since version {version}. Use “{replacement}”.',
  'overlay.silentField': 'kustomize deprecates “{field}”. Use “{replacement}”.',
  'overlay.title': 'Replace “{field}” by “{replacement}”',
  'overlay.order': 'Patches of one list are applied in its order: compare what kustomize build writes.',
  'overlay.onePatch':
    'Each patch file becomes an entry of “patches”; a file with several patches needs kustomize 5.2.1 or later.',
  'overlay.labels': 'The field “labels” is not known to old releases of kustomize.',
  'overlay.both': '“{field}” and “{replacement}” are both there, and cannot be joined safely.',
  'overlay.first': 'Replace “{field}” first.',
  'overlay.vars':
    'Each variable becomes a replacement that names the fields to write: a person has to list them, or try “kustomize edit fix --vars”.',
  'overlay.helm': 'Its entries are spread over “helmCharts” and “helmGlobals”: “kustomize edit fix” does that.',
  'overlay.env': 'The file becomes an entry of the list “envs”.',
  'overlay.target':
    'This selects {kind} {apiVersion}, which is not served in Kubernetes {version} and later (target {target}): once the object is converted, it selects nothing.',
  'overlay.targetDeprecated':
    'This selects {kind} {apiVersion}, which is deprecated since Kubernetes {version} (target {target}): once the object is converted, it selects nothing.',
  'overlay.together': 'Convert the selected objects along with it.',
  'overlay.patched': 'The same {kind} is described here too, as a patch or in another overlay.',
} as const;
