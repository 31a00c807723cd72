// Every conversion fixture: the bytes of the result in both modes, its meaning against the object that a real converter
// or server made, the reason where a person has to decide, and that a second run finds nothing to do.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from 'yaml';
import { conversions } from '../../src/core/conversions';
import { type Conversion } from '../../src/core/convert/conversion';
import { type FixMode } from '../../src/core/model/finding';
import { type Message } from '../../src/core/model/message';
import { applyEdits } from '../../src/core/model/text';
import { en } from '../../src/words/en';
import { comparable, type JsonObject } from '../judge/comparable';
import { loadCatalog } from './catalogData';
import { carryOut, type ConversionCase, readCases } from './conversionCases';
import { KNOWN_DIFFERENCES, NEW_VERSION_DEFAULTS } from './conversionDefaults';

const catalog = loadCatalog();
const cases = readCases();
const MODES: readonly FixMode[] = ['preferred', 'keepDefaults'];
const fileOf = (each: ConversionCase, mode: FixMode): string | undefined =>
  (mode === 'keepDefaults' ? each.file('after.keep-defaults') : undefined) ?? each.file('after');

describe('conversions, byte for byte', () => {
  for (const each of cases) {
    it(each.name, () => {
      const choices = each.file('choices');
      for (const mode of MODES) {
        const outcome = carryOut(catalog, each, each.before, mode);
        const reasons = outcome.manual.map(reason => `${JSON.stringify(reason)}\n`).join('');
        assert.equal(reasons, each.file('manual') ?? '', mode);
        assert.equal(outcome.text, fileOf(each, mode) ?? each.before, mode);
        const ids = outcome.choices?.choices.map(choice => `${choice.id}\n`).join('');
        assert.equal(ids, choices, mode);
        for (const choice of outcome.choices?.choices ?? []) {
          assert.equal(applyEdits(each.before, choice.edits), each.file(`after.${choice.id}`), `${mode}, ${choice.id}`);
        }
      }
      assert.ok(each.file('after') ?? each.file('manual') ?? choices, 'the fixture says what is wanted');
    });
  }
});

describe('a second run', () => {
  for (const each of cases.filter(({ file }) => file('after') !== undefined)) {
    it(`finds nothing to do in ${each.name}`, () => {
      for (const mode of MODES) {
        const again = carryOut(catalog, each, fileOf(each, mode)!, mode);
        assert.deepEqual(again.fixes, []);
      }
    });
  }
});

describe('meaning of the result', () => {
  for (const each of cases.filter(({ file }) => file('expected.json') !== undefined)) {
    for (const mode of MODES) {
      it(`${each.name}, ${mode}: nothing lost, nothing invented`, () => {
        const expected = JSON.parse(each.file('expected.json')!) as JsonObject;
        const before = parse(each.before) as JsonObject;
        const ours = comparable(parse(fileOf(each, mode)!) as JsonObject, before, mode);
        const theirs = comparable(expected, before, mode);
        const defaults = new Set(NEW_VERSION_DEFAULTS[String(expected['kind'])]);
        const differences = [...new Set([...ours.keys(), ...theirs.keys()])].flatMap(path => {
          const [mine, wanted] = [ours.get(path), theirs.get(path)].map(value => JSON.stringify(value));
          if (mine === wanted) return [];
          const isDefault =
            mine === undefined && defaults.has(`${path.slice(1).replace(/\[\d+\]/g, '[]')} = ${wanted}`);
          return isDefault ? [] : [`${path}: ${mine}, ${wanted}`];
        });
        assert.deepEqual(differences, KNOWN_DIFFERENCES[each.name] ?? []);
      });
    }
  }
});

describe('the list of conversions', () => {
  const all: readonly Conversion[] = conversions;

  it('has one conversion at most for each kind and pair of versions', () => {
    const pairs = all.flatMap(({ kinds, from, to }) =>
      kinds.flatMap(kind => from.flatMap(old => to.filter(each => each !== old).map(each => `${kind} ${old} ${each}`))),
    );
    assert.deepEqual(pairs, [...new Set(pairs)]);
  });

  it('has a fixture for each conversion', () => {
    const covered = new Set(cases.map(each => `${/kind"?: ?"?(\w+)/.exec(each.before)?.[1]} ${each.to}`));
    const seen = all.filter(({ kinds, to }) => kinds.some(kind => to.some(each => covered.has(`${kind} ${each}`))));
    const inLists = new Set(['deployment', 'statefulset']);
    assert.deepEqual(
      all.filter(each => !seen.includes(each) && !inLists.has(each.id)).map(each => each.id),
      [],
    );
  });

  it('reads only versions that the data calls old', () => {
    for (const { kinds, from } of all) {
      for (const kind of kinds) {
        const known = from.filter(version => catalog.find(version, kind) !== undefined);
        assert.ok(known.length > 0, kind);
      }
    }
  });

  it('uses no message without words', () => {
    const keys = (message: Message): string[] => [
      message.key,
      ...Object.values(message.args ?? {}).flatMap(value =>
        typeof value !== 'object' ? [] : [value].flat().flatMap(inner => keys(inner as Message)),
      ),
    ];
    const used = new Set(all.flatMap(({ changes }) => changes.flatMap(keys)));
    for (const each of cases) {
      for (const fix of carryOut(catalog, each, each.before, 'keepDefaults').fixes) {
        const messages = fix.kind === 'edits' ? [...fix.pinned, ...fix.notes] : [fix.reason];
        if (fix.kind === 'choices') messages.push(...fix.choices.map(choice => choice.title));
        for (const key of messages.flatMap(keys)) used.add(key);
      }
    }
    assert.deepEqual(
      [...used].filter(key => !(key in en)),
      [],
    );
  });
});
