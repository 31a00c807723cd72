// Writes the sample's one big file: what a platform team gets when it renders all tenants into one manifest.
// The same every time (seeded). `node samples/generate-large.mjs` rewrites it; a unit test compares.
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const LARGE_FILE = 'shop-platform/platform/tenants/tenants.yaml';
const TENANTS = 44;
const SEED = 20_251_121;

const CRAFTS = ['bakery', 'bindery', 'brewery', 'cooperage', 'dairy', 'florist', 'forge', 'glassworks', 'mill', 'nursery', 'orchard', 'pottery', 'roastery'];
const PLACES = ['harbour', 'hill', 'lake', 'market'];
const TEAMS = ['north', 'south', 'export', 'partners'];
const OPTIONS = ['banner', 'basket', 'bundles', 'coupons', 'delivery', 'engraving', 'export', 'favourites', 'giftcards', 'invoices', 'labels', 'loyalty',
  'newsletter', 'notices', 'packaging', 'pickup', 'preorder', 'pricing', 'ratings', 'receipts', 'refunds', 'returns', 'reviews', 'samples', 'search',
  'seasons', 'shipping', 'stock', 'storefront', 'subscriptions', 'suggestions', 'taxes', 'vouchers', 'waitlist', 'warehouse', 'wholesale'];

/** The tenants that nobody has moved yet, by number. Everything else is current. */
const OLD = { ingress: [7, 31], hpa: [3, 19, 41], deployment: [12], networkPolicy: [27] };

/** Small seeded generator (a linear congruential one is random enough for sample data). */
function random(seed) {
  let state = seed >>> 0;
  const next = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return { int: (from, to) => from + Math.floor(next() * (to - from + 1)), pick: list => list[Math.floor(next() * list.length)] };
}

function namespace(t) {
  return `apiVersion: v1
kind: Namespace
metadata:
  name: ${t.name}
  labels:
    shop.example.com/tenant: ${t.name}
    shop.example.com/team: ${t.team}
    pod-security.kubernetes.io/enforce: baseline
    pod-security.kubernetes.io/warn: restricted`;
}

function config(t) {
  const options = OPTIONS.map((option, at) => `  ${option}.enabled: "${(t.bits >> at % 30) & 1 ? 'true' : 'false'}"
  ${option}.limit: "${(t.number * 7 + at * 13) % 90 + 10}"
  ${option}.since: "20${20 + ((t.number + at) % 6)}-${String(((t.number * 5 + at) % 12) + 1).padStart(2, '0')}"`);
  return `apiVersion: v1
kind: ConfigMap
metadata:
  name: shop-options
  namespace: ${t.name}
  labels:
    shop.example.com/tenant: ${t.name}
data:
${options.join('\n')}`;
}

function container(t, name, port) {
  return `        - name: ${name}
          image: registry.example.com/tenants/${name}:${t.version}
          imagePullPolicy: IfNotPresent
          ports:
            - name: http
              containerPort: ${port}
              protocol: TCP
          envFrom:
            - configMapRef:
                name: shop-options
          env:
            - name: TENANT
              value: ${t.name}
            - name: REGION
              value: ${t.team}
            - name: WORKERS
              value: "${t.workers}"
          readinessProbe:
            httpGet:
              path: /ready
              port: http
            periodSeconds: 10
            failureThreshold: 3
          livenessProbe:
            httpGet:
              path: /live
              port: http
            initialDelaySeconds: 20
          resources:
            requests:
              cpu: ${t.cpu}m
              memory: ${t.memory}Mi
            limits:
              memory: ${t.memory * 2}Mi
          securityContext:
            runAsNonRoot: true
            readOnlyRootFilesystem: true
            allowPrivilegeEscalation: false
            capabilities:
              drop:
                - ALL
          volumeMounts:
            - name: scratch
              mountPath: /tmp`;
}

