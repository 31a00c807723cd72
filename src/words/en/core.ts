/** English: findings, hover and problems of the core. */
export const core = {
  'text.two': '{first} {second}',

  'api.removed': '{kind} {apiVersion} is not served in Kubernetes {version} and later (target {target}).',
  'api.removedConfig': '{kind} {apiVersion} is not read by Kubernetes {version} and later (target {target}).',
  'api.expected':
    '{kind} {apiVersion} is expected to go away in Kubernetes {version} (target {target}); nothing has been announced.',
  'api.deprecated': '{kind} {apiVersion} is deprecated since Kubernetes {version} (target {target}).',
  'api.then': 'It is removed in {version}.',
  'api.thenExpected': 'Removal is expected in {version}.',
  'api.use': 'Use {replacement}.',
  'api.useInSteps': 'Use {now} now, and {later} from Kubernetes {version} on: no version is served by both.',
  'api.keepUntil':
    'Keep it for today’s version and use {later} from Kubernetes {version} on: no version is served by both ends.',
  'api.useFrom': 'Use {replacement} from Kubernetes {version} on; today’s version does not serve it.',
  'api.useNotYet': 'Its successor comes only after the target version.',
  'api.useNothing': 'It has no successor.',
  'api.step': 'Breaks at step {step} of {steps} ({version}).',
  'api.brokenToday': 'Already today’s version {version} does not serve it.',
  'api.inBranch': 'Only rendered under a condition on the cluster: {condition}.',
  'api.tooNew': '{kind} {apiVersion} is served from Kubernetes {version} on, not by today’s {current}.',
  'api.offByDefault': '{kind} {apiVersion} is off by default: the API server serves it only when it is switched on.',
  'api.groupReference':
    'The API group {group} of {resource} is gone in Kubernetes {version} (target {target}); the group is now {successor}.',

  'explain.deprecatedIn': 'Deprecated in',
  'explain.removedIn': 'Removed in',
  'explain.use': 'Use instead',
  'explain.since': 'Available since',
  'explain.never': 'not announced',
  'explain.nothing': '–',
  'explain.version': 'Kubernetes {version}',
  'explain.expected': 'Kubernetes {version} (expected, not announced)',
  'explain.code': '{text}',

  'problem.yaml': 'This document is not valid YAML ({code}): its findings stand, but no fix is offered.',
  'problem.nesting': 'Nested too deeply to be read: not checked.',
  'problem.duplicateKey': 'The key “{key}” stands here twice; Kubernetes keeps the last one or refuses the file.',
  'problem.unknownApi': '{kind} {apiVersion} is not in the data: not checked.',
  'problem.templatedApi': 'The apiVersion of this {kind} comes from a template expression: not checked.',
  'problem.ignoreRule': 'This ignore comment names no rule, so it ignores nothing.',
  'problem.ignoreDate': 'The date after “until” is not of the form YYYY-MM-DD, so this comment ignores nothing.',

  'fix.stale': 'The text has changed since it was checked.',
  'fix.capability':
    'The template chooses this version by what the cluster offers: whether the branch is still needed is for a person to decide.',
  'fix.inSteps': 'One edit cannot serve both today’s and the target version.',
  'fix.noSuccessor': 'No version of {kind} that the target serves can take its place: a person has to decide.',
} as const;
