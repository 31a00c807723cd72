/** The connection that failed; the view's message above it says why and what to try. */
import type * as vscode from 'vscode';
import { type Trouble } from '../state';
import { type Voice } from '../voice';
import { iconOf, Row } from './row';

export class FailureRow extends Row {
  readonly #name: string;
  readonly #trouble: Trouble;
  readonly #voice: Voice;

  constructor(name: string, trouble: Trouble, voice: Voice) {
    super('failure');
    this.#name = name;
    this.#trouble = trouble;
    this.#voice = voice;
  }

  override toItem(): vscode.TreeItem {
    const reason = this.#voice.of(this.#trouble.words);
    const next = this.#voice.of(this.#trouble.next);
    const failed = this.#voice.say('clusterView.failed');
    const item = this.item(this.#name, `${this.#name}: ${failed}. ${reason} ${next}`);
    item.description = failed;
    item.iconPath = iconOf('fail');
    item.contextValue = 'failure';
    item.command = { title: this.#voice.say('clusterView.action.showLog'), command: 'kubeUpgrade.showLog' };
    return item;
  }
}
