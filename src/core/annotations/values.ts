/** Whether a value is what its annotation takes. Only what the sources state can warn; our reading of them informs. */
import { type Severity } from '../model/finding';
import { type EciRow, type Form } from './catalog';
import { nearest } from './near';

export interface WrongValue {
  readonly severity: Severity;
  /** The value that was probably meant. */
  readonly suggestion?: string | undefined;
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/;
/** Resource quantities as Kubernetes writes them. */
const QUANTITY = /^\d+(?:\.\d+)?(?:[KkMGTPE]i?|m|e\d+)?$/;
const DURATION = /^(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h))+$/;
const ECS = /^ecs\.[a-z0-9-]+\.[a-z0-9-]+$/;

/** Undefined when nothing is wrong, as far as the sources tell. */
export function wrongValue(row: EciRow, text: string): WrongValue | undefined {
  if (row.state === 'readonly' || row.certainty === 'unverified') return undefined;
  const wrong = judge(row.form, text);
  if (!wrong) return undefined;
  const soft = row.form.soft === true || row.certainty !== 'documented';
  return soft ? { ...wrong, severity: 'information' } : wrong;
}

function judge(form: Form, text: string): WrongValue | undefined {
  const items = form.list ? split(text) : [text];
  switch (form.kind) {
    case 'bool':
      if (text === 'true' || text === 'false') return undefined;
      // What Go's own reader would take: nobody says whether ECI does.
      if (/^(?:[tTfF01]|T(?:rue|RUE)|F(?:alse|ALSE))$/.test(text))
        return { severity: 'information', suggestion: /^[tT1]/.test(text) ? 'true' : 'false' };
      return { severity: 'warning', suggestion: nearest(text, ['true', 'false'], 2) };
    case 'enum':
      return judgeEnum(form, text, items);
    case 'int':
      return warnUnless(/^\d+$/.test(text) && within(Number(text), form));
    case 'decimal':
      return warnUnless(
        /^\d+(?:\.\d+)?$/.test(text) &&
          Number(text) > 0 &&
          (/\.(\d+)$/.exec(text)?.[1]?.length ?? 0) <= (form.places ?? 9),
      );
    case 'id':
      if (form.max !== undefined && items.length > form.max) return { severity: 'warning' };
      return informUnless(items.every(item => item.startsWith(form.prefix ?? '')));
    case 'registry':
      return informUnless(split(text).every(item => /^(?:[a-z]{2}-[a-z0-9-]+:)?cri-/.test(item)));
    case 'specs':
      if (
        !split(text).every(
          item => /^\d+(?:\.\d+)?-\d+(?:\.\d+)?Gi$/.test(item) || ECS.test(item) || item.startsWith('ecigpu-'),
        )
      )
        return { severity: 'warning' };
      // Five is stated for one family of types only.
      return informUnless(split(text).length <= (form.max ?? 5) && !text.includes('ecigpu-'));
    case 'ecs':
      return warnUnless(ECS.test(text));
    case 'family':
      return warnUnless(split(text).every(item => /^-?ecs\.[a-z0-9-]+$/.test(item)));
    case 'generation':
      return informUnless(split(text).every(item => /^-?\d+$/.test(item)));
    case 'tags':
      return warnUnless(split(text).length <= (form.max ?? 3) && split(text).every(item => item.includes(':')));
    case 'hosts':
      return informUnless(split(text).every(item => !/[/\s]/.test(item)));
    case 'quantity':
      return warnUnless(QUANTITY.test(text));
    case 'size':
      return /^\d+(?:\.\d+)?Gi$/.test(text)
        ? undefined
        : { severity: QUANTITY.test(text) && /[A-Za-z]$/.test(text) ? 'information' : 'warning' };
    case 'ipv4':
      return warnUnless(IPV4.test(text));
    case 'release':
      return warnUnless(form.values!.includes(text) || DURATION.test(text));
    case 'json':
      return warnUnless(hasShape(form.shape, text));
    case 'text':
      return informUnless(form.contains === undefined || text.includes(form.contains));
    case 'list':
      return undefined;
  }
}

function judgeEnum(form: Form, text: string, items: readonly string[]): WrongValue | undefined {
  const values = form.values ?? [];
  const strange = items.filter(item => !values.includes(item) && !form.tolerated?.includes(item));
  const first = strange[0];
  if (first === undefined) return undefined;
  const near = nearest(first, values, first.length > 4 ? 2 : 1);
  const suggestion = near === undefined || strange.length > 1 ? undefined : text.replace(first, near);
  // More values exist than the source names: only what looks like a slip is worth a word, and PL2 beside PL1 does not.
  const level = near !== undefined && near.replace(/\d/g, '') === first.replace(/\d/g, '');
  if (form.open) return suggestion === undefined || level ? undefined : { severity: 'information', suggestion };
  const caseOnly = near !== undefined && near.toLowerCase() === first.toLowerCase();
  return { severity: form.loose && caseOnly ? 'information' : 'warning', suggestion };
}

function hasShape(shape: Form['shape'], text: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return false;
  }
  if (shape === 'hosts') {
    return (
      Array.isArray(value) &&
      value.every(item => isObject(item) && typeof item['host'] === 'string' && typeof item['ip'] === 'string')
    );
  }
  if (!isObject(value)) return false;
  const values = Object.values(value);
  if (shape === 'dns') return values.every(each => typeof each === 'string');
  return shape !== 'dnsLists' || values.every(each => Array.isArray(each));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(value: number, { min = -Infinity, max = Infinity }: Form): boolean {
  return value >= min && value <= max;
}

/** Items between commas, blanks around them left out. */
export function split(text: string): string[] {
  return text.split(',').map(item => item.trim());
}

function warnUnless(right: boolean): WrongValue | undefined {
  return right ? undefined : { severity: 'warning' };
}

function informUnless(right: boolean): WrongValue | undefined {
  return right ? undefined : { severity: 'information' };
}
