/**
 * Which maps and lists of a template are open: an action that writes text on its own line may add entries to them
 * that nobody can see without rendering.
 */
import { type Node, isCollection, isPair, isScalar } from 'yaml';
import { type Action } from './actions';

/** Nodes that may hold more than they show, and empty values that an action fills. */
export function findOpenNodes(roots: readonly Node[], actions: readonly Action[], masked: string): Set<Node> {
  const open = new Set<Node>();
  for (const action of actions) {
    if (action.kind !== 'output' || !isOwnLine(masked, action)) continue;
    const least = outputColumn(masked, action);
    for (const root of roots) {
      for (const { node, column } of candidates(root, action.start)) {
        if (least === null || column >= least || isFlow(node)) open.add(node);
      }
    }
  }
  return open;
}

/** After masking, an action on its own line has become a comment or blanks. */
function isOwnLine(masked: string, action: Action): boolean {
  const first = masked[action.start];
  return first === '#' || first === ' ';
}

/** Least column at which the action can write; null when the template does not say. */
function outputColumn(masked: string, action: Action): number | null {
  const newline = /\bnindent\s+(\d+)\s*(?:\|\s*trim\s*)?$/.exec(action.body);
  if (newline) return Number(newline[1]);
  const plain = /\bindent\s+(\d+)\s*$/.exec(action.body);
  return plain ? Number(plain[1]) + action.start - (masked.lastIndexOf('\n', action.start - 1) + 1) : null;
}

interface Candidate {
  readonly node: Node;
  readonly column: number;
}

/** Collections that an entry written at `offset` could belong to: the ancestors of the text before it, and a value that starts after it. */
function candidates(root: Node, offset: number): Candidate[] {
  const found: Candidate[] = [];
  const visit = (node: Node | null | undefined): void => {
    if (!node || !node.range) return;
    if (!isCollection(node)) {
      if (isScalar(node) && node.range[0] === node.range[1]) found.push({ node, column: Number.MAX_SAFE_INTEGER });
      return;
    }
    found.push({ node, column: columnOf(node) });
    const last = lastStarted(node.items, offset);
    if (last !== undefined) descend(last);
  };
  const descend = (item: unknown): void => {
    if (isPair(item)) visit(item.value as Node | null);
    else visit(item as Node);
  };
  visit(root);
  return found;
}

/** The last item (or pair) that begins before `offset`. */
function lastStarted(items: readonly unknown[], offset: number): unknown {
  let last: unknown;
  for (const item of items) {
    const start = startOf(item);
    if (start !== undefined && start < offset) last = item;
  }
  return last;
}

function startOf(item: unknown): number | undefined {
  if (isPair(item)) return (item.key as Node | null)?.range?.[0];
  return (item as Node | null)?.range?.[0];
}

function columnOf(node: Node): number {
  const token = (node as { srcToken?: { type: string; indent?: number } }).srcToken;
  if (token && 'indent' in token && typeof token.indent === 'number') return token.indent;
  return 0;
}

function isFlow(node: Node): boolean {
  return isCollection(node) && node.flow === true;
}
