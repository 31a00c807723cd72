// What of an object counts when a conversion's result, as a server returns it, is compared with the expected object.
import { type FixMode } from '../../src/core';

export type Json = null | boolean | number | string | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

/** Filled in by the server that is asked. */
const SERVER_METADATA = ['uid', 'resourceVersion', 'generation', 'creationTimestamp', 'managedFields'];

/** Defaults of the old version that the preferred conversion may drop, because nothing hurts at once. */
const COSMETIC = ['revisionHistoryLimit', 'progressDeadlineSeconds', 'maxSurge', 'maxUnavailable'];

/** Where those four are defaults and not the object's purpose (a budget's `maxUnavailable` is). */
const COSMETIC_PARENTS = ['.spec', '.spec.strategy.rollingUpdate', '.spec.updateStrategy.rollingUpdate'];
const WORKLOADS = ['Deployment', 'DaemonSet', 'ReplicaSet', 'StatefulSet'];

/** Paths and values of an object, without what says nothing about the conversion. `before` is the manifest as written. */
export function comparable(object: JsonObject, before: JsonObject, mode: FixMode): ReadonlyMap<string, Json> {
  const leaves = new Map<string, Json>();
  const cosmetic = mode === 'preferred' && WORKLOADS.includes(String(object['kind']));
  const walk = (value: Json, path: string): void => {
    if (value === null || typeof value !== 'object') {
      leaves.set(path, value);
    } else if (isList(value)) {
      if (value.length === 0) leaves.set(path, '[]');
      value.forEach((item, index) => walk(item, `${path}[${index}]`));
    } else {
      const kept = Object.entries(value).filter(([key]) => counts(path, key, before));
      if (kept.length === 0 && path !== '.metadata.annotations') leaves.set(path, '{}');
      for (const [key, item] of kept) {
        if (!(cosmetic && COSMETIC_PARENTS.includes(path) && COSMETIC.includes(key))) walk(item, `${path}.${key}`);
      }
    }
  };
  walk(object, '');
  return leaves;
}

function counts(path: string, key: string, before: JsonObject): boolean {
  if (path === '') return key !== 'status';
  // Templates have metadata too, with an empty time in the JSON of older releases.
  if (key === 'creationTimestamp' && path.endsWith('.metadata')) return false;
  if (path === '.metadata.annotations') return !key.startsWith('deprecated.');
  if (path !== '.metadata') return true;
  // Old versions of the workloads copied the template's labels to an object without labels.
  if (key === 'labels') return isObject(before['metadata']) && 'labels' in before['metadata'];
  return !SERVER_METADATA.includes(key);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** "path: theirs, expected ours" for each path that differs. */
export function differences(actual: ReadonlyMap<string, Json>, expected: ReadonlyMap<string, Json>): readonly string[] {
  const paths = [...new Set([...actual.keys(), ...expected.keys()])].sort();
  const text = (leaves: ReadonlyMap<string, Json>, path: string): string =>
    JSON.stringify(leaves.get(path)) ?? 'absent';
  return paths
    .filter(path => text(actual, path) !== text(expected, path))
    .map(path => `${path}: ${text(actual, path)}, expected ${text(expected, path)}`);
}
