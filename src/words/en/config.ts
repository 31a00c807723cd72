/** en: what is wrong with a `.kube-upgrade.yaml`. */
export const config = {
  'config.notYaml': 'This is not valid YAML (line {line}), so nothing of the file is used.',
  'config.map': 'A mapping of keys to values is expected here.',
  'config.list': 'A list is expected here.',
  'config.key': 'Unknown key “{key}”; the keys are {allowed}.',
  'config.version': '“{value}” is not a Kubernetes version such as 1.33.',
  'config.oneOf': '“{value}” is none of {allowed}.',
  'config.rule': 'There is no rule “{value}”.',
  'config.noRule': 'An ignore names at least one rule, so this one ignores nothing.',
  'config.date': '“{value}” is not a date such as 2027-01-31, so this ignores nothing.',
  'config.glob': '“{value}” is not a pattern of files below this folder.',
  'config.expired': 'The day of this ignore has passed ({until}), so its findings are shown again.',
  'config.unused': 'This ignore matches nothing that is found for the target.',
  'config.unreadable': 'This configuration cannot be read, so nothing of it is used.',
} as const;
