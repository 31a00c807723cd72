/** Ownership: what a class registers is let go together with it. */

interface Releasable {
  dispose(): unknown;
}

/** Base of everything that holds listeners or timers. What is registered after disposal is disposed at once. */
export abstract class Disposable {
  readonly #owned: Releasable[] = [];
  #disposed = false;

  /** Hands `item` back, and disposes it when this object goes. */
  protected register<T extends Releasable>(item: T): T {
    if (this.#disposed) item.dispose();
    else this.#owned.push(item);
    return item;
  }

  dispose(): void {
    if (this.#disposed) return;
    this.#disposed = true;
    for (const item of this.#owned.splice(0).reverse()) item.dispose();
  }
}
