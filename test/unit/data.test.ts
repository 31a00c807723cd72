/** The data as written down: complete, well-formed, and free of contradictions that nobody listed. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { packedText, readJson } from './catalogData';
import { type LifecycleRow, type Meta, type ProviderVersions, type StableRow } from './dataRows';

const lifecycle = readJson<LifecycleRow[]>('data', 'kubernetes', 'lifecycle.json');
const stable = readJson<StableRow[]>('data', 'kubernetes', 'stable.json');
const meta = readJson<Meta>('data', 'kubernetes', 'meta.json');
const ack = readJson<ProviderVersions>('data', 'providers', 'ack.json');

const nameOf = (row: { group: string; version: string; kind: string }): string =>
  `${row.group === '' ? '' : `${row.group}/`}${row.version} ${row.kind}`;
const minorOf = (version: string): number => Number(version.slice(2));
const VERSION = /^1\.\d{1,2}$/;
const API_VERSION = /^v\d+((alpha|beta)\d+)?$/;

/** Rows that break a rule which holds for all others, with the reason that makes it right. */
const KNOWN: Readonly<Record<string, string>> = {
  'extensions/v1beta1 HorizontalPodAutoscaler': 'moved to autoscaling/v1 before deprecation was recorded',
  'extensions/v1beta1 Job': 'moved to batch/v1 before deprecation was recorded',
  'flowcontrol.apiserver.k8s.io/v1beta3 FlowSchema': 'on by default: its group was, before 1.24',
  'flowcontrol.apiserver.k8s.io/v1beta3 PriorityLevelConfiguration': 'on by default: its group was, before 1.24',
};

describe('lifecycle rows', () => {
  it('are 137 resources, 51 configuration files and 9 payloads, each once', () => {
    const counts = { resource: 0, config: 0, payload: 0 };
    for (const row of lifecycle) counts[row.category] += 1;
    assert.deepEqual(counts, { resource: 137, config: 51, payload: 9 });
    const names = [...lifecycle, ...stable].map(nameOf);
    assert.equal(new Set(names).size, names.length);
  });

  it('name their source', () => {
    for (const row of [...lifecycle, ...stable]) assert.match(row.source, /\S{3}/, nameOf(row));
  });

  it('have well-formed versions in a possible order', () => {
    for (const row of [...lifecycle, ...stable]) {
      assert.match(row.introduced, VERSION, nameOf(row));
      assert.match(row.version, API_VERSION, nameOf(row));
      assert.match(row.kind, /^[A-Z][A-Za-z0-9]+$/, nameOf(row));
    }
    for (const row of lifecycle) {
      for (const version of [row.deprecated, row.removed, row.replacementAvailable, row.finalReplacementAvailable]) {
        if (version !== null) assert.match(version, VERSION, nameOf(row));
      }
      const releases = [row.introduced, row.deprecated, row.removed].flatMap(v => (v === null ? [] : [minorOf(v)]));
      assert.deepEqual(
        releases,
        [...releases].sort((a, b) => a - b),
        nameOf(row),
      );
      if (row.removed !== null) assert.ok(minorOf(row.removed) > minorOf(row.introduced), nameOf(row));
    }
  });

  it('compute what they call computed', () => {
    for (const row of lifecycle.filter(each => each.basis.removed === 'computed(deprecated+3)')) {
      assert.equal(minorOf(row.removed ?? ''), minorOf(row.deprecated ?? '') + 3, nameOf(row));
    }
  });

  it('announce no removal after the newest release: those are all computed', () => {
    const after = lifecycle.filter(row => row.removed !== null && minorOf(row.removed) > minorOf(meta.newest));
    assert.ok(after.length > 0);
    for (const row of after) assert.match(row.basis.removed ?? '', /^computed/, nameOf(row));
  });

  it('are off by default when alpha, or beta since 1.24, and only then', () => {
    const broken = lifecycle.filter(row => {
      const beta = row.version.includes('beta') && minorOf(row.introduced) >= 24;
      return row.category === 'resource' && row.offByDefault !== (row.version.includes('alpha') || beta);
    });
    assert.deepEqual(
      broken.map(nameOf),
      Object.keys(KNOWN).filter(name => name.startsWith('flowcontrol')),
    );
  });

  it('were deprecated before removal when on by default', () => {
    const broken = lifecycle.filter(
      row => row.category === 'resource' && !row.offByDefault && row.removed !== null && row.deprecated === null,
    );
    assert.deepEqual(
      broken.map(nameOf),
      Object.keys(KNOWN).filter(name => name.startsWith('extensions')),
    );
  });

  it('never replace an API by itself, and say since when the replacement exists', () => {
    for (const row of lifecycle) {
      const named = [
        [row.replacement, row.replacementAvailable],
        [row.finalReplacement, row.finalReplacementAvailable],
      ] as const;
      for (const [gvk, available] of named) {
        assert.equal(gvk === null, available === null, nameOf(row));
        if (gvk !== null) assert.notEqual(nameOf(gvk), nameOf(row));
      }
      assert.ok(
        row.alternatives.every(other => nameOf(other) !== nameOf(row)),
        nameOf(row),
      );
    }
  });

  it('name a resource replacement that is a row or a stable kind', () => {
    const names = new Set([...lifecycle, ...stable].map(nameOf));
    for (const row of lifecycle.filter(each => each.category === 'resource')) {
      for (const gvk of [row.replacement, row.finalReplacement]) {
        if (gvk !== null) assert.ok(names.has(nameOf(gvk)), `${nameOf(row)} → ${nameOf(gvk)}`);
      }
    }
  });
});

describe('corrections', () => {
  it('bring every stable kind in line with the rows that it replaces', () => {
    const fixes = new Map(meta.corrections.map(fix => [nameOf(fix), fix.to]));
    const introduced = new Map(stable.map(row => [nameOf(row), row.introduced]));
    const different = new Set<string>();
    for (const row of lifecycle) {
      for (const other of row.alternatives) {
        const stated = introduced.get(nameOf(other));
        if (stated === undefined || stated === other.available) continue;
        different.add(nameOf(other));
        assert.equal(fixes.get(nameOf(other)), other.available);
      }
    }
    assert.deepEqual([...fixes.keys()].sort(), [...different].sort());
  });

  it('say why', () => {
    for (const fix of meta.corrections) assert.ok(fix.reason.length > 10 && fix.source.length > 10, nameOf(fix));
  });
});

describe('provider versions', () => {
  it('rise, and carry a date and sources', () => {
    const minors = ack.upgradeSequence.map(minorOf);
    assert.deepEqual(
      minors,
      [...new Set(minors)].sort((a, b) => a - b),
    );
    assert.match(ack.asOf, /^\d{4}-\d\d-\d\d$/);
    assert.ok(ack.sources.length > 0 && ack.sources.every(source => source.startsWith('https://')));
  });
});

describe('the packed file', () => {
  it('is the same each time and stays small', () => {
    const text = packedText();
    assert.equal(packedText(), text);
    assert.ok(text.length < 32_000, `${text.length} characters`);
  });
});
