/** Files in, report out. The judging is the core's; this adds places, words and counts. */
import {
  type AnalysedDocument,
  analyse,
  beyondData,
  type Context,
  contextWith,
  crdLifecycles,
  type CustomKind,
  detectSyntax,
  type DocumentSlice,
  editsFor,
  type Severity,
  splitDocuments,
  type Target,
} from '../core';
import { relative, resolve, sep } from 'node:path';
import { format } from '../words';
import { Baseline } from './baseline';
import { changedSince } from './changedSince';
import { Configs } from './configs';
import { Failure, reasonOf } from './failure';
import { FileContexts, isNamedFile } from './fileContexts';
import { FileList, type Source } from './files';
import { LineIndex } from './positions';
import { decode, Reader } from './read';
import {
  compareFindings,
  compareProblems,
  type Replacement,
  type Report,
  type ReportFinding,
  type ReportProblem,
  type ScanResult,
} from './report';
import { reportedFinding } from './reported';
import { type Session } from './session';

function nameFrom(cwd: string, path: string): string {
  return relative(cwd, path).split(sep).join('/');
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

/** A file whose text can hold Kubernetes objects. */
export interface TextFile {
  readonly source: Source;
  readonly text: string;
  readonly bom: boolean;
}

/** A file with its analyses, before they are reported. */
interface JudgedFile {
  readonly name: string;
  readonly text: string;
  readonly context: Context;
  readonly withReplacements: boolean;
  readonly documents: readonly AnalysedDocument[];
}

/** A line that is neither blank, nor a comment, nor a separator. */
const HAS_CONTENT = /^(?!---\s*$|[^\S\n]*$|[^\S\n]*#)/m;

export class Scan {
  readonly #session: Session;
  readonly #findings: ReportFinding[] = [];
  readonly #problems: ReportProblem[] = [];
  readonly #checkedFiles: string[] = [];
  readonly #replacements = new Map<ReportFinding, readonly Replacement[]>();
  readonly #counts = { files: 0, documents: 0, resources: 0, ignored: 0 };
  readonly #contexts = new FileContexts();
  readonly #configs: Configs;
  readonly #baseline: Baseline | null;
  /** Every target that some file was judged for. */
  readonly #targets = new Set<Target>();
  /** What the definitions seen so far say of their versions; they count for every file, in whatever order. */
  readonly #definitions: CustomKind[] = [];
  /** Files with custom resources, until all definitions are known. */
  readonly #waiting: JudgedFile[] = [];

  constructor(session: Session) {
    this.#session = session;
    this.#configs = new Configs(session);
    this.#baseline = session.options.baseline === null ? null : Baseline.read(session.options.baseline, session.cwd);
  }

  /**
   * Calls `visit` with every file that can hold Kubernetes objects. What cannot be read becomes a problem,
   * or a Failure where the user named it.
   */
  forEachFile(stdin: Buffer | null, visit: (file: TextFile) => void, progress: (files: number) => void): void {
    const list = FileList.of(this.#session.options.paths, this.#session.cwd);
    for (const { name, reason } of list.unreadable)
      this.problem(name, this.#session.say('cli.problem.unreadable', { reason }));
    const { changedSince: revision } = this.#session.options;
    const changed = revision === null ? null : changedSince(revision, this.#session.cwd);
    this.#configs.learn(list.folders);
    const reader = new Reader();
    for (const source of list.sources) {
      if (changed !== null && source.path !== null && !changed.has(source.path)) continue;
      if (!source.named && this.#configs.excludes(source)) continue;
      progress(this.#counts.files);
      const file = this.#open(source, () =>
        source.path === null ? (stdin ?? Buffer.alloc(0)) : reader.read(source.path),
      );
      if (file !== undefined) visit(file);
    }
  }

  #open(source: Source, read: () => Buffer): TextFile | undefined {
    const { say } = this.#session;
    const refuse = (reason: string, text: string): undefined => {
      if (source.named) throw new Failure('cli.unreadable', { path: source.name, reason });
      this.problem(source.name, text);
    };
    let bytes: Buffer;
    try {
      bytes = read();
    } catch (error) {
      return refuse(reasonOf(error), say('cli.problem.unreadable', { reason: reasonOf(error) }));
    }
    // `fix --write -` passes on what it does not change.
    const decoded = decode(bytes, source.path === null || isNamedFile(source.name));
    if (decoded.kind === 'binary') return refuse(say('cli.problem.binary'), say('cli.problem.binary'));
    if (decoded.kind === 'notUtf8') return refuse(say('cli.problem.notUtf8'), say('cli.problem.notUtf8'));
    this.#counts.files++;
    return decoded.kind === 'text' ? { source, text: decoded.text, bom: decoded.bom } : undefined;
  }

  problem(file: string | null, message: string): void {
    this.#problems.push({ file, message, range: null });
  }

  contextOf({ source, text }: Pick<TextFile, 'source' | 'text'>): Context {
    const base = this.#configs.contextOf(source);
    this.#targets.add(base.target);
    return this.#contexts.of(source, text, base);
  }

  /** `withReplacements` also asks for the edits of every certain fix. */
  add(file: Pick<TextFile, 'source' | 'text'>, withReplacements: boolean): void {
    const { text } = file;
    const { name } = file.source;
    const context = this.contextOf(file);
    this.#definitions.push(...crdLifecycles(text));
    const judged = { name, text, context, withReplacements, documents: this.#judge(name, text, context) };
    const custom = judged.documents.some(({ analysis }) =>
      analysis.resources.some(({ coverage }) => coverage === 'custom'),
    );
    if (custom) this.#waiting.push(judged);
    else this.#report(judged);
  }

  #judge(name: string, text: string, context: Context): JudgedFile['documents'] {
    return this.#slices(name, text).flatMap(slice => {
      const analysis = this.#guarded(name, () => analyse(slice, context));
      return analysis ? { slice, analysis } : [];
    });
  }

  /** Judges those files again that hold an object of a marked version. */
  #settle(): void {
    const marked = new Set(this.#definitions.map(({ group, version, kind }) => `${group}/${version} ${kind}`));
    for (const file of this.#waiting.splice(0)) {
      const again = file.documents.some(({ analysis }) =>
        analysis.resources.some(({ ref }) => marked.has(`${ref.apiVersion} ${ref.kind}`)),
      );
      const context = contextWith(file.context, { customKinds: this.#definitions });
      this.#report(again ? { ...file, context, documents: this.#judge(file.name, file.text, context) } : file);
    }
  }

  #report({ name, text, context, withReplacements, documents }: JudgedFile): void {
    let lines: LineIndex | undefined;
    const range = (start: number, end: number): ReportFinding['range'] =>
      (lines ??= new LineIndex(text)).range(start, end);
    let resources = 0;
    for (const { slice, analysis } of documents) {
      if (HAS_CONTENT.test(slice.text)) this.#counts.documents++;
      this.#counts.ignored += analysis.ignored;
      this.#configs.note(analysis.ignoredBy ?? []);
      resources += analysis.resources.length;
      for (const problem of analysis.problems) {
        const message = format(problem.message, this.#session.language);
        this.#problems.push({
          file: name,
          message,
          range: range(slice.start + problem.start, slice.start + problem.end),
        });
      }
      for (const finding of analysis.findings) {
        const reported = reportedFinding(
          this.#session,
          name,
          finding,
          range(slice.start + finding.start, slice.start + finding.end),
        );
        if (this.#baseline?.isKnown(reported)) {
          this.#counts.ignored++;
          continue;
        }
        this.#findings.push(reported);
        if (!withReplacements || finding.fix !== 'certain') continue;
        const fix = this.#guarded(name, () => editsFor(slice, finding, 'preferred', context));
        if (fix?.kind !== 'edits' || fix.certainty !== 'certain') continue;
        const replace = fix.edits.map(edit => ({
          range: range(slice.start + edit.start, slice.start + edit.end),
          newText: edit.newText,
        }));
        this.#replacements.set(reported, replace);
      }
    }
    this.#counts.resources += resources;
    if (resources > 0) this.#checkedFiles.push(name);
  }

  result(): ScanResult {
    this.#settle();
    this.#concludeConfigs();
    const { version, provider, current, path } = this.#target();
    const count = (severity: Severity): number => this.#findings.filter(found => found.severity === severity).length;
    const report: Report = {
      schemaVersion: 1,
      target: { version, provider, current, path },
      findings: this.#findings.sort(compareFindings),
      problems: this.#problems.sort(compareProblems),
      summary: {
        files: this.#counts.files,
        documents: this.#counts.documents,
        resources: this.#counts.resources,
        error: count('error'),
        warning: count('warning'),
        information: count('information'),
        hint: count('hint'),
        ignored: this.#counts.ignored,
        problems: this.#problems.length,
      },
    };
    return { report, checkedFiles: this.#checkedFiles.sort(), replacements: this.#replacements };
  }

  /** The one target of all files; where they have several, or there are none, the working folder's. */
  #target(): Target {
    const { catalog } = this.#session.context;
    const own = this.#configs.contextOf({ name: '', path: null, named: true }).target;
    if (this.#targets.size === 0) this.#targets.add(own);
    for (const target of this.#targets) {
      if (!beyondData(target, catalog)) continue;
      const { version } = target;
      this.problem(null, this.#session.say('cli.problem.beyond', { version, newest: catalog.newest }));
    }
    const [only, other] = this.#targets;
    return only !== undefined && other === undefined ? only : own;
  }

  /** What is wrong in a configuration was asked for and is not done. */
  #concludeConfigs(): void {
    for (const { path, text, reading } of this.#configs.all()) {
      const file = nameFrom(this.#session.cwd, path);
      const lines = new LineIndex(text);
      for (const { start, end, message } of reading.problems) {
        const range = lines.range(start, end);
        this.#problems.push({ file, message: format(message, this.#session.language), range });
      }
    }
  }

  /** Notes on ignores for a person to read: "file:line: text". Only a run over everything can tell that one is of no use. */
  ignoreNotes(): readonly string[] {
    const { paths, changedSince: revision } = this.#session.options;
    const whole = (folder: string): boolean =>
      revision === null && paths.some(path => path !== '-' && isBelow(folder, resolve(this.#session.cwd, path)));
    return this.#configs.idle().flatMap(({ config, ignore, expired }) => {
      if (!expired && !whole(config.folder)) return [];
      const message = expired
        ? { key: 'configFile.expired', args: { until: ignore.until! } }
        : { key: 'configFile.unused' };
      const { line } = new LineIndex(config.text).position(ignore.start);
      return [`${nameFrom(this.#session.cwd, config.path)}:${line + 1}: ${format(message, this.#session.language)}`];
    });
  }

  #slices(name: string, text: string): readonly DocumentSlice[] {
    return this.#guarded(name, () => splitDocuments(text, detectSyntax(name, text))) ?? [];
  }

  /** The core promises never to throw; one file must not end the run if it does. */
  #guarded<T>(name: string, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      this.problem(name, this.#session.say('cli.problem.internal', { reason: reasonOf(error) }));
      return undefined;
    }
  }
}
