/** Gives back an equal value seen before, so that a thousand replicas share one template. Bounded: it forgets all when full. */

const MOST = 20_000;

export function sharing(): <T>(value: T) => T {
  const seen = new Map<string, unknown>();
  return <T>(value: T): T => {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    const before = seen.get(key);
    // A string and an object never have the same text: JSON of an object or a list begins with a bracket, and a string
    // that does too is told apart by its type.
    if (before !== undefined && typeof before === typeof value) return before as T;
    if (seen.size >= MOST) seen.clear();
    seen.set(key, value);
    return value;
  };
}
