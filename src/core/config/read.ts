/** Reads and checks `.kube-upgrade.yaml`. What is wrong is left out and said; the rest holds. */
import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import { type Provider } from '../model/context';
import { type Problem, type SeveritySetting } from '../model/finding';
import { message, type MessageArg } from '../model/message';
import { parseMinor } from '../verdict/target';
import { type ConfigIgnore, type ConfigReading, EMPTY_CONFIG } from './config';
import { compileGlob } from './glob';

const KEYS = ['target', 'current', 'provider', 'severity', 'exclude', 'ignore'];
const IGNORE_KEYS = ['rule', 'rules', 'files', 'kind', 'namespace', 'name', 'reason', 'until'];
const PROVIDERS: readonly string[] = ['generic', 'ack', 'ack-serverless', 'eks', 'acp'];
const SEVERITIES: readonly string[] = ['off', 'hint', 'information', 'warning', 'error'];
const DATE = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/;

/** `rules`: ids that exist, so that a slip of the pen is told. Never throws. */
export function readConfig(text: string, rules: readonly string[]): ConfigReading {
  return new ConfigReader(text, new Set(rules)).read();
}

type Spelling =
  | 'configFile.key'
  | 'configFile.version'
  | 'configFile.oneOf'
  | 'configFile.rule'
  | 'configFile.date'
  | 'configFile.glob';

class ConfigReader {
  readonly #text: string;
  readonly #rules: ReadonlySet<string>;
  readonly #problems: Problem[] = [];

  constructor(text: string, rules: ReadonlySet<string>) {
    this.#text = text;
    this.#rules = rules;
  }

