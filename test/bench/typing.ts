/** A person types into a file: every keystroke goes through what the editor runs, the analyser and the publisher. */
import { parseAllDocuments } from 'yaml';
import { type Context, FileAnalyser, type FileAnalysis, type Syntax } from '../../src/core';
import { Phrases } from '../../src/editor/phrases';
import { Publisher } from '../../src/editor/publish';
import { Random } from '../unit/fuzz/random';
import { cpuOf, type Samples, summarise } from './figures';

/** Which documents are typed into. */
export type Where = 'clean' | 'findings' | 'any';

export interface Typed extends Samples {
  readonly keystrokes: number;
  readonly documents: number;
  readonly lines: number;
}

const WARM_UP = 150;

/** Types and deletes letters at random places, one after the other, and measures each analysis. */
export function type(text: string, syntax: Syntax, context: Context, where: Where, keystrokes: number): Typed {
  const random = new Random(7);
  const analyser = new FileAnalyser();
  const publisher = new Publisher(new Phrases('en'));
  let analysis: FileAnalysis = analyser.analyse(text, syntax, context);
  publisher.publish(text, analysis);
  const samples: number[] = [];
  for (let at = 0; at < keystrokes + WARM_UP; at += 2) {
    const { slice } = random.pick(
      analysis.documents.filter(
        ({ analysis: found }) => where === 'any' || found.findings.length > 0 === (where === 'findings'),
      ),
    );
    const offset = slice.start + valueOffset(slice.text, random);
    for (const next of [flat(`${text.slice(0, offset)}x${text.slice(offset)}`), text]) {
      const spent = cpuOf(() => {
        analysis = analyser.analyse(next, syntax, context);
        publisher.publish(next, analysis);
      });
      if (at >= WARM_UP) samples.push(spent);
    }
  }
  return {
    ...summarise(samples),
    keystrokes: samples.length,
    documents: analysis.documents.length,
    lines: text.split('\n').length,
  };
}

/** Somewhere in a value, so that what is typed keeps the document whole. */
function valueOffset(text: string, random: Random): number {
  const values = [...text.matchAll(/: [a-z][\w-]*$/gm)];
  const value = values.length > 0 ? random.pick(values) : undefined;
  return value ? value.index + value[0].length : text.length - 1;
}

/** An editor hands over one string in one piece, not two glued together. */
function flat(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}

/** CPU time of reading the whole text with the YAML library, with its own settings. */
export function fullParse(text: string, runs: number): Samples {
  const samples = Array.from({ length: runs + 2 }, () => cpuOf(() => parseAllDocuments(text)));
  return summarise(samples.slice(2));
}

/** CPU time of one analysis of a text nobody has seen before. */
export function coldAnalysis(text: string, syntax: Syntax, context: Context, runs: number): Samples {
  const samples = Array.from({ length: runs + 2 }, () => {
    const fresh = flat(text);
    return cpuOf(() => new FileAnalyser().analyse(fresh, syntax, context));
  });
  return summarise(samples.slice(2));
}
