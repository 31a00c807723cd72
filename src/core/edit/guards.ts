/** What keeps a pair where it is: template actions and anchors that reach beyond it. */
import { type Pair } from 'yaml';
import { message } from '../model/message';
import { type Node } from '../yaml/parse';
import { keyStart } from '../yaml/view';
import { type Layout } from './layout';
import { NeedsPerson } from './needsPerson';
import { isInline, nameOf } from './settle';

/** A pair that changes its indentation must not hold an action that writes lines of its own. */
export function checkMovable(layout: Layout, pair: Pair): void {
  const { document } = layout;
  const start = keyStart(pair) ?? 0;
  const end = layout.pairEnd(pair);
  for (const action of document.actions) {
    const inside = action.start < end && action.end > start;
    const writesLines = !isInline(document, action.start) || /\bn?indent\b/.test(action.body);
    if (inside && writesLines) throw new NeedsPerson(message('fix.template'));
  }
  checkClosed(layout, pair);
}

/** A pair whose lines an action continues has no end that can be seen. */
export function checkClosed({ document }: Layout, pair: Pair): void {
  const value = pair.value as Node | null;
  const [start, , end] = value?.range ?? [0, 0, -1];
  for (const node of document.open) {
    const at = node.range?.[0] ?? -1;
    if (node === value || (start <= at && at <= end)) throw new NeedsPerson(message('fix.template'));
  }
}

/** Text with an anchor that is used elsewhere, or with an alias, stays where it is. */
export function checkUnshared(layout: Layout, pair: Pair): void {
  const start = keyStart(pair) ?? 0;
  const end = layout.pairEnd(pair);
  for (const [anchor, uses] of layout.document.aliases) {
    for (const { range } of [anchor, ...uses]) {
      const at = range?.[0] ?? -1;
      if (start <= at && at < end) throw new NeedsPerson(message('fix.anchor', { anchor: nameOf(anchor) }));
    }
  }
}
