/** zh-cn：`.kube-upgrade.yaml` 中的问题。 */
import { type config as english } from '../en/config';

export const config: Readonly<Record<keyof typeof english, string>> = {
  'config.notYaml': '不是有效的 YAML（第 {line} 行），整个文件未被采用。',
  'config.map': '此处应为键值映射。',
  'config.list': '此处应为列表。',
  'config.key': '未知的键“{key}”；可用的键：{allowed}。',
  'config.version': '“{value}”不是 Kubernetes 版本（例如 1.33）。',
  'config.oneOf': '“{value}”不在允许的取值中：{allowed}。',
  'config.rule': '没有名为“{value}”的规则。',
  'config.noRule': '忽略项至少要写明一条规则，因此这一项不生效。',
  'config.date': '“{value}”不是日期（例如 2027-01-31），因此这一项不生效。',
  'config.glob': '“{value}”不是此文件夹下的文件模式。',
  'config.expired': '此忽略项已过期（{until}），相应的问题重新显示。',
  'config.unused': '对于当前目标，此忽略项没有匹配到任何问题。',
  'config.unreadable': '无法读取此配置，未被采用。',
};
