/** IP addresses and ranges as Kubernetes' strict and lenient readers see them. */

export interface IpProblem {
  readonly kind: 'zeros' | 'mapped' | 'hostBits' | 'spelling';
  /** The same address in the form that is accepted; null where two forms are meant equally well. */
  readonly use: string | null;
}

const IPV4 = /^(\d{1,10})\.(\d{1,10})\.(\d{1,10})\.(\d{1,10})$/;
const MAPPED = /^(?:::|(?:0{1,4}:){5})ffff:(\d[\d.]*)$/i;

/** What a server finds wrong with an address or range; undefined for good ones and for what is no address at all. */
export function ipProblem(text: string): IpProblem | undefined {
  const [address = '', length, ...rest] = text.split('/');
  if (rest.length > 0 || (length !== undefined && !/^\d{1,3}$/.test(length))) return undefined;
  const mapped = IPV4.exec(MAPPED.exec(address)?.[1] ?? '');
  const plain = mapped ?? IPV4.exec(address);
  if (!plain) return ipv6Problem(address, length);
  const octets = plain.slice(1, 5).map(Number);
  if (octets.some(octet => octet > 255)) return undefined;
  const kind = mapped ? 'mapped' : hasZeros(plain) || /^0\d/.test(length ?? '') ? 'zeros' : undefined;
  if (length === undefined) return kind && { kind, use: octets.join('.') };
  const bits = Number(length) - (mapped ? 96 : 0);
  if (bits < 0 || bits > 32) return undefined;
  if (hasHostBits(octets, 8, bits)) return { kind: 'hostBits', use: null };
  return kind && { kind, use: `${octets.join('.')}/${bits}` };
}

function hasZeros(parts: readonly string[]): boolean {
  return parts.slice(1).some(part => part.length > 1 && part.startsWith('0'));
}

function hasHostBits(parts: readonly number[], width: number, bits: number): boolean {
  return parts.some((part, index) => part % 2 ** Math.min(width, Math.max(0, (index + 1) * width - bits)) !== 0);
}

function ipv6Problem(address: string, length: string | undefined): IpProblem | undefined {
  const groups = ipv6Groups(address);
  if (!groups || Number(length ?? 0) > 128) return undefined;
  if (length !== undefined && hasHostBits(groups, 16, Number(length))) return { kind: 'hostBits', use: null };
  if (length !== undefined && /^0\d/.test(length))
    return { kind: 'zeros', use: `${canonical(groups)}/${Number(length)}` };
  const use = canonical(groups) + (length === undefined ? '' : `/${Number(length)}`);
  const given = length === undefined ? address : `${address}/${length}`;
  return use === given ? undefined : { kind: 'spelling', use };
}

/** The eight groups of an IPv6 address without an IPv4 tail; undefined when it is none. */
function ipv6Groups(address: string): number[] | undefined {
  const halves = address.split('::');
  if (halves.length > 2 || !address.includes(':')) return undefined;
  const [head = [], tail = []] = halves.map(half => (half === '' ? [] : half.split(':')));
  if (![...head, ...tail].every(group => /^[0-9a-f]{1,4}$/i.test(group))) return undefined;
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  return [...head, ...Array<string>(missing).fill('0'), ...tail].map(group => Number.parseInt(group, 16));
}

/** RFC 5952: lower case, no leading zeros, the longest run of at least two zero groups (the first of equals) as `::`. */
function canonical(groups: readonly number[]): string {
  let start = 0;
  let longest = 0;
  for (let at = 0; at < groups.length; at++) {
    let end = at;
    while (groups[end] === 0) end++;
    if (end - at > longest) [start, longest] = [at, end - at];
    if (end > at) at = end;
  }
  const text = groups.map(group => group.toString(16));
  if (longest < 2) return text.join(':');
  return `${text.slice(0, start).join(':')}::${text.slice(start + longest).join(':')}`;
}
