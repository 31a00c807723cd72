/** Document in, findings out: scan first, parse only what is suspect, then ask every rule. */
import { covers, type ConfigIgnore } from './config/config';
import { duplicateKeys } from './judge/duplicates';
import { isIgnored, readIgnores } from './judge/ignores';
import { documentationOf, type Draft, type Rule, type Subject } from './judge/rule';
import { scanTableOf } from './judge/scanTable';
import { isNamedFile, subjectsOf } from './judge/subjects';
import { TriggerMatcher } from './judge/triggers';
import { type Context } from './model/context';
import { type DocumentSlice } from './model/document';
import {
  type DocumentAnalysis,
  type Finding,
  type Problem,
  type ResourceInfo,
  type ResourceRef,
} from './model/finding';
import { type Fix } from './model/fix';
import { message } from './model/message';
import { rules } from './rules';
import { parseSlice } from './yaml/parse';
import { type Resource } from './yaml/resources';
import { scanDocument, type Scan } from './yaml/scan';

const triggers = new TriggerMatcher((rules as readonly Rule[]).map(rule => rule.triggers));

/** Findings, problems and objects of one document; spans are relative to it. Never throws for what a text holds. */
export function analyse(slice: DocumentSlice, context: Context): DocumentAnalysis {
  const scan = scanDocument(slice.text);
  return needsParse(slice.text, scan, context) ? analyseParsed(slice, context) : scanned(scan, context);
}

/** The parser's answer alone; the scanner must never make a difference to findings (a fuzz test compares). */
export function analyseParsed(slice: DocumentSlice, context: Context): DocumentAnalysis {
  const document = parseSlice(slice);
  const { ignores, problems } = readIgnores(slice.text);
  const findings: Finding[] = [];
  const resources: ResourceInfo[] = [];
  const unknown: Problem[] = [];
  const ignoredBy = new Set<ConfigIgnore>();
  let ignored = 0;
  for (const subject of subjectsOf(slice, context)) {
    const { resource } = subject;
    const info = resourceInfo(resource, context);
    // A file that is known by its name alone is no object.
    if (resource.map.peek('kind') && resource.map.peek('apiVersion')) resources.push(info);
    if (resources.at(-1) === info && info.coverage === 'unknown')
      unknown.push({ start: info.start, end: info.end, message: notChecked(info.ref) });
    for (const rule of rules as readonly Rule[]) {
      const severity = context.settings.severity[rule.id];
      if (severity === 'off') continue;
      for (const draft of rule.check(subject)) {
        const configured = context.settings.ignores?.filter(ignore => covers(ignore, rule.id, resource.ref)) ?? [];
        configured.forEach(ignore => ignoredBy.add(ignore));
        if (configured.length > 0 || isIgnored(ignores, rule.id, draft.start, context.today)) ignored += 1;
        else findings.push(complete(rule, draft, subject, severity ?? draft.severity));
      }
    }
  }
  findings.sort((a, b) => a.start - b.start || a.ruleId.localeCompare(b.ruleId));
  return {
    findings,
    problems: [...document.problems, ...problems, ...duplicateKeys(document), ...unknown],
    resources,
    ignored,
    ...(ignoredBy.size > 0 && { ignoredBy: [...ignoredBy] }),
    parsed: true,
  };
}

function needsParse(text: string, scan: Scan, context: Context): boolean {
  if (isNamedFile(context)) return true;
  if (!scan.unsure && (scan.apiVersions.size === 0 || scan.kinds.size === 0)) return false;
  // An object that the scan did not find, or that the data does not know, is stated by the parser.
  if (!scan.root || coverageOf(scan.root.ref, context) === 'unknown') return true;
  const table = scanTableOf(context);
  const list = rules as readonly Rule[];
  if (list.some(rule => rule.mayApply?.(scan, table, context))) return true;
  return triggers.find(text).size > 0;
}

function scanned(scan: Scan, context: Context): DocumentAnalysis {
  const { root } = scan;
  if (!root) return { findings: [], problems: [], resources: [], ignored: 0, parsed: false };
  const { start, end, ref } = root;
  return {
    findings: [],
    problems: [],
    resources: [{ start, end, ref, coverage: coverageOf(ref, context) }],
    ignored: 0,
    parsed: false,
  };
}

function resourceInfo(resource: Resource, context: Context): ResourceInfo {
  const span = resource.apiVersions.at(-1)?.span;
  const start = resource.map.node.range?.[0] ?? 0;
  return {
    start: span?.start ?? start,
    end: span?.end ?? start,
    ref: resource.ref,
    coverage: coverageOf(resource.ref, context),
  };
}

function coverageOf(ref: ResourceRef, context: Context): ResourceInfo['coverage'] {
  if (ref.apiVersion === '') return 'unknown';
  if (scanTableOf(context).isUnknown(ref.apiVersion, ref.kind)) return 'unknown';
  return context.catalog.isBuiltIn(ref.apiVersion) ? 'known' : 'custom';
}

function notChecked(ref: ResourceRef): Problem['message'] {
  if (ref.apiVersion === '') return message('problem.templatedApi', { kind: ref.kind });
  return message('problem.unknownApi', { kind: ref.kind, apiVersion: ref.apiVersion });
}

function complete(rule: Rule, draft: Draft, subject: Subject, severity: Finding['severity']): Finding {
  const { resource } = subject;
  const fix = rule.fix?.(subject, draft, 'preferred');
  const certainty = certaintyOf(fix);
  const reason = !fix || fix.kind === 'edits' ? null : fix.reason;
  const words =
    certainty === 'manual' && reason ? message('text.two', { first: draft.message, second: reason }) : draft.message;
  return {
    start: draft.start,
    end: draft.end,
    ruleId: rule.id,
    severity,
    message: words,
    deprecated: draft.deprecated,
    related: draft.related ?? [],
    resource: resource.ref,
    resourceStart: resource.map.node.range?.[0] ?? 0,
    lifecycle: draft.lifecycle ?? null,
    fix: certainty,
    fixReason: reason,
    keepDefaultsDiffers: fix?.kind === 'edits' && differs(fix, rule.fix?.(subject, draft, 'keepDefaults')),
    step: draft.step ?? null,
    documentation: documentationOf(rule.id),
  };
}

function certaintyOf(fix: Fix | undefined): Finding['fix'] {
  if (!fix) return 'none';
  if (fix.kind === 'edits') return fix.certainty;
  return fix.kind === 'choices' ? 'choice' : 'manual';
}

function differs(preferred: Fix, keepDefaults: Fix | undefined): boolean {
  return (
    keepDefaults?.kind === 'edits' &&
    preferred.kind === 'edits' &&
    JSON.stringify(keepDefaults.edits) !== JSON.stringify(preferred.edits)
  );
}
