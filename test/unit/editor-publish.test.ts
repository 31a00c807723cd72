/** Findings become lines: correct after any edit, and untouched where nothing moved. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Finding } from '../../src/core/model/finding';
import { type AnalysedDocument, type FileAnalysis } from '../../src/core/model/document';
import { Phrases } from '../../src/editor/phrases';
import { Publisher, type Published } from '../../src/editor/publish';

const phrases = new Phrases('en');

function finding(start: number, end: number): Finding {
  return {
    start,
    end,
    ruleId: 'removed-api',
    severity: 'error',
    message: { key: 'told' },
    deprecated: true,
    related: [{ start: 0, end: 1, message: { key: 'related' } }],
    resource: { apiVersion: 'a', kind: 'b', namespace: null, name: null },
    resourceStart: 0,
    lifecycle: null,
    fix: 'certain',
    fixReason: null,
    keepDefaultsDiffers: false,
    step: null,
    documentation: 'https://example.com',
  };
}

/** A stand-in for the core: every "BAD" is a finding; equal documents keep their analysis, as the file analyser does. */
function analyser(): (text: string) => FileAnalysis {
  const known = new Map<string, AnalysedDocument['analysis']>();
  return text => {
    const documents: AnalysedDocument[] = [];
    let start = 0;
    for (const part of text.split(/(?<=\n)(?=---\r?\n)/)) {
      let analysis = known.get(part);
      if (analysis === undefined) {
        const findings = [...part.matchAll(/BAD/g)].map(match => finding(match.index, match.index + 3));
        known.set(part, (analysis = { findings, problems: [], resources: [], ignored: 0, parsed: true }));
      }
      documents.push({ slice: { start, text: part, syntax: 'yaml', branch: [] }, analysis });
      start += part.length;
    }
    return { documents };
  };
}

/** What a slow but obvious reading of the text gives. */
function expected(text: string): string[] {
  return text
    .split('\n')
    .flatMap((line, at) => [...line.matchAll(/BAD/g)].map(match => `${at}:${match.index}-${at}:${match.index + 3}`));
}

function shown(published: readonly Published[]): string[] {
  return published.map(({ range: { start, end } }) => `${start.line}:${start.character}-${end.line}:${end.character}`);
}

test('ranges follow edits anywhere in the file', () => {
  const analyse = analyser();
  const publisher = new Publisher(phrases);
  const first = 'a: BAD\nb: 1\n---\nc: x\nd: BAD BAD\n---\n\n\ne: BAD';
  const texts = [
    first,
    `\n\n${first}`,
    first.replace('b: 1\n', ''),
    first.replace('c: x', 'c: x\r\nc2: 😀 BAD'),
    first.replace('---\nc: x\nd: BAD BAD\n', ''),
    `new: BAD\n---\n${first}`,
    '',
    first,
    first.replace('\n---\n', '\n--- # not a cut\n'),
  ];
  for (const text of texts)
    assert.deepEqual(shown(publisher.publish(text, analyse(text))), expected(text), JSON.stringify(text));
});

test('a text before the first document moves it, on its own line too', () => {
  const publisher = new Publisher(phrases);
  const analyse = analyser();
  for (const lead of ['\ufeff', '\n', '']) {
    const { documents } = analyse('BAD\nBAD');
    const moved = documents.map(({ slice, analysis }) => ({
      slice: { ...slice, start: slice.start + lead.length },
      analysis,
    }));
    assert.deepEqual(shown(publisher.publish(`${lead}BAD\nBAD`, { documents: moved })), expected(`${lead}BAD\nBAD`));
  }
});

test('the same array comes back while nothing that is shown has changed', () => {
  const analyse = analyser();
  const publisher = new Publisher(phrases);
  const text = 'a: BAD\n---\nb: 1\n---\nc: BAD\n';
  const before = publisher.publish(text, analyse(text));
  const typed = text.replace('b: 1', 'b: 12345');
  assert.equal(publisher.publish(typed, analyse(typed)), before);
  const lineMore = text.replace('b: 1', 'b: 1\nb2: 1');
  const after = publisher.publish(lineMore, analyse(lineMore));
  assert.notEqual(after, before);
  assert.equal(after[0], before[0], 'a document above the edit keeps its findings');
});

test('related places move with their document and carry words', () => {
  const analyse = analyser();
  const publisher = new Publisher(phrases);
  for (const text of ['x: 1\n---\nBAD', 'x: 1\ny: 1\n---\nBAD']) {
    const [item] = publisher.publish(text, analyse(text));
    const line = text.split('\n').indexOf('---');
    assert.deepEqual(item?.related, [
      { range: { start: { line, character: 0 }, end: { line, character: 1 } }, message: 'related' },
    ]);
  }
});

test('of many related places the first of each change is shown', () => {
  const [item] = analyser()('BAD').documents[0]!.analysis.findings;
  const related = ['a', 'b', 'a', 'c', 'd'].map((key, start) => ({ start, end: start, message: { key } }));
  const slice = { start: 0, text: 'BAD BAD', syntax: 'yaml' as const, branch: [] };
  const analysis = { findings: [{ ...item!, related }], problems: [], resources: [], ignored: 0, parsed: true };
  const [shownItem] = new Publisher(phrases).publish(slice.text, { documents: [{ slice, analysis }] });
  assert.deepEqual(
    shownItem?.related.map(({ message, range }) => [message, range.start.character]),
    [
      ['a', 0],
      ['b', 1],
      ['c', 3],
    ],
  );
});

test('a keystroke in a file of 300 documents makes new places for one of them', () => {
  const analyse = analyser();
  const publisher = new Publisher(phrases);
  const part = (name: string): string => `---\napiVersion: BAD\n${'key: value\n'.repeat(48)}name: ${name}\n`;
  const text = Array.from({ length: 300 }, (_, index) => part(`n${index}`)).join('');
  const before = publisher.publish(text, analyse(text));
  const typed = text.replace('name: n150\n', 'name: n150x BAD\n');
  const after = publisher.publish(typed, analyse(typed));
  assert.deepEqual(shown(after), expected(typed));
  const fresh = after.filter(item => !before.includes(item));
  assert.equal(fresh.length, 2);
});
