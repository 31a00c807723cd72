/** What a check says of one object: its identity, what was seen on it, and the command that shows it. */
import { type SubjectDraft } from '../model/check';
import { type Message, message } from '../model/message';
import { type KindName, KINDS } from '../snapshot/kinds';
import { type ObjectMeta } from '../snapshot/metadata';

export interface Described {
  readonly metadata: ObjectMeta;
}
type Said = Pick<SubjectDraft, 'state' | 'message'> & Partial<Omit<SubjectDraft, 'state' | 'message'>>;

/** A finding about `object`; `kubectl describe` is its command unless `said` names others. */
export function about(name: KindName, { metadata }: Described, said: Said): SubjectDraft {
  const { group, kind, versions } = KINDS[name];
  const apiVersion = [group, versions?.[0] ?? 'v1'].filter(part => part !== '').join('/');
  const namespace = metadata.namespace ?? null;
  return { apiVersion, kind, namespace, name: metadata.name, commands: [describe(name, metadata)], ...said };
}

/** `kubectl describe` of one object, safe to paste. */
export function describe(name: KindName, metadata: ObjectMeta): string {
  return kubectl('describe', name, metadata);
}

/** `kubectl get … --output yaml` of one object, safe to paste. */
export function getYaml(name: KindName, metadata: ObjectMeta): string {
  return `${kubectl('get', name, metadata)} --output yaml`;
}

function kubectl(verb: string, name: KindName, { name: object, namespace }: ObjectMeta): string {
  const { group, resource } = KINDS[name];
  const where = namespace === undefined ? '' : ` --namespace ${shellWord(namespace)}`;
  return `kubectl ${verb} ${resource}${group === '' ? '' : `.${group}`} ${shellWord(object)}${where}`;
}

/** As it is where a shell takes it as it is, else quoted. */
export function shellWord(text: string): string {
  return /^[\w.:/@%+=][\w.:/@%+=-]*$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** Evidence: a field and what it holds. */
export function field(path: string, value: string | number | boolean): Message {
  return message('check.field', { path, value: String(value) });
}

/** Arguments that name an object. */
export function named({ name, namespace = 'default' }: ObjectMeta): {
  readonly name: string;
  readonly namespace: string;
} {
  return { name, namespace };
}
