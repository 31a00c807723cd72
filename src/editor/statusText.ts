/** What the language status says: the target, who chose it, and what is not known. Knows no VS Code. */
import { type Message } from '../core/model/message';
import { type ClusterFacts } from './clusterFacts';
import { type Phrases } from './phrases';
import { type Origin } from './precedence';

export interface StatusFacts {
  /** Minor such as "1.31"; null while the data is not there. */
  readonly target: string | null;
  readonly origin: Origin;
  /** Decides where the settings leave it open. */
  readonly cluster: Pick<ClusterFacts, 'context' | 'connected'> | null;
  readonly unreadable: string | null;
  readonly data: { readonly asOf: string; readonly newest: string; readonly beyond: boolean } | null;
  readonly loading: boolean;
  /** Why the document is not looked at. */
  readonly skipped: Message | null;
  readonly failed: Message | null;
  /** Parts of the document that could not be judged, with their line (from 1). */
  readonly problems: readonly { readonly line: number; readonly message: Message }[];
  readonly milliseconds: number | null;
  readonly pinned: readonly string[];
}

export interface StatusText {
  readonly text: string;
  readonly detail: string;
  readonly severity: 'information' | 'warning' | 'error';
}

/** The most important thing first: the window cuts a long detail off. */
export function statusText(facts: StatusFacts, phrases: Phrases): StatusText {
  const product = 'Kubernetes';
  const text = facts.target === null ? product : `${product} ${facts.target} · ${originText(facts, phrases)}`;
  const detail: string[] = [];
  if (facts.failed !== null) detail.push(phrases.of(facts.failed));
  if (facts.skipped !== null) detail.push(phrases.of(facts.skipped));
  if (facts.loading) detail.push(phrases.say('editor.status.loading'));
  if (facts.unreadable !== null) detail.push(phrases.say('editor.status.unreadable', { version: facts.unreadable }));
  if (facts.data?.beyond) detail.push(phrases.say('editor.status.beyond', { newest: facts.data.newest }));
  const [problem] = facts.problems;
  if (problem !== undefined) {
    const { line, message } = problem;
    const more = facts.problems.length - 1;
    const said = phrases.say('editor.status.problem', { line, message });
    detail.push(more > 0 ? `${said} ${phrases.say('editor.status.more', { count: more })}` : said);
  }
  if (facts.pinned.length > 0) detail.push(phrases.say('editor.status.pinned', { pinned: facts.pinned.join(', ') }));
  if (facts.milliseconds !== null)
    detail.push(phrases.say('editor.status.giant', { milliseconds: facts.milliseconds }));
  if (facts.data !== null)
    detail.push(phrases.say('editor.status.data', { asOf: facts.data.asOf, newest: facts.data.newest }));
  const notChecked =
    facts.skipped !== null || facts.unreadable !== null || facts.problems.length > 0 || facts.data?.beyond === true;
  const severity = facts.failed !== null ? 'error' : notChecked ? 'warning' : 'information';
  return { text, detail: detail.join(phrases.language === 'en' ? ' ' : ''), severity };
}

function originText({ origin, cluster }: StatusFacts, phrases: Phrases): string {
  if (origin !== 'default' || cluster === null) return phrases.say(`editor.status.origin.${origin}`);
  const { context, connected } = cluster;
  return phrases.say(connected ? 'editor.status.origin.cluster' : 'editor.status.origin.lastSeen', { context });
}
