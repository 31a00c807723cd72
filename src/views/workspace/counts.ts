/** "2 errors, 1 warning": counts as words. Knows no VS Code. */
import { type Severity } from '../../core/model/finding';
import { type Phrases } from '../../editor/phrases';

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** Severities that do not occur are left out; "" when none does. */
export function countsText(counts: Readonly<Record<Severity, number>>, phrases: Phrases): string {
  return ORDER.filter(severity => counts[severity] > 0)
    .map(severity => phrases.say(`workspace.count.${severity}`, { count: counts[severity] }))
    .join(phrases.language === 'en' ? ', ' : '，');
}
