/** A `when` clause's variable, told to the window only when it changes. */
import * as vscode from 'vscode';

export class ContextKey {
  readonly #name: string;
  #value: boolean | string | undefined;

  constructor(name: string) {
    this.#name = name;
  }

  set(value: boolean | string): void {
    if (value === this.#value) return;
    this.#value = value;
    void vscode.commands.executeCommand('setContext', this.#name, value);
  }
}
