/** What a row can do: explain itself, show its object, hand out its commands, lead to its manifest. */
import * as vscode from 'vscode';
import { explainMarkdown, objectName, type ObjectRef, objectYaml, timeText } from '../../cluster/index.js';
import { type ManifestCandidate, type ManifestQuery } from '../../workspace';
import { type ClusterModel } from './model';
import { CheckRow } from './nodes/checkRow';
import { ObjectRow } from './nodes/objectRow';
import { OwnerRow } from './nodes/ownerRow';
import { type Row } from './nodes/row';
import { type Pages } from './pages';
import { type Voice } from './voice';

/** Where the workspace may hold an object's manifest. */
export type Locate = (query: ManifestQuery) => Promise<readonly ManifestCandidate[]>;

export class RowActions {
  readonly #model: ClusterModel;
  readonly #pages: Pages;
  readonly #voice: Voice;
  readonly #locate: Locate;

  constructor(model: ClusterModel, pages: Pages, voice: Voice, locate: Locate) {
    this.#model = model;
    this.#pages = pages;
    this.#voice = voice;
    this.#locate = locate;
  }

  async explain(row: Row | undefined): Promise<void> {
    const voice = this.#voice;
    if (row instanceof CheckRow) {
      const text = explainMarkdown(row.result, null, voice.of);
      await this.#pages.show(row.result.checkId, `${voice.of(row.result.title)}.md`, text);
    } else if (row instanceof ObjectRow) {
      const text = explainMarkdown(row.result, row.subject, voice.of);
      await this.#pages.show(row.subject.id, `${objectName(row.subject)}.md`, text);
    } else {
      this.#say(voice.say('clusterView.pickRow'));
    }
  }

  async showObject(row: Row | undefined): Promise<void> {
    const { assessed } = this.#model;
    const ref = refOf(row);
    if (assessed === undefined || ref === undefined) return this.#say(this.#voice.say('clusterView.pickRow'));
    const { snapshot } = assessed;
    const kept = this.#voice.say('clusterView.keptFields', {
      context: snapshot.source.context,
      time: timeText(snapshot.takenAt),
    });
    const command = this.#voice.say('clusterView.liveCommand', { command: getCommand(ref) });
    const text = objectYaml(snapshot, ref, [kept, command]);
    if (text === undefined) return this.#say(this.#voice.say('clusterView.notKept', { name: objectName(ref) }));
    await this.#pages.show(snapshot.takenAt, `${objectName(ref)}.yaml`, text);
  }

  async copyCommand(row: Row | undefined): Promise<void> {
    if (!(row instanceof CheckRow || row instanceof ObjectRow))
      return this.#say(this.#voice.say('clusterView.pickRow'));
    const { commands } = row;
    if (commands.length === 0) return this.#say(this.#voice.say('clusterView.noCommand'));
    await vscode.env.clipboard.writeText(commands.join('\n'));
    vscode.window.setStatusBarMessage(this.#voice.say('clusterView.copied', { count: commands.length }), 5000);
  }

  async goToManifest(row: Row | undefined): Promise<void> {
    const ref = refOf(row);
    if (ref === undefined) return this.#say(this.#voice.say('clusterView.pickRow'));
    const found = await this.#locate({ ...ref });
    const name = objectName(ref);
    const [first] = found;
    if (first === undefined) return this.#say(this.#voice.say('clusterView.noManifest', { name }));
    const best = found.length === 1 && first.certainty !== 'possible' ? first : await this.#pick(name, found);
    if (best === undefined) return;
    const at = new vscode.Position(best.line, best.character);
    await vscode.window.showTextDocument(vscode.Uri.parse(best.uri), { selection: new vscode.Range(at, at) });
  }

  async #pick(name: string, found: readonly ManifestCandidate[]): Promise<ManifestCandidate | undefined> {
    const items = found.map(candidate => ({
      label: `${candidate.label}:${candidate.line + 1}`,
      description: this.#voice.say(`clusterView.certainty.${candidate.certainty}`),
      candidate,
    }));
    const title = this.#voice.say('clusterView.pickManifest', { name });
    return (await vscode.window.showQuickPick(items, { title, matchOnDescription: true }))?.candidate;
  }

  #say(text: string): void {
    void vscode.window.showInformationMessage(text);
  }
}

function refOf(row: Row | undefined): ObjectRef | undefined {
  if (!(row instanceof ObjectRow || row instanceof OwnerRow)) return undefined;
  const { apiVersion, kind, namespace, name } = row.ref;
  return { apiVersion, kind, namespace, name };
}

/** Names of objects hold nothing that a shell would act on. */
function getCommand({ apiVersion, kind, namespace, name }: ObjectRef): string {
  const group = apiVersion.includes('/') ? `.${apiVersion.replace('/', '.').split('.').slice(0, -1).join('.')}` : '';
  const type = `${kind.toLowerCase()}${group}`;
  return `kubectl get ${type} ${name}${namespace === null ? '' : ` --namespace ${namespace}`} --output yaml`;
}
