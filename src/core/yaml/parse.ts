/** A document's text as a YAML tree with positions. Never throws for text; never resolves the whole tree (alias bombs stay small). */
import {
  type Alias,
  type Document,
  type Node,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  parseAllDocuments,
} from 'yaml';
import { type DocumentSlice } from '../model/document';
import { type Problem } from '../model/finding';
import { message } from '../model/message';
import { type Arm, maskTemplate } from './mask';
import { type Action } from './actions';
import { findOpenNodes } from './openNodes';

export interface ParsedDocument {
  /** The slice's own text: edits copy from here. */
  readonly source: string;
  /** What was parsed: the same length, actions masked. */
  readonly masked: string;
  readonly template: boolean;
  readonly actions: readonly Action[];
  readonly arms: readonly Arm[];
  readonly roots: readonly Node[];
  /** Every anchored node with the aliases that point to it. */
  readonly aliases: ReadonlyMap<Node, readonly Alias[]>;
  readonly targets: ReadonlyMap<Alias, Node>;
  /** Maps and lists to which an action may add entries that cannot be seen. */
  readonly open: ReadonlySet<Node>;
  readonly problems: readonly Problem[];
  /** YAML errors: findings stand, fixes are withheld. */
  readonly broken: boolean;
  readonly eol: '\n' | '\r\n';
}

/** Deeper trees than any manifest are not walked: a guard against hostile nesting. */
export const MAX_DEPTH = 200;

const cache = new WeakMap<DocumentSlice, ParsedDocument>();

/** Parsed once per slice object. */
export function parseSlice(slice: DocumentSlice): ParsedDocument {
  let parsed = cache.get(slice);
  if (!parsed) {
    parsed = parse(slice);
    cache.set(slice, parsed);
  }
  return parsed;
}

/** Lets a slice with the same text and syntax take over an earlier one's tree. */
export function shareParse(from: DocumentSlice, to: DocumentSlice): void {
  const parsed = cache.get(from);
  if (parsed) cache.set(to, parsed);
}

interface Attempt {
  masked: string;
  actions: readonly Action[];
  arms: readonly Arm[];
  documents: readonly Document.Parsed<ParsedNode>[];
  errors: number;
  failure: boolean;
}

function parse(slice: DocumentSlice): ParsedDocument {
  const attempts = slice.syntax === 'helm' ? [masked(slice.text, '#')] : [plain(slice.text)];
  if (attempts[0]!.errors > 0 && slice.text.includes('{{')) {
    attempts.push(masked(slice.text, ' '));
    if (slice.syntax !== 'helm') attempts.push(masked(slice.text, '#'));
  }
  const best = attempts.reduce((a, b) => (b.errors < a.errors ? b : a));
  return finish(slice, best);
}

function plain(text: string): Attempt {
  return { masked: text, actions: [], arms: [], ...documentsOf(text) };
}

function masked(text: string, filler: '#' | ' '): Attempt {
  const mask = maskTemplate(text, filler);
  return { masked: mask.text, actions: mask.actions, arms: mask.arms, ...documentsOf(mask.text) };
}

function documentsOf(text: string): Pick<Attempt, 'documents' | 'errors' | 'failure'> {
  try {
    const documents = parseAllDocuments(text, {
      uniqueKeys: false,
      keepSourceTokens: true,
      prettyErrors: false,
      strict: false,
      logLevel: 'silent',
      merge: false,
      schema: 'core',
      version: '1.2',
    });
    const list = Array.isArray(documents) ? documents : [];
    return { documents: list, errors: list.reduce((sum, document) => sum + document.errors.length, 0), failure: false };
  } catch {
    // Nesting deeper than the call stack: the parser is recursive.
    return { documents: [], errors: Number.MAX_SAFE_INTEGER, failure: true };
  }
}

function finish(slice: DocumentSlice, attempt: Attempt): ParsedDocument {
  const problems: Problem[] = attempt.failure
    ? [{ start: 0, end: 0, message: message('problem.nesting') }]
    : attempt.documents.flatMap(document =>
        document.errors.slice(0, 1).map(error => ({
          start: Math.min(error.pos[0], slice.text.length),
          end: Math.min(Math.max(error.pos[1], error.pos[0]), slice.text.length),
          message: message('problem.yaml', { code: error.code }),
        })),
      );
  const roots = attempt.documents.flatMap(document => (document.contents ? [document.contents as Node] : []));
  const anchors = collectAliases(roots);
  return {
    source: slice.text,
    masked: attempt.masked,
    template: attempt.actions.length > 0,
    actions: attempt.actions,
    arms: attempt.arms,
    roots: anchors.tooDeep ? [] : roots,
    aliases: anchors.aliases,
    targets: anchors.targets,
    open: attempt.actions.length > 0 ? findOpenNodes(roots, attempt.actions, attempt.masked) : new Set(),
    problems: anchors.tooDeep ? [{ start: 0, end: 0, message: message('problem.nesting') }] : problems,
    broken: attempt.errors > 0,
    eol: /\r\n|\n/.exec(slice.text)?.[0] === '\r\n' ? '\r\n' : '\n',
  };
}

/** One walk in source order without following aliases: an alias points to the latest anchor of its name before it. */
function collectAliases(roots: readonly Node[]): {
  aliases: Map<Node, Alias[]>;
  targets: Map<Alias, Node>;
  tooDeep: boolean;
} {
  const aliases = new Map<Node, Alias[]>();
  const targets = new Map<Alias, Node>();
  let tooDeep = false;
  for (const root of roots) {
    const anchors = new Map<string, Node>();
    const visit = (node: unknown, depth: number): void => {
      if (depth > MAX_DEPTH) {
        tooDeep = true;
      } else if (isAlias(node)) {
        const target = anchors.get(node.source);
        if (!target) return;
        targets.set(node, target);
        const uses = aliases.get(target);
        if (uses) uses.push(node);
        else aliases.set(target, [node]);
      } else if (isPair(node)) {
        visit(node.key, depth + 1);
        visit(node.value, depth + 1);
      } else if (isCollection(node)) {
        if (node.anchor) anchors.set(node.anchor, node);
        for (const item of node.items) visit(item, depth + 1);
      } else if (isScalar(node) && node.anchor) {
        anchors.set(node.anchor, node);
      }
    };
    visit(root, 0);
  }
  return { aliases, targets, tooDeep };
}

export { isAlias, isMap, isScalar, isPair, isCollection };
export type { Alias, Node, Scalar, YAMLMap, YAMLSeq };