function deployment(t) {
  const old = OLD.deployment.includes(t.number);
  const selector = `  selector:
    matchLabels:
      app: shop
      tenant: ${t.name}
`;
  return `apiVersion: ${old ? 'extensions/v1beta1' : 'apps/v1'}
kind: Deployment
metadata:
  name: shop
  namespace: ${t.name}
  labels:
    app: shop
    tenant: ${t.name}
spec:
  replicas: ${t.replicas}
${old ? '' : selector}  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  template:
    metadata:
      labels:
        app: shop
        tenant: ${t.name}
      annotations:
        prometheus.io/scrape: "true"
        prometheus.io/port: "${t.port}"
    spec:
      serviceAccountName: default
      terminationGracePeriodSeconds: 30
      containers:
${container(t, 'shop', t.port)}
${container(t, 'sidecar', t.port + 1).replaceAll('http', 'admin').replaceAll('adminGet', 'httpGet')}
      volumes:
        - name: scratch
          emptyDir:
            sizeLimit: 64Mi`;
}

function service(t) {
  return `apiVersion: v1
kind: Service
metadata:
  name: shop
  namespace: ${t.name}
  labels:
    app: shop
    tenant: ${t.name}
spec:
  selector:
    app: shop
    tenant: ${t.name}
  ports:
    - name: http
      port: 80
      targetPort: http
    - name: admin
      port: 8080
      targetPort: admin`;
}

function ingress(t) {
  const old = OLD.ingress.includes(t.number);
  const path = (route, port) =>
    old
      ? `          - path: ${route}
            backend:
              serviceName: shop
              servicePort: ${port}`
      : `          - path: ${route}
            pathType: Prefix
            backend:
              service:
                name: shop
                port:
                  name: ${port}`;
  return `apiVersion: networking.k8s.io/${old ? 'v1beta1' : 'v1'}
kind: Ingress
metadata:
  name: shop
  namespace: ${t.name}
  annotations:
    nginx.ingress.kubernetes.io/limit-rps: "${t.limit}"
spec:
  ingressClassName: nginx
  tls:
    - hosts:
        - ${t.name}.tenants.example.com
      secretName: tenants-example-com-tls
  rules:
    - host: ${t.name}.tenants.example.com
      http:
        paths:
${path('/', 'http')}
${path('/manage', 'admin')}`;
}

function hpa(t) {
  return `apiVersion: autoscaling/${OLD.hpa.includes(t.number) ? 'v2beta2' : 'v2'}
kind: HorizontalPodAutoscaler
metadata:
  name: shop
  namespace: ${t.name}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: shop
  minReplicas: ${t.replicas}
  maxReplicas: ${t.replicas * 4}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: ${t.limit}`;
}

function networkPolicy(t) {
  return `apiVersion: ${OLD.networkPolicy.includes(t.number) ? 'extensions/v1beta1' : 'networking.k8s.io/v1'}
kind: NetworkPolicy
metadata:
  name: shop
  namespace: ${t.name}
spec:
  podSelector:
    matchLabels:
      app: shop
  policyTypes:
    - Ingress
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              shop.example.com/role: edge
      ports:
        - protocol: TCP
          port: ${t.port}
        - protocol: TCP
          port: ${t.port + 1}`;
}

/** The text of the big file. */
export function generate() {
  const rng = random(SEED);
  const documents = [];
  for (let number = 0; number < TENANTS; number++) {
    const t = {
      number,
      name: `${PLACES[number % PLACES.length]}-${CRAFTS[number % CRAFTS.length]}`,
      team: rng.pick(TEAMS),
      bits: rng.int(0, 2 ** 30 - 1),
      version: `${rng.int(1, 4)}.${rng.int(0, 19)}.${rng.int(0, 9)}`,
      workers: rng.int(2, 8),
      cpu: rng.int(1, 10) * 50,
      memory: rng.int(2, 16) * 32,
      replicas: rng.int(1, 4),
      port: rng.int(80, 89) * 100,
      limit: rng.int(10, 18) * 5,
    };
    for (const write of [namespace, config, deployment, service, ingress, hpa, networkPolicy]) documents.push(write(t));
  }
  return `# Rendered for ${TENANTS} tenants by the platform team's own script. Do not edit by hand.\n---\n${documents.join('\n---\n')}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(new URL(LARGE_FILE, import.meta.url), generate());
