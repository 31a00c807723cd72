/** Long texts made for measuring: one giant document, and a long Helm template. */

/** One Ingress of some 15 000 lines: what a generator that knows no limit writes. */
export function giantDocument(apiVersion: 'extensions/v1beta1' | 'networking.k8s.io/v1'): string {
  const backend =
    apiVersion === 'networking.k8s.io/v1'
      ? ['service:', '  name: shop', '  port: {number: 80}']
      : ['serviceName: shop', 'servicePort: 80', '# the shop'];
  const rows = [`apiVersion: ${apiVersion}`, 'kind: Ingress', 'metadata:', '  name: everything', 'spec:', '  rules:'];
  for (let host = 0; rows.length < 15_000; host++) {
    rows.push(`  - host: shop-${host}.example.com`, '    http:', '      paths:');
    for (const path of ['/', '/cart', '/api']) {
      rows.push(
        `      - path: ${path}`,
        ...(backend[0] === 'service:' ? ['        pathType: Prefix'] : []),
        '        backend:',
        ...backend.map(row => `          ${row}`),
      );
    }
  }
  return `${rows.join('\n')}\n`;
}

/** A chart's template of `documents` objects, each behind a switch of its own; every tenth has an old version. */
export function longTemplate(documents: number): string {
  const parts = Array.from({ length: documents }, (_, at) => {
    const api = at % 10 === 5 ? 'apps/v1beta2' : 'apps/v1';
    return `{{- if .Values.part${at}.enabled }}
---
apiVersion: ${api}
kind: Deployment
metadata:
  name: {{ include "shop.fullname" . }}-part${at}
  labels:
    {{- include "shop.labels" . | nindent 4 }}
spec:
  replicas: {{ .Values.part${at}.replicas | default 1 }}
  selector:
    matchLabels:
      {{- include "shop.selector" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "shop.selector" . | nindent 8 }}
    spec:
      containers:
        - name: main
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
          imagePullPolicy: Always
          {{- with .Values.part${at}.resources }}
          resources:
            {{- toYaml . | nindent 12 }}
          {{- end }}
{{- end }}
`;
  });
  return parts.join('');
}
