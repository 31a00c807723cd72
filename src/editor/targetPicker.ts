/** "Choose Target Version": one line per target, each with what it would find in the open files. */
import * as vscode from 'vscode';
import { type Documents } from './documents';
import { type Engine, type EngineLoader } from './engine';
import { type Phrases } from './phrases';
import { writeTarget } from './settings';
import { targetList } from './targetList';
import { type Comparison } from '../workspace/compare';

interface TargetItem extends vscode.QuickPickItem {
  readonly version?: string;
}

/** Counts over the whole workspace, by version; undefined while it is not known. */
type Compare = (engine: Engine, versions: readonly string[]) => ReadonlyMap<string, Comparison> | undefined;

export class TargetPicker {
  readonly #documents: Documents;
  readonly #loader: EngineLoader;
  readonly #phrases: Phrases;
  readonly #compare: Compare;

  constructor(documents: Documents, loader: EngineLoader, phrases: Phrases, compare: Compare) {
    this.#documents = documents;
    this.#loader = loader;
    this.#phrases = phrases;
    this.#compare = compare;
  }

  /** Asks, and writes the answer into the settings; every open file follows at once. */
  async choose(): Promise<void> {
    const scope = vscode.window.activeTextEditor?.document.uri;
    const version = await this.#ask(await this.#loader.load(), scope);
    if (version !== undefined) await writeTarget(version, scope);
  }

  async #ask(engine: Engine, scope: vscode.Uri | undefined): Promise<string | undefined> {
    const settings = this.#documents.settingsFor(scope);
    const { target } = engine.purpose(settings, settings.targetVersion.value).context;
    const { released, beyond } = targetList(engine.catalog.newest, target.current, target.version);
    const counted = new Map<string, string>();
    const items = (): TargetItem[] => [
      {
        ...this.#automatic(engine),
        version: 'auto',
      },
      this.#separator('editor.target.released'),
      ...released.map(version => this.#item(version, target.version, counted)),
      this.#separator('editor.target.beyond'),
      ...beyond.map(version => this.#item(version, target.version, counted)),
    ];

    const picker = vscode.window.createQuickPick<TargetItem>();
    picker.title = this.#phrases.say('editor.target.title');
    picker.placeholder = this.#phrases.say('editor.target.placeholder');
    picker.matchOnDescription = true;
    picker.keepScrollPosition = true;
    const show = (active: string | undefined): void => {
      picker.items = items();
      picker.activeItems = picker.items.filter(item => item.version !== undefined && item.version === active);
    };
    show(settings.targetVersion.origin === 'default' ? 'auto' : target.version);

    return new Promise(resolve => {
      let open = true;
      let placed = false;
      picker.onDidAccept(() => {
        const [item] = picker.selectedItems;
        if (item === undefined) return;
        resolve(item.version);
        picker.hide();
      });
      // Whoever types leaves the choice of the row to VS Code. A row that was placed while the first key was on its way
      // may be filtered out by now, and then none is selected: giving the items anew selects the first that is left.
      picker.onDidChangeValue(() => {
        if (placed) picker.items = items();
        placed = false;
      });
      picker.onDidHide(() => {
        open = false;
        resolve(undefined);
        picker.dispose();
      });
      picker.show();
      void this.#count(engine, [...released, ...beyond], counted, () => {
        if (!open) return false;
        if (picker.value === '') show(picker.activeItems[0]?.version);
        else picker.items = items();
        placed = picker.value === '';
        return true;
      });
    });
  }

  /** Counts target by target with a pause between files, so that the list can be used meanwhile. */
  async #count(
    engine: Engine,
    versions: readonly string[],
    into: Map<string, string>,
    update: () => boolean,
  ): Promise<void> {
    const compared = this.#compare(engine, versions);
    if (compared !== undefined) {
      for (const [version, { removed, deprecated, files }] of compared) {
        const nothing = removed === 0 && deprecated === 0;
        const args = { removed, deprecated, files };
        into.set(version, this.#phrases.say(nothing ? 'workspace.compare.nothing' : 'workspace.compare', args));
      }
      update();
      return;
    }
    const files = this.#documents.analysed();
    if (files.length === 0) return;
    let shown = performance.now();
    for (const version of versions) {
      let affected = 0;
      let problems = 0;
      for (const file of files) {
        const found = engine
          .findingsFor(file, version)
          .filter(({ severity }) => severity === 'error' || severity === 'warning');
        problems += found.length;
        if (found.length > 0) affected += 1;
        await new Promise(resolve => setTimeout(resolve, 0));
      }
      const counts = this.#phrases.say(
        problems === 0 ? 'editor.target.nothing' : 'editor.target.found',
        problems === 0
          ? { count: files.length }
          : {
              files: { key: 'editor.count.files', args: { count: affected } },
              problems: { key: 'editor.count.problems', args: { count: problems } },
            },
      );
      into.set(version, counts);
      if (performance.now() - shown < 100) continue;
      shown = performance.now();
      if (!update()) return;
    }
    update();
  }

  #automatic(engine: Engine): vscode.QuickPickItem {
    const { cluster } = this.#loader;
    if (cluster === undefined) {
      const label = this.#phrases.say('editor.target.auto', { version: engine.catalog.newest });
      return { label, description: this.#phrases.say('editor.target.autoDescription') };
    }
    const label = this.#phrases.say('editor.target.autoCluster', { version: cluster.next });
    const key = cluster.connected ? 'editor.status.origin.cluster' : 'editor.status.origin.lastSeen';
    return { label, description: this.#phrases.say(key, { context: cluster.context }) };
  }

  #item(version: string, chosen: string, counted: ReadonlyMap<string, string>): TargetItem {
    const parts = [counted.get(version), version === chosen ? this.#phrases.say('editor.target.current') : undefined];
    return { label: version, description: parts.filter(part => part !== undefined).join(' · '), version };
  }

  #separator(key: 'editor.target.released' | 'editor.target.beyond'): TargetItem {
    return { label: this.#phrases.say(key), kind: vscode.QuickPickItemKind.Separator };
  }
}
