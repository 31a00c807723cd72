/** What Deployment, DaemonSet, ReplicaSet and StatefulSet share on their way to apps/v1: the selector and the old defaults. */
import { type Entry } from '../edit/emit';
import { message } from '../model/message';
import { isMap } from '../yaml/parse';
import { isSequence, type MapView } from '../yaml/view';
import { type Converter } from './converter';

/** Old "no limit": MaxInt32. */
export const UNLIMITED = 2_147_483_647;

/** Entries that state the selector which the old version took from the template's labels; none when it is stated already. */
export function selectorEntries(c: Converter, spec: MapView): Entry[] {
  const stated = c.field(spec, 'selector');
  if (stated) {
    if (isCertainlyEmpty(spec, 'selector')) c.manual(message('manual.emptySelector'));
    return [];
  }
  const metadata = c.map(c.need(spec, 'template'), 'metadata');
  const labels = metadata && c.map(metadata, 'labels');
  if (!labels || labels.pairs.length === 0) c.manual(message('manual.noTemplateLabels'));
  const entries = c.copyStrings(labels, spec);
  c.notes.push(message('note.selector'));
  const value = isOneLine(labels) && !isOneLine(spec) ? inBraces(entries) : { entries };
  return [{ key: 'selector', value: { entries: [{ key: 'matchLabels', value }] } }];
}

function isOneLine(map: MapView): boolean {
  const [start, end] = map.node.range ?? [0, 0];
  return map.node.flow === true && !map.document.source.slice(start, end).includes('\n');
}

/** The labels' own style: braces stay braces. */
function inBraces(entries: readonly Entry[]): { raw: string } {
  return { raw: `{${entries.map(({ rawKey, value }) => `${rawKey}: ${(value as { raw: string }).raw}`).join(', ')}}` };
}

/** A selector with unknown content counts as stated: the old version refused empty ones, too. */
function isCertainlyEmpty(view: MapView, key: string): boolean {
  const found = view.get(key);
  if (found.state !== 'present') return found.state === 'absent';
  const node = found.value?.node;
  if (!node || view.document.open.has(node)) return !node;
  if (isSequence(node)) return node.items.length === 0;
  if (!isMap(node)) return node.range?.[0] === node.range?.[1];
  const inner = view.peekMap(key)!;
  return key === 'selector'
    ? isCertainlyEmpty(inner, 'matchLabels') && isCertainlyEmpty(inner, 'matchExpressions')
    : node.items.length === 0;
}

/** Writes entries above the pod template. */
export function addAboveTemplate(c: Converter, spec: MapView, entries: readonly Entry[]): void {
  const template = c.field(spec, 'template') ?? c.manual(message('fix.missing', { field: 'template' }));
  c.edits.addBefore(spec, template.pair, entries);
}

/** DaemonSet and StatefulSet updated pods only when they were deleted; apps/v1 rolls by itself. */
export function pinOnDelete(c: Converter, spec: MapView): Entry[] {
  const type = { key: 'type', value: 'OnDelete' };
  if (!c.has(spec, 'updateStrategy')) {
    c.pin('updateStrategy.type: OnDelete');
    return [{ key: 'updateStrategy', value: { entries: [type] } }];
  }
  const strategy = c.map(spec, 'updateStrategy') ?? c.manual(message('fix.unusual'));
  if (!c.has(strategy, 'type')) {
    c.pin('updateStrategy.type: OnDelete');
    c.edits.append(strategy, [type]);
  }
  return [];
}

/** One old default, when the field is not stated. */
export function pinNumber(c: Converter, spec: MapView, key: string, value: number): Entry[] {
  if (c.has(spec, key)) return [];
  c.pin(`${key}: ${value}`);
  return [{ key, value }];
}

/** extensions/v1beta1 rolled one pod at a time; apps/v1 takes a quarter of them. */
export function pinRollingUpdate(c: Converter, spec: MapView): Entry[] {
  const limits = ['maxSurge', 'maxUnavailable'];
  const state = (keys: readonly string[]): Entry[] => {
    for (const key of keys) c.pin(`strategy.rollingUpdate.${key}: 1`);
    return keys.map(key => ({ key, value: 1 }));
  };
  if (!c.has(spec, 'strategy')) {
    return [{ key: 'strategy', value: { entries: [{ key: 'rollingUpdate', value: { entries: state(limits) } }] } }];
  }
  const strategy = c.map(spec, 'strategy') ?? c.manual(message('fix.unusual'));
  const type = c.scalar(strategy, 'type');
  if (type && type.text !== 'RollingUpdate') return [];
  const rolling = c.map(strategy, 'rollingUpdate');
  c.addInto(strategy, 'rollingUpdate', state(rolling ? limits.filter(key => !c.has(rolling, key)) : limits));
  return [];
}
