/** Version constraints as Helm reads them: the grammar and the corner cases of Masterminds/semver 3. */

interface Version {
  readonly parts: readonly [number, number, number];
  readonly pre: string;
}

/** How much of a constraint's version was written: `>=1.19` leaves the patch open. */
type Open = 'none' | 'patch' | 'minor' | 'all';

interface Condition {
  readonly operator: string;
  readonly version: Version;
  readonly open: Open;
}

const NUMBER = String.raw`v?([0-9xX*]+)(?:\.([0-9xX*]+))?(?:\.([0-9xX*]+))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?`;
const OPERATOR = String.raw`!=|>=|=>|<=|=<|~>|=|>|<|~|\^`;

/** Whether the version satisfies the constraint; undefined where one of them cannot be read (Helm then fails). */
export function satisfies(version: string, constraint: string): boolean | undefined {
  const given = parse(version);
  const groups = constraint
    .replace(
      new RegExp(`(?:^|(?<=[\\s,|]))(${NUMBER})\\s+-\\s+(${NUMBER})`, 'g'),
      (_, from: string, ...rest: string[]) => `>=${from} <=${rest[4]}`,
    )
    .split('||')
    .map(conditions);
  if (!given || groups.some(group => group === undefined)) return undefined;
  return groups.some(group => {
    const withPre = group!.some(each => each.version.pre !== '');
    return group!.every(each => (given.pre === '' || withPre) && holds(given, each));
  });
}

function parse(text: string): Version | undefined {
  const match = new RegExp(`^${NUMBER}$`).exec(text.trim());
  if (!match || /[xX*]/.test(match.slice(1, 4).join(''))) return undefined;
  return { parts: [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)], pre: match[4] ?? '' };
}

function conditions(group: string): Condition[] | undefined {
  const each = new RegExp(`\\s*(${OPERATOR})?\\s*${NUMBER}\\s*,?`, 'y');
  const found: Condition[] = [];
  const text = group.trim();
  if (text === '') return undefined;
  while (each.lastIndex < text.length) {
    const match = each.exec(text);
    if (!match) return undefined;
    const numbers = match.slice(2, 5);
    const first = numbers.findIndex(part => part === undefined || /^[xX*]$/.test(part));
    const part = (index: number): number => (first >= 0 && index >= first ? 0 : Number(numbers[index]));
    found.push({
      operator: match[1] ?? '',
      version: { parts: [part(0), part(1), part(2)], pre: match[5] ?? '' },
      open: first < 0 ? 'none' : (['all', 'minor', 'patch'] as const)[first]!,
    });
  }
  return found;
}

function holds(given: Version, { operator, version, open }: Condition): boolean {
  const order = compare(given, version);
  const [major, minor, patch] = version.parts;
  const sameMajor = given.parts[0] === major;
  const sameMinor = sameMajor && given.parts[1] === minor;
  switch (operator) {
    case '':
    case '=':
      return open === 'none' ? order === 0 : tilde();
    case '!=':
      return open === 'none' ? order !== 0 : !tilde();
    case '>':
      if (open === 'minor') return given.parts[0] > major;
      if (open === 'patch') return given.parts[0] > major || (sameMajor && given.parts[1] > minor);
      return order > 0;
    case '<':
      return order < 0;
    case '>=':
    case '=>':
      return order >= 0;
    case '<=':
    case '=<':
      if (open === 'minor') return given.parts[0] <= major;
      return open === 'patch' ? given.parts[0] < major || (sameMajor && given.parts[1] <= minor) : order <= 0;
    case '~':
    case '~>':
      return tilde();
    default:
      // The caret keeps the first number that is not zero.
      if (order < 0) return false;
      if (open === 'all') return true;
      if (major > 0 || open === 'minor') return sameMajor;
      return minor > 0 || open === 'patch' ? sameMinor : sameMinor && given.parts[2] === patch;
  }

  function tilde(): boolean {
    if (order < 0) return false;
    if (open === 'all' || (open === 'none' && version.parts.every(part => part === 0))) return true;
    return open === 'minor' ? sameMajor : sameMinor;
  }
}

function compare(a: Version, b: Version): number {
  for (let index = 0; index < 3; index++) {
    const difference = a.parts[index]! - b.parts[index]!;
    if (difference !== 0) return difference;
  }
  if (a.pre === b.pre) return 0;
  if (a.pre === '' || b.pre === '') return a.pre === '' ? 1 : -1;
  return comparePre(a.pre.split('.'), b.pre.split('.'));
}

/** Numbers come before words, fewer parts before more. */
function comparePre(a: readonly string[], b: readonly string[]): number {
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const left = a[index];
    const right = b[index];
    if (left === right) continue;
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const numbers = [left, right].map(part => /^\d+$/.test(part));
    if (numbers[0] && numbers[1]) return Number(left) - Number(right);
    if (numbers[0] !== numbers[1]) return numbers[0] ? -1 : 1;
    return left < right ? -1 : 1;
  }
  return 0;
}
