/** Old API versions that are still asked for or written through: request metrics and object metadata, weighed apart. */
import { type Catalog, toApiVersion } from '../catalog/catalog';
import { type Target } from '../model/context';
import { type Message, message } from '../model/message';
import { type CheckContext, type SubjectDraft } from '../model/check';
import { type Discovery, type Metrics } from '../model/snapshot';
import { type OldAuthor, oldAuthors } from '../readiness/authorship';
import { defineCheck, found } from '../readiness/define';
import { type RequestedApi, requestedApis } from '../readiness/requests';
import { shellWord } from '../readiness/subjects';
import { crossedAt } from '../readiness/versions';
import { KIND_NAMES, KINDS } from '../snapshot/kinds';
import { type ObjectMeta } from '../snapshot/metadata';
import { verdict, type Verdict } from '../verdict/verdict';

const ID = 'check.deprecated-apis-in-use';
const DAY = 24;

export default defineCheck({
  id: 'deprecated-apis-in-use',
  covers: ['API-REQ', 'API-OBJ', 'FLOWCTL'],
  area: 'apis',
  phase: 'control-plane',
  canBlock: true,
  needs: ['discovery'],
  wants: ['metrics'],
  sources: [
    'https://kubernetes.io/blog/2020/09/03/warnings/',
    'https://kubernetes.io/docs/reference/using-api/deprecation-guide/',
  ],
  run(input) {
    const { metrics, discovery, snapshot } = input;
    const requested = metrics === null ? [] : fromRequests(metrics, discovery, input);
    const subjects = [...requested, ...fromObjects(input)];
    const fix = { remediation: message(`${ID}.fix`) };
    const hours = metrics === null ? null : hoursOf(metrics, snapshot.takenAt);
    const evidence = [
      ...(hours === null ? [] : [message(`${ID}.uptime`, { hours })]),
      ...unseen(input).map(resource => message(`${ID}.unseen`, { resource })),
    ];
    if (subjects.length === 0 && hours !== null && hours < DAY) {
      // The counters begin with the process: this is a pass with little behind it, and must not look like a full one.
      return { state: 'info', message: message(`${ID}.short`, { hours }), evidence };
    }
    return found(subjects, { ...fix, evidence });
  },
});

function hoursOf({ values }: Metrics, takenAt: string): number | null {
  if (values.processStart === null) return null;
  return Math.max(0, Math.floor((Date.parse(takenAt) / 1000 - values.processStart) / 3600));
}

function unseen({ snapshot }: CheckContext): readonly string[] {
  const lists = KIND_NAMES.flatMap(name => {
    const list = snapshot.lists[name];
    return list.state === 'unread' && list.reason !== 'not-served' ? [KINDS[name].resource] : [];
  });
  return [...lists, ...snapshot.authorship.unread.map(({ access }) => access.resource)];
}

function fromRequests(metrics: Metrics, discovery: Discovery, context: CheckContext): readonly SubjectDraft[] {
  return requestedApis(metrics, discovery).map(api => {
    const apiVersion = toApiVersion(api);
    const kind = discovery.resources.find(at => at.group === api.group && at.resource === api.resource)?.kind;
    const counts = api.verbs.map(({ verb, count }) => message(`${ID}.verb`, { verb, count }));
    const args = { api: apiVersion, resource: api.resource, release: api.removedRelease ?? '' };
    const step = api.removedRelease === null ? null : crossedAt(api.removedRelease, context.target, context.current);
    const { state, key } = weigh(api, step !== null);
    return {
      ...{ apiVersion, kind: kind ?? api.resource, namespace: null, name: api.resource, state, step },
      aspect: 'requests',
      message: message(`${ID}.${key}`, args),
      evidence: counts,
      commands: ['kubectl get --raw /metrics | grep apiserver_requested_deprecated_apis'],
    };
  });
}

