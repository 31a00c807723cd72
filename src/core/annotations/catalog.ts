/** What the core knows about the annotations and labels that ECI reads. The data is handed in (`dist/data/eci.json`). */
import { message, type Message } from '../model/message';
import { type Severity } from '../model/finding';

/** A sentence of the data in both languages; the words' table picks one. */
export interface BothWords {
  readonly en: string;
  readonly zh: string;
}

/** What a value looks like. `soft`: our reading of the source, so that a deviation only informs. */
export interface Form {
  readonly kind:
    | 'bool' | 'enum' | 'int' | 'decimal' | 'id' | 'text' | 'json' | 'specs' | 'ecs' | 'family' | 'generation'
    | 'tags' | 'registry' | 'hosts' | 'quantity' | 'size' | 'ipv4' | 'list' | 'release'; // prettier-ignore
  readonly values?: readonly string[];
  /** Accepted without being in the table that names the values. */
  readonly tolerated?: readonly string[];
  /** More values exist than the source names: they are offered, never demanded. */
  readonly open?: boolean;
  /** Another spelling of upper and lower case is known, so it only informs. */
  readonly loose?: boolean;
  readonly soft?: boolean;
  /** Several, separated by commas. */
  readonly list?: boolean;
  /** Of an int: least and greatest value; of a list: greatest count. */
  readonly min?: number;
  readonly max?: number;
  readonly prefix?: string;
  readonly contains?: string;
  readonly places?: number;
  readonly shape?: 'hosts' | 'dns' | 'dnsLists' | 'object';
}

/** Another key that this one depends on. */
export interface Need {
  readonly key: string;
  readonly severity: Severity;
  /** Values of this key to which it applies; all when absent. */
  readonly when?: readonly string[];
  /** Values of the other key that satisfy it; any when absent. */
  readonly values?: readonly string[];
  /** `present`: only another value contradicts, absence does not. */
  readonly only?: 'present';
  readonly orKeys?: readonly string[];
}

export interface Conflict {
  readonly key: string;
  readonly values?: readonly string[];
  /** `either`: one of the two; `ignored`: this one has no effect; `overridden`: the other one wins. */
  readonly kind: 'either' | 'ignored' | 'overridden';
  readonly label?: boolean;
}

export interface EciRow {
  readonly key: string;
  readonly on: 'pod' | 'label' | 'namespaceLabel' | 'workload' | 'imageCache';
  /** Of a label: whether a Namespace may carry it too. */
  readonly namespace?: boolean;
  readonly state: 'active' | 'deprecated' | 'readonly';
  readonly product: string;
  /** Only what is documented may do more than inform; what is unverified is never judged. */
  readonly certainty: 'documented' | 'partial' | 'observed' | 'unverified';
  readonly form: Form;
  /** Of an old name: `fix` when its place is taken by the other key as it stands, or by way of `values`. */
  readonly successor?: {
    readonly key: string;
    readonly fix: boolean;
    readonly values?: Readonly<Record<string, string>>;
  };
  readonly severity?: Severity;
  readonly needs?: Need;
  readonly conflicts?: readonly Conflict[];
  /** Only where the size is given as vCPU and memory, not as an ECS type. */
  readonly sizeOnly?: boolean;
  /** Names one thing that only one pod can have. */
  readonly onePod?: boolean;
  /** Kubernetes minor from which nobody maintains it. */
  readonly unmaintainedFrom?: string;
  readonly example: string;
  readonly meaning: BothWords;
  readonly allowed?: BothWords;
  readonly sources: readonly string[];
}

/** vCPU → GiB of memory. */
export type SpecPairs = Readonly<Record<string, readonly number[]>>;

/** Shape of `dist/data/eci.json`. */
export interface EciData {
  readonly schemaVersion: 1;
  readonly compiled: string;
  readonly specsAsOf: string;
  readonly specSources: readonly string[];
  readonly sources: Readonly<Record<string, readonly string[]>>;
  readonly annotations: readonly EciRow[];
  readonly pairs: SpecPairs;
  readonly someRegions: SpecPairs;
}

export interface EciCatalog {
  /** ISO date on which the table was put together. */
  readonly compiled: string;
  readonly rows: readonly EciRow[];
  find(key: string): EciRow | undefined;
  sourcesOf(row: EciRow): readonly string[];
  readonly specSources: readonly string[];
  readonly pairs: SpecPairs;
  readonly someRegions: SpecPairs;
}

/** A catalog over the packed data; the data is read, never changed. */
export function createEciCatalog(data: EciData): EciCatalog {
  const byKey = new Map(data.annotations.map(row => [row.key, row]));
  return {
    compiled: data.compiled,
    rows: data.annotations,
    find: key => byKey.get(key),
    sourcesOf: row => row.sources.flatMap(id => data.sources[id] ?? []),
    specSources: data.specSources,
    pairs: data.pairs,
    someRegions: data.someRegions,
  };
}

/** A sentence of the data as a message. */
export function bothWords({ en, zh }: BothWords): Message {
  return message('eci.text', { en, zh });
}

/** What the value may be, in words; null where nothing is known of it. */
export function allowedWords(row: EciRow): Message | null {
  if (row.allowed) return bothWords(row.allowed);
  const values = row.form.kind === 'bool' ? ['true', 'false'] : row.form.values;
  if (!values) return null;
  const list = values.join(', ');
  return message(row.form.open ? 'eci.allowed.open' : 'eci.allowed.values', { values: list });
}

/** Words at whose sight a document is read for ECI; one that holds none of them costs nothing. */
export const ECI_TRIGGERS: readonly string[] = [
  'k8s.aliyun.com/',
  'alibabacloud.com/',
  'virtual-node-affinity-injection',
  'eci:',
  'eci":',
  "eci':",
];

const MENTION = /(?<!\w)(?:k8s\.aliyun\.com\/|alibabacloud\.com\/|virtual-node-affinity-injection|eci["']?:)/;

/** Whether a text holds one of the triggers: only then is the table worth reading. */
export function mentionsEci(text: string): boolean {
  return MENTION.test(text);
}
