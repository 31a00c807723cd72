/** One timer per key, so that typing in one file neither delays nor drops the work of another. */

/** At most one pending task per key: scheduling again replaces it, nothing queues up. */
export class KeyedDelay {
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  /** Runs `task` after `milliseconds`, instead of what was pending under `key`. */
  schedule(key: string, milliseconds: number, task: () => void): void {
    this.cancel(key);
    this.#timers.set(
      key,
      setTimeout(() => {
        this.#timers.delete(key);
        task();
      }, milliseconds),
    );
  }

  isPending(key: string): boolean {
    return this.#timers.has(key);
  }

  cancel(key: string): void {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  }

  dispose(): void {
    for (const key of [...this.#timers.keys()]) this.cancel(key);
  }
}
