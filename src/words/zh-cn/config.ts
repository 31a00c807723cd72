/** zh-cn：`.kube-upgrade.yaml` 中的问题。 */
import { type config as english } from '../en/config';

export const config: Readonly<Record<keyof typeof english, string>> = {
  'configFile.notYaml': '不是有效的 YAML（第 {line} 行），整个文件未被采用。',
  'configFile.map': '此处应为键值映射。',
  'configFile.list': '此处应为列表。',
  'configFile.key': '未知的键“{key}”；可用的键：{allowed}。',
  'configFile.version': '“{value}”不是 Kubernetes 版本（例如 1.33）。',
  'configFile.oneOf': '“{value}”不在允许的取值中：{allowed}。',
  'configFile.rule': '没有名为“{value}”的规则。',
  'configFile.noRule': '忽略项至少要写明一条规则，因此这一项不生效。',
  'configFile.date': '“{value}”不是日期（例如 2027-01-31），因此这一项不生效。',
  'configFile.glob': '“{value}”不是此文件夹下的文件模式。',
  'configFile.expired': '此忽略项已过期（{until}），相应的问题重新显示。',
  'configFile.unused': '对于当前目标，此忽略项没有匹配到任何问题。',
  'configFile.unreadable': '无法读取此配置，未被采用。',
};
