/** Duplicate keys: Kubernetes keeps the last one, strict readers refuse the file. Reported, never fatal. */
import { type Problem } from '../model/finding';
import { message } from '../model/message';
import { armAt } from '../yaml/mask';
import { isCollection, isMap, isPair, MAX_DEPTH, type ParsedDocument } from '../yaml/parse';
import { keyStart, keyText } from '../yaml/view';

const MOST = 20;

/** At most 20 a document. In a template two keys in different branches are alternatives, not duplicates. */
export function duplicateKeys(document: ParsedDocument): Problem[] {
  const problems: Problem[] = [];
  const visit = (node: unknown, depth: number): void => {
    if (!isCollection(node) || depth > MAX_DEPTH || problems.length >= MOST) return;
    const seen = new Set<string>();
    for (const item of node.items) {
      if (!isPair(item)) {
        visit(item, depth + 1);
        continue;
      }
      const start = keyStart(item) ?? 0;
      const text = isMap(node) ? keyText(document, item) : undefined;
      const arm = document.arms.length > 0 ? (armAt(document.arms, start)?.id ?? 0) : 0;
      const key = `${arm} ${text}`;
      if (text !== undefined && text !== '<<' && seen.has(key) && problems.length < MOST) {
        problems.push({ start, end: start + text.length, message: message('problem.duplicateKey', { key: text }) });
      }
      seen.add(key);
      visit(item.value, depth + 1);
    }
  };
  for (const root of document.roots) visit(root, 0);
  return problems;
}
