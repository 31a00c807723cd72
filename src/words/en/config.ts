/** en: what is wrong with a `.kube-upgrade.yaml`. */
export const config = {
  'configFile.notYaml': 'This is not valid YAML (line {line}), so nothing of the file is used.',
  'configFile.map': 'A mapping of keys to values is expected here.',
  'configFile.list': 'A list is expected here.',
  'configFile.key': 'Unknown key “{key}”; the keys are {allowed}.',
  'configFile.version': '“{value}” is not a Kubernetes version such as 1.33.',
  'configFile.oneOf': '“{value}” is none of {allowed}.',
  'configFile.rule': 'There is no rule “{value}”.',
  'configFile.noRule': 'An ignore names at least one rule, so this one ignores nothing.',
  'configFile.date': '“{value}” is not a date such as 2027-01-31, so this ignores nothing.',
  'configFile.glob': '“{value}” is not a pattern of files below this folder.',
  'configFile.expired': 'The day of this ignore has passed ({until}), so its findings are shown again.',
  'configFile.unused': 'This ignore matches nothing that is found for the target.',
  'configFile.unreadable': 'This configuration cannot be read, so nothing of it is used.',
} as const;
