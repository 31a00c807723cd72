/** Amounts as Kubernetes writes them. */
import { type Pod } from '../snapshot/kinds';

const UNITS: Readonly<Record<string, number>> = {
  '': 1,
  m: 1e-3,
  u: 1e-6,
  n: 1e-9,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
};

/** "250m" → 0.25, "16Gi" → 17179869184; undefined for anything else. */
export function quantity(text: string | undefined): number | undefined {
  const [, number, unit = ''] = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([a-zA-Z]*)$/.exec(text ?? '') ?? [];
  const factor = UNITS[unit];
  return number === undefined || factor === undefined || Number.isNaN(Number(number))
    ? undefined
    : Number(number) * factor;
}

/** What a pod asks for of a resource such as "cpu": its containers together. */
export function requested({ spec }: Pod, resource: string): number {
  return (spec?.containers ?? []).reduce(
    (sum, { resources }) => sum + (quantity(resources?.requests?.[resource]) ?? 0),
    0,
  );
}
