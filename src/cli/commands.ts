/** The two commands: read, judge or fix, print; the answer is the exit status. */
import { relative, sep } from 'node:path';
import { type Language, type MessageKey, words } from '../words';
import { unifiedDiff } from './diff';
import { Failure, reasonOf } from './failure';
import { type FixedText, fixText } from './fix';
import { formatReport } from './formats';
import { countsAsFailure, type ScanResult } from './report';
import { Scan, type TextFile } from './scan';
import { type Session, type Terminal } from './session';
import { replaceFile } from './write';

export const FINDINGS = 1;
export const FAILED = 2;

export function scan(session: Session, stdin: Buffer | null, terminal: Terminal): number {
  const run = new Scan(session);
  const format = session.options.format ?? 'table';
  const progress = progressOn(session, terminal);
  run.forEachFile(stdin, file => run.add(file, format === 'sarif'), progress.show);
  progress.clear();
  const result = run.result();
  terminal.out(formatReport(format, result, session, terminal));
  if (!session.options.quiet) for (const note of run.ignoreNotes()) terminal.err(`${note}\n`);
  return status(result, session);
}

export function fix(session: Session, stdin: Buffer | null, terminal: Terminal): number {
  const { options } = session;
  const filter = options.write && stdin !== null;
  if (filter && options.format !== undefined) throw new Failure('cli.formatWithStdin');
  const format = options.format ?? (options.write && !filter ? 'table' : undefined);
  const run = new Scan(session);
  const progress = progressOn(session, terminal);
  const failures: Failure[] = [];
  const done = { applied: 0, files: 0 };

  const visit = (file: TextFile): void => {
    const fixed = fixedText(run, session, file);
    let left = fixed.text;
    if (options.write) {
      try {
        save(file, fixed.text, terminal);
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        failures.push(error);
        left = file.text;
      }
    } else if (format === undefined) {
      terminal.out(unifiedDiff(diffName(file, session), marked(file, file.text), marked(file, fixed.text)));
    }
    if (left !== file.text) {
      done.applied += fixed.applied;
      done.files++;
    }
    run.add({ source: file.source, text: left }, format === 'sarif');
  };
  run.forEachFile(stdin, visit, progress.show);
  progress.clear();

  const result = run.result();
  if (format !== undefined) terminal.out(formatReport(format, result, session, terminal));
  if (!options.quiet) terminal.err(summary(done, result, session, format === undefined));
  for (const { key, args } of failures) terminal.err(failureLine(session.language, key, args));
  return failures.length > 0 ? FAILED : status(result, session);
}

/** The line on standard error that goes with exit status 2. */
export function failureLine(language: Language, key: MessageKey, args: Failure['args']): string {
  return `${words('cli.failure', { message: words(key, args, language) }, language)}\n`;
}

function status({ report }: ScanResult, { options }: Session): number {
  return report.findings.some(finding => countsAsFailure(finding.severity, options.failOn)) ? FINDINGS : 0;
}

function fixedText(run: Scan, session: Session, { source, text }: TextFile): FixedText {
  const mode = session.options.keepDefaults ? 'keepDefaults' : 'preferred';
  try {
    return fixText(source.name, text, mode, run.contextOf({ source, text }));
  } catch (error) {
    // The core promises never to throw; one file must not end the run, and is left as it is, if it does.
    run.problem(source.name, session.say('cli.problem.internal', { reason: reasonOf(error) }));
    return { text, applied: 0 };
  }
}

function save(file: TextFile, text: string, terminal: Terminal): void {
  const { name, path } = file.source;
  if (path === null) terminal.out(marked(file, text));
  else if (text !== file.text) {
    replaceFile(path, name, Buffer.from(marked(file, file.text)), Buffer.from(marked(file, text)));
  }
}

/** With the byte order mark it came with. */
function marked(file: TextFile, text: string): string {
  return file.bom ? `\ufeff${text}` : text;
}

/** A patch cannot go through a link: it names the file that the link leads to. */
function diffName({ source }: TextFile, { cwd }: Session): string {
  return source.path === null ? source.name : relative(cwd, source.path).split(sep).join('/');
}

function summary(
  done: { readonly applied: number; readonly files: number },
  { report }: ScanResult,
  { options, say }: Session,
  withProblems: boolean,
): string {
  const outcome = done.files === 0 ? 'cli.fixed.nothing' : options.write ? 'cli.fixed.done' : 'cli.fixed.would';
  const lines = [say(outcome, done)];
  if (report.findings.length > 0) lines.push(say('cli.fixed.left', { count: report.findings.length }));
  if (withProblems) {
    for (const { file, message } of report.problems) {
      lines.push(`${file ?? say('cli.table.wholeRun')}: ${message}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Only on a terminal, and not more often than an eye can follow. */
function progressOn(
  { options, say }: Session,
  terminal: Terminal,
): { readonly show: (files: number) => void; readonly clear: () => void } {
  if (options.quiet || !terminal.errIsTerminal) return { show: () => {}, clear: () => {} };
  let last = performance.now();
  let shown = false;
  return {
    show: files => {
      const now = performance.now();
      if (now - last < 100) return;
      last = now;
      shown = true;
      terminal.err(`\r\u001b[2K${say('cli.progress', { count: files })}`);
    },
    clear: () => {
      if (shown) terminal.err('\r\u001b[2K');
    },
  };
}
