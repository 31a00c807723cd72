/** Typing costs the documents that changed, and never gives a stale answer. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FileAnalyser } from '../../../src/core/fileAnalyser';
import { contextOf, lines, usual } from './support';

const A = lines('apiVersion: v1', 'kind: ConfigMap', 'metadata: {name: a}');
const B = lines('---', 'apiVersion: extensions/v1beta1', 'kind: Ingress');
const C = lines('---', 'apiVersion: batch/v1beta1', 'kind: CronJob');

/** For each document: whether its analysis is the very one of `before` with the same text. */
function kept(before: string, after: string, syntax: 'yaml' | 'helm' = 'yaml'): boolean[] {
  const analyser = new FileAnalyser();
  const first = analyser.analyse(before, syntax, usual).documents.map(({ analysis }) => analysis);
  return analyser.analyse(after, syntax, usual).documents.map(({ analysis }) => first.includes(analysis));
}

describe('FileAnalyser', () => {
  it('keeps every document of an unchanged text', () =>
    assert.deepEqual(kept(A + B + C, A + B + C), [true, true, true]));
  it('reads again only the document typed into', () =>
    assert.deepEqual(kept(A + B + C, A + B.replace('Ingress', 'Ingres') + C), [true, false, true]));
  it('keeps what moved', () => assert.deepEqual(kept(A + B + C, `# note\n${A}${B}${C}`), [false, true, true]));
  it('keeps what stands round an inserted document', () =>
    assert.deepEqual(kept(A + C, A + B + C), [true, false, true]));
  it('keeps what stands round a deleted document', () => assert.deepEqual(kept(A + B + C, A + C), [true, true]));
  it('reads again what comes under another condition', () => {
    const text = (condition: string): string => `{{ if ${condition} }}\n${B}{{ end }}\n${C}`;
    assert.deepEqual(kept(text('.a'), text('.b'), 'helm'), [false, false, true]);
  });

  it('says where each document stands now', () => {
    const analyser = new FileAnalyser();
    analyser.analyse(A + B, 'yaml', usual);
    const { documents } = analyser.analyse(`# note\n${A}${B}`, 'yaml', usual);
    assert.equal(documents[1]?.slice.start, `# note\n${A}`.length);
  });

  it('judges everything again for another target', () => {
    const analyser = new FileAnalyser();
    const count = (target: string): number =>
      analyser
        .analyse(B, 'yaml', contextOf({ target }))
        .documents.flatMap(({ analysis }) => analysis.findings)
        .filter(({ ruleId }) => ruleId === 'removed-api').length;
    assert.deepEqual([count('1.21'), count('1.22'), count('1.21')], [0, 1, 0]);
  });

  it('parses nothing that the scan can pass', () => {
    const { documents } = new FileAnalyser().analyse(A + B, 'yaml', usual);
    assert.deepEqual(
      documents.map(({ analysis }) => analysis.parsed),
      [false, true],
    );
  });
});