function weigh({ use, removedRelease }: RequestedApi, crosses: boolean): { state: SubjectDraft['state']; key: string } {
  if (use === 'own') return { state: 'info', key: 'own' };
  if (removedRelease === null) return { state: 'info', key: 'unannounced' };
  if (!crosses) return { state: 'warn', key: 'later' };
  if (use === 'written') return { state: 'fail', key: 'written' };
  return use === 'read' ? { state: 'fail', key: 'read' } : { state: 'warn', key: 'scanned' };
}

/** Objects written through an old version: never more than a warning, because the writer may be long gone. */
function fromObjects({ snapshot, target, catalog, current }: CheckContext): readonly SubjectDraft[] {
  const judge = judging(target, catalog);
  const subjects: SubjectDraft[] = [];
  const look = (apiVersion: string, kind: string, metadata: ObjectMeta): void => {
    if (metadata.writers === undefined && metadata.lastApplied === undefined) return;
    const authors = oldAuthors(metadata, version => judge(version, kind) !== null);
    const [worst] = [...authors].sort((a, b) => rank(judge(a.apiVersion, kind)) - rank(judge(b.apiVersion, kind)));
    const fate = worst === undefined ? null : judge(worst.apiVersion, kind);
    if (worst === undefined || fate === null) return;
    // What today's version has left behind already is a trace of the past, not a danger ahead.
    const ahead = fate.state === 'removed' && crossedAt(fate.since ?? '', target, current) !== null;
    subjects.push({
      ...{ apiVersion, kind, namespace: metadata.namespace ?? null, name: metadata.name, aspect: 'writers' },
      state: ahead ? 'warn' : 'info',
      step: ahead ? fate.step : null,
      message: words(worst, kind, metadata.name, fate),
      evidence: authors.map(evidence),
      commands: [command(apiVersion, kind, metadata)],
    });
  };
  for (const name of KIND_NAMES) {
    const list = snapshot.lists[name];
    if (list.state === 'read') for (const { metadata } of list.items) look(list.apiVersion, KINDS[name].kind, metadata);
  }
  for (const { apiVersion, kind, metadata } of snapshot.authorship.objects) look(apiVersion, kind, metadata);
  return subjects;
}

type Judge = (apiVersion: string, kind: string) => Verdict | null;

function judging(target: Target, catalog: Catalog): Judge {
  const known = new Map<string, Verdict | null>();
  return (apiVersion, kind) => {
    const key = `${apiVersion} ${kind}`;
    let fate = known.get(key);
    if (fate === undefined) {
      const entry = catalog.find(apiVersion, kind);
      const found = entry === undefined ? null : verdict(entry, target, catalog);
      fate = found !== null && (found.state === 'removed' || found.state === 'deprecated') ? found : null;
      known.set(key, fate);
    }
    return fate;
  };
}

/** Without a version: the server answers in the one it prefers, and nothing old is asked for. */
function command(apiVersion: string, kind: string, { name, namespace }: ObjectMeta): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.slice(0, apiVersion.indexOf('/'))}` : '';
  const where = namespace === undefined ? '' : ` --namespace ${shellWord(namespace)}`;
  return `kubectl get ${shellWord(`${kind.toLowerCase()}${group}`)} ${shellWord(name)}${where} --show-managed-fields --output yaml`;
}

function rank(fate: Verdict | null): number {
  return fate === null ? 2 : fate.state === 'removed' ? 0 : 1;
}

function words(author: OldAuthor, kind: string, name: string, fate: Verdict): Message {
  const { manager, apiVersion: api, role } = author;
  const gone = fate.state === 'removed' ? 'Removed' : 'Deprecated';
  return message(`${ID}.${role}${gone}`, { kind, name, manager, api, release: fate.since ?? '' });
}

function evidence({ how, manager, apiVersion: api, time, confirmed }: OldAuthor): Message {
  const key = confirmed && how !== 'annotated' ? 'confirmed' : how;
  return message(`${ID}.evidence.${key}`, { manager, api, time: (time ?? '').slice(0, 10) });
}
