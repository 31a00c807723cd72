/** The report as parts without a format; Markdown and HTML only write them down. */
import { type CheckState, type Subject } from '../model/check';
import { message } from '../model/message';
import { accessWords } from '../readiness/run';
import { arrange, byOwner, type CheckPart } from './arrange';
import { objectName, type ReportInput, type Say, serverVersion, timeText } from './input';

export interface ReportObject {
  readonly name: string;
  readonly state: Subject['state'];
  readonly text: string;
  readonly evidence: readonly string[];
}

export interface ReportEntry {
  readonly id: string;
  readonly state: CheckState;
  readonly stateText: string;
  readonly title: string;
  readonly text: string;
  /** What could not be looked at, and which permissions would change that. */
  readonly reason: string | null;
  readonly missing: readonly string[];
  readonly evidence: readonly string[];
  readonly owners: readonly { readonly name: string | null; readonly objects: readonly ReportObject[] }[];
  readonly more: string | null;
  readonly fix: string | null;
  readonly commands: readonly string[];
  readonly sources: readonly string[];
}

export interface ReportStep {
  readonly title: string;
  readonly summary: string;
  readonly entries: readonly ReportEntry[];
  readonly passed: readonly string[];
  readonly notApplicable: readonly string[];
}

export interface Bar {
  readonly label: string;
  readonly value: number;
}

export interface ReportSections {
  readonly title: string;
  readonly verdict: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly notices: readonly string[];
  readonly blockers: { readonly title: string; readonly bars: readonly Bar[] };
  readonly steps: readonly ReportStep[];
  /** Checks that could not be made, with the reason; also listed at their step. */
  readonly notChecked: { readonly title: string; readonly lines: readonly string[] };
  readonly footer: string;
}

/** A report of thousands of lines helps nobody: the snapshot has them all. */
const MOST_OBJECTS = 200;
const MOST_COMMANDS = 20;

export function reportSections(input: ReportInput, say: Say): ReportSections {
  const { snapshot, target, results, verdict, data } = input;
  const key = (name: string, args?: Parameters<typeof message>[1]): string => say(message(`report.${name}`, args));
  const steps = arrange(results, target);
  const version = serverVersion(snapshot) ?? key('unknownVersion');
  const unknown = results.filter(({ state, reason }) => state === 'unknown' || reason !== null);
  return {
    title: key('title', { context: snapshot.source.context }),
    verdict: say(message(`cluster.verdict.${verdict}`)),
    facts: [
      [key('fact.cluster'), `${snapshot.source.context} (${snapshot.source.cluster})`],
      [key('fact.version'), key('version', { version, provider: key(`provider.${target.provider}`) })],
      [key('fact.path'), target.path.join(' → ')],
      [
        key('fact.read'),
        key(snapshot.clock === 'server' ? 'read' : 'readClient', { time: timeText(snapshot.takenAt) }),
      ],
      [key('fact.data'), key('data', { ...data })],
    ],
    notices: snapshot.notices.map(say),
    blockers: { title: key('blockers'), bars: barsOf(input, say) },
    steps: steps.map(step => ({
      title:
        step.from === null
          ? key('stepOnly', { to: step.to })
          : key('step', { number: step.number, from: step.from, to: step.to }),
      summary: key('stepSummary', { ...step.counts }),
      entries: step.checks.map(part => entry(part, say)),
      passed: step.passed.map(({ result }) => say(result.title)),
      notApplicable: step.notApplicable.map(
        ({ result }) => `${say(result.title)}${key('colon')}${say(result.message)}`,
      ),
    })),
    notChecked: {
      title: key('notChecked'),
      lines: unknown.map(({ title, reason, message: text }) => `${say(title)}${key('colon')}${say(reason ?? text)}`),
    },
    footer: key('footer'),
  };
}

function barsOf({ results }: ReportInput, say: Say): readonly Bar[] {
  const counts = new Map<string, number>();
  for (const { state, area } of results) if (state === 'fail') counts.set(area, (counts.get(area) ?? 0) + 1);
  return [...counts].map(([area, value]) => ({ label: say(message(`report.area.${area}`)), value }));
}

function entry({ result, state, message: text, subjects }: CheckPart, say: Say): ReportEntry {
  const listed = subjects.slice(0, MOST_OBJECTS);
  const more = subjects.length - listed.length;
  return {
    id: result.checkId,
    state,
    stateText: say(message(`cluster.state.${state}`)),
    title: say(result.title),
    text: say(text),
    reason: result.reason === null || result.reason === text ? null : say(result.reason),
    missing: result.missing.map(accessWords),
    evidence: result.evidence.map(say),
    owners: byOwner(listed).map(({ owner, subjects: objects }) => ({
      name: owner === null ? null : objectName(owner),
      objects: objects.map(object => ({
        name: objectName(object),
        state: object.state,
        text: say(object.message),
        evidence: object.evidence.map(say),
      })),
    })),
    more: more > 0 ? say(message('cluster.report.more', { count: more })) : null,
    fix: result.remediation === null || subjects.length === 0 ? null : say(result.remediation),
    commands: [...new Set(subjects.flatMap(({ commands }) => commands))].slice(0, MOST_COMMANDS),
    sources: [result.documentation, ...result.sources],
  };
}
