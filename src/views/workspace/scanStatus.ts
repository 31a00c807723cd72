/** The scan's own item behind the language status: progress with a way to stop, and afterwards what is known. */
import * as vscode from 'vscode';
import { type Phrases } from '../../editor/phrases';
import { LANGUAGES } from '../../editor/scope';
import { Disposable } from '../../platform/disposable';
import { type WorkspaceScan } from '../../workspace/workspaceScan';
import { countsText } from './counts';

export class ScanStatus extends Disposable {
  readonly #scan: WorkspaceScan;
  readonly #phrases: Phrases;
  #item: vscode.LanguageStatusItem | undefined;

  constructor(scan: WorkspaceScan, phrases: Phrases) {
    super();
    this.#scan = scan;
    this.#phrases = phrases;
    this.register(scan.onDidChange(() => this.#update()));
  }

  override dispose(): void {
    this.#item?.dispose();
    super.dispose();
  }

  #update(): void {
    const { state, index } = this.#scan;
    const item = (this.#item ??= this.#create());
    const say = this.#phrases.say.bind(this.#phrases);
    item.busy = state.kind === 'scanning';
    item.severity =
      state.kind === 'failed' ? vscode.LanguageStatusSeverity.Error : vscode.LanguageStatusSeverity.Information;
    const again = { title: say('workspace.scan.again'), command: 'kubeUpgrade.scanWorkspace' };
    if (state.kind === 'scanning') {
      item.text = say('workspace.scan.running');
      item.detail = state.progress.total === 0 ? '' : say('workspace.scan.progress', { ...state.progress });
      item.command = { title: say('workspace.scan.cancel'), command: 'kubeUpgrade.cancelScan' };
    } else if (state.kind === 'cancelled') {
      item.text = say('workspace.scan.cancelled');
      item.detail = say('workspace.scan.cancelledDetail', { ...state.progress });
      item.command = again;
    } else if (state.kind === 'failed') {
      item.text = say('workspace.scan.failed');
      item.detail = say('workspace.scan.failedDetail');
      item.command = again;
    } else {
      const { files, manifests, objects, ...counts } = index.totals();
      item.text = say('workspace.scan.done', {
        found: countsText(counts, this.#phrases) || say('workspace.scan.nothing'),
      });
      item.detail = say('workspace.scan.doneDetail', { files, manifests, objects });
      item.command = again;
    }
    item.accessibilityInformation = { label: `${item.text}. ${item.detail}` };
  }

  #create(): vscode.LanguageStatusItem {
    const item = vscode.languages.createLanguageStatusItem(
      'kubeUpgrade.scan',
      LANGUAGES.map(language => ({ language })),
    );
    item.name = this.#phrases.say('workspace.scan.name');
    return item;
  }
}