  read(): ConfigReading {
    const document = parseDocument(this.#text, {
      lineCounter: new LineCounter(),
      uniqueKeys: true,
      logLevel: 'silent',
    });
    for (const error of document.errors) {
      const [start, end] = error.pos;
      this.#problems.push({
        start,
        end,
        message: message('configFile.notYaml', { line: error.linePos?.[0].line ?? 1 }),
      });
    }
    const root = document.contents;
    const empty = root === null || (isScalar(root) && root.value === null);
    if (document.errors.length > 0 || empty) return { config: EMPTY_CONFIG, problems: this.#problems };
    if (!isMap(root)) {
      this.#wrong(root, 'configFile.map');
      return { config: EMPTY_CONFIG, problems: this.#problems };
    }
    const values = this.#values(root, KEYS);
    const config = {
      targets: this.#targets(values.get('target')),
      current: this.#version(values.get('current')),
      provider: this.#oneOf<Provider>(values.get('provider'), PROVIDERS),
      severity: this.#severities(values.get('severity')),
      exclude: this.#globs(values.get('exclude')) ?? [],
      ignores: this.#ignores(values.get('ignore')),
    };
    return { config, problems: this.#problems };
  }

  /** The values by key; a key that nobody knows is told. */
  #values(map: YAMLMap, known: readonly string[] | null): Map<string, Node | null> {
    const values = new Map<string, Node | null>();
    for (const { key, value } of map.items as Pair<Node, Node | null>[]) {
      const name = isScalar(key) ? String(key.value) : '';
      if (known !== null && !known.includes(name))
        this.#wrong(key, 'configFile.key', { key: name, allowed: known.join(', ') });
      else values.set(name, isScalar(value) && value.value === null ? null : value);
    }
    return values;
  }

  #targets(node: Node | null | undefined): { glob: string; version: string }[] {
    if (!node) return [];
    if (!isMap(node)) {
      const version = this.#version(node);
      return version === null ? [] : [{ glob: '**', version }];
    }
    const targets: { glob: string; version: string }[] = [];
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const glob = isScalar(key) ? String(key.value) : '';
      if (compileGlob(glob) === undefined) this.#wrong(key, 'configFile.glob', { value: glob });
      else {
        const version = this.#version(value);
        if (version !== null) targets.push({ glob, version });
      }
    }
    return targets;
  }

  /** As it is written: YAML would read 1.30 as the number 1.3. */
  #version(node: Node | null | undefined): string | null {
    if (!node) return null;
    const written = isScalar(node) ? (node.source ?? String(node.value)) : '';
    const version = parseMinor(written);
    if (version === undefined) this.#wrong(node, 'configFile.version', { value: written });
    return version ?? null;
  }

  #oneOf<T extends string>(node: Node | null | undefined, allowed: readonly string[]): T | null {
    if (!node) return null;
    const value = isScalar(node) ? String(node.value) : '';
    // YAML 1.1 habits: an unquoted `off` is the text in YAML 1.2, but `false` is what some editors make of it.
    const text = isScalar(node) && node.value === false ? 'off' : value;
    if (allowed.includes(text)) return text as T;
    this.#wrong(node, 'configFile.oneOf', { value, allowed: allowed.join(', ') });
    return null;
  }

  #severities(node: Node | null | undefined): Record<string, SeveritySetting> {
    const severities: Record<string, SeveritySetting> = {};
    if (!node) return severities;
    if (!isMap(node)) {
      this.#wrong(node, 'configFile.map');
      return severities;
    }
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const rule = this.#rule(key);
      const severity = this.#oneOf<SeveritySetting>(value, SEVERITIES);
      if (rule !== null && severity !== null) severities[rule] = severity;
    }
    return severities;
  }

  #rule(node: Node | null): string | null {
    const rule = isScalar(node) ? String(node.value) : '';
    if (this.#rules.has(rule)) return rule;
    if (node) this.#wrong(node, 'configFile.rule', { value: rule });
    return null;
  }

  /** A pattern or a list of them; null when nothing was given. */
  #globs(node: Node | null | undefined): string[] | null {
    if (!node) return null;
    return this.#items(node).flatMap(item => {
      const glob = isScalar(item) ? String(item.value) : '';
      if (compileGlob(glob) !== undefined) return [glob];
      this.#wrong(item, 'configFile.glob', { value: glob });
      return [];
    });
  }

  #ignores(node: Node | null | undefined): ConfigIgnore[] {
    if (!node) return [];
    if (!isSeq(node)) {
      this.#wrong(node, 'configFile.list');
      return [];
    }
    return (node.items as (Node | null)[]).flatMap(item => {
      if (item && isMap(item)) return this.#ignore(item);
      if (item) this.#wrong(item, 'configFile.map');
      return [];
    });
  }

  #ignore(map: YAMLMap): ConfigIgnore[] {
    const before = this.#problems.length;
    const values = this.#values(map, IGNORE_KEYS);
    const named = values.get('rules') ?? values.get('rule') ?? null;
    const rules = named === null ? [] : this.#items(named).flatMap(item => this.#rule(item) ?? []);
    if (named === null) this.#wrong(map, 'configFile.noRule');
    const until = this.#textOf(values.get('until'));
    if (until !== null && !DATE.test(until)) this.#wrong(values.get('until')!, 'configFile.date', { value: until });
    const files = this.#globs(values.get('files'));
    // An ignore that is wrong in part could hide more than was meant: it hides nothing.
    if (this.#problems.length > before) return [];
    const [start, end] = span(map);
    const field = (key: string): string | null => this.#textOf(values.get(key));
    return [
      {
        start,
        end,
        rules,
        files,
        until,
        kind: field('kind'),
        namespace: field('namespace'),
        name: field('name'),
        reason: field('reason'),
      },
    ];
  }

  #textOf(node: Node | null | undefined): string | null {
    if (!isScalar(node) || node.value === null) return null;
    return node.source ?? String(node.value);
  }

  #items(node: Node): readonly Node[] {
    return isSeq(node) ? (node.items as (Node | null)[]).filter(item => item !== null) : [node];
  }

  #wrong(
    node: Node,
    key: Spelling | 'configFile.map' | 'configFile.list' | 'configFile.noRule',
    args?: Record<string, MessageArg>,
  ): void {
    const [start, end] = span(node);
    this.#problems.push({ start, end, message: message(key, args) });
  }
}

function span(node: Node): readonly [number, number] {
  const range = node.range;
  return range ? [range[0], range[1]] : [0, 0];
}
