/** Simplified Chinese: the rules on fields, annotations, labels and values. */
export const fields = {
  'fields.what.field': '字段 {path}',
  'fields.what.annotation': '注解 {key}',
  'fields.what.label': '节点标签 {key}',
  'fields.what.value': '{path}: {value}',
  'fields.what.volume': '卷类型 {path}',
  'fields.what.resource': '资源 {name}',

  'fields.row.no-effect': '不再生效版本',
  'fields.row.refused': '拒绝版本',
  'fields.row.redirected': '交由驱动版本',

  'fields.deprecated': '{what} 自 Kubernetes {version} 起已弃用（目标 {target}）。',
  'fields.deprecatedAlways': '{what} 已弃用（目标 {target}）。',
  'fields.noEffect': '{what} 从 Kubernetes {version} 起不再生效（目标 {target}）。',
  'fields.noEffectLater': '从 {version} 起不再生效。',
  'fields.unknown': '{what} 从 Kubernetes {version} 起不存在：会被丢弃，启用字段校验时对象会被拒绝（目标 {target}）。',
  'fields.unknownLater': '从 {version} 起移除。',
  'fields.refused': 'Kubernetes {version} 及更高版本拒绝{what}（目标 {target}）。',
  'fields.refusedLater': '从 {version} 起会被拒绝。',
  'fields.redirected': '{what} 已由 CSI 驱动接管，Kubernetes {version} 及更高版本不再有自己的插件（目标 {target}）。',
  'fields.redirectedLater': '其插件从 {version} 起移除。',
  'fields.mustMatch': '{what} 与 {field} 取值不同：API Server 会拒绝（目标 {target}）。',
  'fields.use': '请改用 {replacement}。',
  'fields.dockerSocket':
    'Kubernetes {version} 及更高版本的节点上没有 {path} 这个 Docker 套接字，除非另外安装了 Docker（目标 {target}）。',
  'fields.dockerSocketLater':
    '从 Kubernetes {version} 起，节点上没有 {path} 这个 Docker 套接字，除非另外安装了 Docker（目标 {target}）。',
  'fields.registry':
    '镜像仓库 k8s.gcr.io 自 2023 年 4 月 3 日起冻结；请求会重定向到 registry.k8s.io，较新的镜像只在那里。',
  'fields.execVersion':
    'Kubernetes {version} 及更高版本的 kubectl 和客户端库拒绝 client.authentication.k8s.io/v1alpha1（目标 {target}）。',

  'fields.note.since': '{field} 从 Kubernetes {version} 起提供。',
  'fields.note.both': '该版本拒绝同时带有此注解和 spec.ingressClassName 的 Ingress。',
  'fields.note.externalIPs': '按计划，kube-proxy 在 1.40 中默认忽略它，在 1.43 中彻底忽略。',
  'fields.note.otherSocket': '该 Pod 还挂载了另一种运行时的套接字。',
  'fields.note.notJson': '其值不是 JSON。',
  'fields.note.ip.zeros': '地址含有前导零。',
  'fields.note.ip.mapped': '地址是写成 IPv6 的 IPv4 地址。',
  'fields.note.ip.hostBits': '网段在前缀之后还有置位的位。',
  'fields.note.ip.spelling': 'IPv6 地址不是最短写法。',
  'fields.note.ipBecomes': '{from} 变为 {to}，与 Kubernetes 一直以来的读法相同。',

  'fields.choice.ingressClass': '必须存在名为 {name} 的 IngressClass，且控制器须读取该字段。',
  'fields.choice.claimTemplates': '已有 StatefulSet 的 volumeClaimTemplates 不能修改：须重新创建。',
  'fields.choice.ephemeral': '{path} 改变时 Pod 会重建。',
  'fields.choice.master': 'kubeadm 从 1.20 起设置新标签，从 1.24 起不再设置旧标签；其他安装工具不尽相同。',
  'fields.choice.sysctls': '节点须允许这些内核参数；注解一直没有生效，字段则会生效。',
  'fields.choice.gpu': 'GPU 的名称由集群中的设备插件决定。',
  'fields.choice.execVersion': '凭据插件须支持 v1beta1。',

  'fields.manual.differs': '{field} 也已设置且取值不同：以哪个为准须由人决定。',
  'fields.manual.value': '值“{value}”没有对应写法：须由人决定。',
  'fields.manual.noContainer': '没有名为 {name} 的容器可以移入。',
  'fields.manual.tooNew': '当前版本没有 {field}，它从 Kubernetes {version} 起提供。',
  'fields.manual.convertFirst': '请先把对象转换为 {to}。',
  'fields.manual.bothLabels': '选择器中已有 {label}：两者合起来的含义须由人决定。',
  'fields.manual.priority':
    '请在 spec.priorityClassName 中写明优先级类（例如 system-cluster-critical），并删除此注解。',
  'fields.manual.mountableSecrets': '不应共享的 Secret 请放在单独的命名空间中。',
  'fields.manual.createdBy': '请用集群设置的标签来选择节点。',
  'fields.manual.isolation': '请写明带有 Hyper-V 隔离处理程序的 RuntimeClass。',
  'fields.manual.alphaScheduling': '请把其 JSON 的内容写入 Pod spec 的对应字段；此注解不会被读取。',
  'fields.manual.avoidPods': '请使用效果为 PreferNoSchedule 的污点以及容忍度。',
  'fields.manual.topologyKeys':
    '请使用 spec.trafficDistribution 或注解 service.kubernetes.io/topology-mode：两者都不能表达键列表的全部含义。',
  'fields.manual.workloadRef': '请使用 spec.schedulingGroup；两者都是 alpha，结构不同。',
  'fields.manual.deviceSelector': '请按驱动、资源池和设备来选择。',
  'fields.manual.loadBalancerIP': '请使用负载均衡提供商的注解：该字段在各家含义不同。',
  'fields.manual.externalIPs': '请使用 LoadBalancer 类型的 Service、Gateway 或节点上的配置。',
  'fields.manual.configSource': '请用节点上的文件配置 kubelet。',
  'fields.manual.deprecatedTopology': '它在 v1 中不可写：请使用 nodeName 和 zone。',
  'fields.manual.tcpSocket': '这样的钩子总会失败：请使用 exec、httpGet 或 sleep。',
  'fields.manual.podCertificate': '请使用 v1 API 接受的 spec.stubPKCS10Request。',
  'fields.manual.fqdn': '这类切片没有定义的语义：请使用 IPv4 或 IPv6 类型的地址。',
  'fields.manual.addressTypeIP': '请按地址写明 IPv4 或 IPv6。',
  'fields.manual.recycle': '请动态制备卷，并使用 Retain 或 Delete。',
  'fields.manual.sideEffects': '请查看该 Webhook：None 或 NoneOnDryRun 是它必须遵守的承诺。',
  'fields.manual.signer': '请写明所需的签名者；旧的签名者不能通过 v1 请求。',
  'fields.manual.redirected': '安装了驱动 {driver} 时仍可使用；新卷最好直接按该驱动编写。',
  'fields.manual.volumeGone': '没有驱动接管：请先把数据迁移到其他类型的卷。',
  'fields.manual.volumeDriver': '不会自动迁移：请改用驱动 {driver}。',
  'fields.manual.gitRepo': '请在 Init 容器中克隆到 emptyDir。',
  'fields.manual.flexVolume': '仍可使用；新卷最好按 CSI 驱动编写。',
  'fields.manual.dockerSocket': '请使用支持 CRI 的工具（例如 crictl），或用 kaniko、BuildKit 构建镜像。',
  'fields.manual.hostBits': '“{value}”可以指一个网段，也可以指一个地址：请写明所指的那个。',

  'rule.apparmor-annotation.why': '注解仍会被读取，但 API Server 会发出警告。从 1.34 起，字段不再复制回注解。',
  'rule.apparmor-annotation.how':
    '配置移入所指容器的 securityContext。1.30 之前的服务器没有该字段：当前版本如此时不提供快速修复。',
  'rule.critical-pod-annotation.why': '从 1.16 起只看优先级类：没有优先级类的 Pod 与其他 Pod 一样会被驱逐。',
  'rule.critical-pod-annotation.how': '请写明优先级类。已经写明时，快速修复会删除此注解。',
  'rule.cronjob-timezone.why':
    '从 1.29 起，API Server 拒绝创建这样的 CronJob。集群中已有的会继续运行，只要调度不变也可以更新。',
  'rule.cronjob-timezone.how': '时区移入 spec.timeZone，该字段从 1.25 起默认启用。',
  'rule.deprecated-annotation.why': '注解要求的效果已经或将要失去，而多数服务器不会说明。',
  'rule.deprecated-annotation.how':
    '快速修复会重命名注解、写入取代它的字段，或删除不生效的注解。含义不完全相同时须由人决定。',
  'rule.deprecated-field.why': '多数服务器照常接受，因此只是提示；从服务器发出警告的版本起为警告。',
  'rule.deprecated-field.how': '快速修复会重命名 spec.serviceAccount，并删除只由服务器写入的字段。其余须由人决定。',
  'rule.deprecated-value.why': 'API Server 对已弃用的值发出警告。被拒绝的值会使整个对象失败。',
  'rule.deprecated-value.how': 'PreferClose 变为含义相同的 PreferSameZone。其余须由人决定。',
  'rule.docker-socket.why':
    'Kubernetes 1.24 移除了 dockershim。API Server 照常接受该 Pod，但使用其他运行时的节点上没有这个套接字。',
  'rule.docker-socket.how':
    '请弄清该 Pod 用 Docker 做什么。支持 CRI 的工具可以取代其中大部分；构建镜像不需要守护进程。',
  'rule.gpu-resource.why': '从 1.11 起没有节点提供该名称的资源，因此 Pod 永远不会被调度。',
  'rule.gpu-resource.how': '快速修复写入 Nvidia 设备插件使用的名称；其他插件有自己的名称。',
  'rule.ingress-class-annotation.why':
    '控制器仍会遵循它，但 API Server 会发出警告，控制器也可能在自己的任一版本中不再支持。',
  'rule.ingress-class-annotation.how':
    '名称移入 spec.ingressClassName。绝不会自动执行：必须存在该名称的 IngressClass。',
  'rule.ip-format.why': '各程序对这类地址的理解不同，Kubernetes 1.36 拒绝带有它们的新对象。集群中已有的对象仍可更新。',
  'rule.ip-format.how':
    '快速修复按 Kubernetes 一直以来的读法写出地址：前导零没有含义。对于网段，须由人说明所指的是网段还是一个地址。',
  'rule.kubeconfig-exec-version.why':
    '这里起作用的是 kubectl 或客户端库的版本，而不是集群的版本：从 1.24 起它们拒绝 v1alpha1。因此最多是警告。',
  'rule.kubeconfig-exec-version.how': 'v1beta1 的结构相同。插件不支持时请先更新插件。',
  'rule.legacy-registry.why':
    '自 2023 年 4 月起不再向那里推送新镜像。请求会被重定向，而网络策略或镜像站可能不跟随重定向。',
  'rule.legacy-registry.how': 'registry.k8s.io 中有名称相同的镜像。请同时修改镜像站和允许的仓库。',
  'rule.mountable-secrets.why': '自 1.32 起已弃用，设置时 API Server 会发出警告。',
  'rule.mountable-secrets.how': '用不同的命名空间可以避免 Secret 被其他 Pod 使用。',
  'rule.node-label.why': '许多集群仍设置旧标签，但 API Server 会发出警告。集群一旦不再设置，Pod 就会一直处于 Pending。',
  'rule.node-label.how':
    '用新名称替换旧名称。对 node-role.kubernetes.io/master 不会自动执行：集群设置哪一个取决于安装工具。',
  'rule.removed-field.why': '服务器会丢弃不认识的字段。从 1.25 起它会说明，而 kubectl 会要求它直接拒绝该对象。',
  'rule.removed-field.how': '快速修复会删除只由服务器写入的字段，并移动有同义位置的字段。',
  'rule.seccomp-annotation.why':
    '1.27 之前的服务器会把注解复制到字段，之后的不会：Pod 运行时没有该配置，执行 restricted 标准的命名空间会拒绝它们。',
  'rule.seccomp-annotation.how': '配置移入 Pod 或容器的 securityContext，并与已有内容合并。字段取值不同时须由人决定。',
  'rule.storage-class-annotation.why': '注解仍优先于字段，但 API Server 会发出警告，且计划移除。',
  'rule.storage-class-annotation.how': '值移入 spec。对于集群中的申领，较新的服务器恰好允许取值相同的这一修改。',
  'rule.volume-plugin.why':
    '字段仍在 API 中，因此服务器会接受对象。有 CSI 驱动接替的类型会重定向到该驱动，安装了驱动就能使用：提示。其余类型无法再挂载：升级越过该版本时为错误，当前版本已在其后时为警告。',
  'rule.volume-plugin.how': '没有快速修复：数据需要迁移。',
} as const;
