/** zh-cn: messages of the cli. */
export const cli = {
  'cli.help': `Kubernetes 升级就绪：找出 Kubernetes 升级会破坏清单中的哪些内容，并进行转换。

用法
  kube-upgrade-readiness scan <路径…> [选项]   列出发现的问题
  kube-upgrade-readiness fix <路径…> [选项]    以 unified diff 形式显示确定的修复会改动什么
  kube-upgrade-readiness cluster [选项]        读取集群（不写入任何内容），说明哪些问题阻塞升级

路径可以是文件、文件夹，或表示标准输入的 -。直接指定的文件一定会读取；文件夹中读取
*.yaml、*.yml、*.json，以及 templates/ 下的 *.tpl。名为 node_modules 和 .git 的文件夹会跳过，链接只跟随一次。
标准输入中的问题以 <stdin> 为文件名。

选项
  --target-version 1.36      要升级到的版本（默认：数据中最新的已发布次版本）
  --current-version 1.30     当前运行的版本（默认：未知）
  --provider 名称            auto、generic、ack、ack-serverless、eks、acp（默认：auto）
  --format 名称              table、json、sarif、junit、markdown（默认：table）
  --fail-on 级别             error、warning、never（默认：error）
  --baseline 文件            先前的报告（scan --format json）：其中已有的问题不计，只计新增的
  --changed-since 修订       只检查此分支离开该修订后改动过的文件，以及 Git 尚未跟踪的文件
  --lang 语言                en、zh-cn（默认：取自环境）
  --quiet                    不显示进度和汇总
  --help、--version

fix 的选项
  --write                    修改文件，每个文件一次完成替换，只应用确定的修复；然后报告剩余问题。
                             路径为 - 时，转换后的文本写到标准输出
  --keep-defaults            同时写明新版本会改变的旧默认值
  --format 名称              不显示 diff，改为显示剩余问题的报告

cluster 的选项
  --kubeconfig 文件、--context 名称   （默认：与 kubectl 相同）
  --snapshot 文件            检查已保存的快照，而不是集群
  --save-snapshot 文件       写入读取到的内容，不含机密
  --format 名称              table、json、junit、markdown
  --target-version           默认：集群提供方的下一步
  阻塞时，或可能阻塞的项目未检查时，以 1 退出。

配置
  文件所在文件夹或其上层（直到含 .git 的文件夹）中最近的 .kube-upgrade.yaml 决定目标、严重级别、排除项和忽略项。
  命令行选项优先于它。

退出状态
  0  没有达到 --fail-on 的问题；1  有；2  命令无法完成。
  fix 以应用修复之后（无论是否写入）剩余的问题为准。
`,
  'cli.failure': 'kube-upgrade-readiness：{message}',
  'cli.noCommand': '请指定命令：scan 或 fix（选项见 --help）',
  'cli.unknownCommand': '未知命令 "{command}"（命令见 --help）',
  'cli.commandNotBuilt': '命令 {command} 尚不可用',
  'cli.noPath': '{command} 至少需要一个文件或文件夹，或表示标准输入的 -',
  'cli.unknownOption': '未知选项 {option}（选项见 --help）',
  'cli.optionNotFor': '选项 {option} 不适用于 {command}',
  'cli.optionNeedsValue': '选项 {option} 需要一个值',
  'cli.noArgument': '{command} 不接受“{argument}”这样的参数',
  'cli.optionNotWith': '选项 {option} 不能与 {other} 同时使用',
  'cli.optionTakesNoValue': '选项 {option} 不接受值',
  'cli.badValue': '{option} 不能是 "{value}"；可用的值：{allowed}',
  'cli.badVersion': '{option} 不能是 "{value}"；请给出 Kubernetes 版本（例如 1.36）或 auto',
  'cli.formatWithStdin': 'fix --write - 会输出转换后的文本，因此不能同时使用 --format',
  'cli.unreadable': '无法读取 {path}：{reason}',
  'cli.noBaseline': '{path} 不是 scan --format json 的报告',
  'cli.noGit': '--changed-since 需要 Git 和一个仓库',
  'cli.noRevision': 'Git 中没有修订 {revision}',
  'cli.noData': '无法读取数据文件 {path}：{reason}',
  'cli.notWritten': '无法写入 {path}：{reason}',
  'cli.changedMeanwhile': '{path} 在此期间被他人改动，保持原样',
  'cli.unexpected': '意外失败：{reason}',
  'cli.progress': '{count} 个文件…',
  'cli.problem.unreadable': '未检查：无法读取（{reason}）。',
  'cli.problem.binary': '未检查：内容不是文本。',
  'cli.problem.notUtf8': '未检查：文本不是 UTF-8。',
  'cli.problem.internal': '未检查：意外失败（{reason}）。',
  'cli.problem.beyond': '目标版本 {version} 比数据更新，数据截至 Kubernetes {newest}：之后版本移除的内容未检查。',
  'cli.messageWithReason': '{message}{reason}',
  'cli.severity.error': '错误',
  'cli.severity.warning': '警告',
  'cli.severity.information': '提示',
  'cli.severity.hint': '建议',
  'cli.fix.certain': '修复：确定',
  'cli.fix.choice': '修复：需选择',
  'cli.fix.manual': '修复：需人工',
  'cli.fix.none': '修复：无',
  'cli.table.problems': '未检查',
  'cli.table.wholeRun': '整次运行',
  'cli.summary.target': '目标版本：Kubernetes {version}（{provider}）。',
  'cli.summary.path': '目标版本：Kubernetes {version}（{provider}），升级路径 {path}。',
  'cli.summary.nothing': '未发现阻塞项。',
  'cli.summary.found': '{error} 个错误，{warning} 个警告，{information} 个提示，{hint} 个建议。',
  'cli.summary.checked': '{files} 个文件，{documents} 个文档，{resources} 个对象。',
  'cli.summary.ignored': '已忽略 {count} 个问题。',
  'cli.summary.problems': '{count} 处未检查。',
  'cli.markdown.title': 'Kubernetes 升级就绪',
  'cli.markdown.line': '行',
  'cli.markdown.severity': '级别',
  'cli.markdown.resource': '对象',
  'cli.markdown.finding': '问题',
  'cli.markdown.fix': '修复',
  'cli.fixed.would': '{files} 个文件中有 {applied} 个问题可以确定地修复；加上 --write 即可写入。',
  'cli.fixed.done': '已修复 {files} 个文件中的 {applied} 个问题。',
  'cli.fixed.nothing': '没有可以确定地修复的问题。',
  'cli.fixed.left': '还有 {count} 个问题需要人工处理。',
} as const;
