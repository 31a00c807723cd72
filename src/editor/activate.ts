/** Puts the editor half together: the same in the desktop, on a server and in the browser. */
import * as vscode from 'vscode';
import { toLanguage } from '../words/language';
import { WorkspaceCommands } from '../views/workspace/commands';
import { ScanStatus } from '../views/workspace/scanStatus';
import { WorkspaceView } from '../views/workspace/view';
import { type ManifestCandidate, type ManifestQuery } from '../workspace';
import { compareIndex } from '../workspace/compareIndex';
import { ConfigProblems } from '../workspace/configProblems';
import { IgnoreWriter } from '../workspace/ignoreWriter';
import { Migration } from '../workspace/migrate';
import { WorkspaceProblems } from '../workspace/problems';
import { WorkspaceScan } from '../workspace/workspaceScan';
import { AnnotationHover } from './annotationHover';
import { type ClusterFacts } from './clusterFacts';
import { CodeActions } from './codeActions';
import { Commands } from './commands';
import { ConfigFiles } from './configFiles';
import { CompletionProvider } from './completion';
import { Diagnostics } from './diagnostics';
import { Documents } from './documents';
import { Eci } from './eci';
import { Ecosystem } from './ecosystem';
import { EngineLoader, type LoadCore } from './engine';
import { HoverProvider } from './hover';
import { Phrases } from './phrases';
import { Preview } from './preview';
import { LANGUAGES } from './scope';
import { Status } from './status';
import { TargetPicker } from './targetPicker';

/** What the cluster half needs of the editor half. */
export interface EditorHalf {
  readonly log: vscode.LogOutputChannel;
  /** The cluster that decides what the settings leave open. */
  readonly useCluster: (facts: ClusterFacts | undefined) => void;
  /** Where the workspace may hold the manifest of an object. */
  readonly locate: (query: ManifestQuery) => Promise<readonly ManifestCandidate[]>;
}

/** Registers everything and does no work: the core and its data wait for the first Kubernetes document. */
export function activateEditor(context: vscode.ExtensionContext, loadCore: LoadCore): EditorHalf {
  const { extensionUri, subscriptions } = context;
  const phrases = new Phrases(toLanguage(vscode.env.language));
  const log = vscode.window.createOutputChannel('Kubernetes Upgrade', { log: true });
  const loader = new EngineLoader(extensionUri, phrases, loadCore);
  const configs = new ConfigFiles(loader);
  const documents = new Documents(loader, log, configs);
  const eci = new Eci(documents, loader, log);
  const diagnostics = new Diagnostics(documents, phrases);
  const status = new Status(documents, loader, phrases);
  const preview = new Preview(phrases);
  const scan = new WorkspaceScan(documents, loader, configs, log);
  const picker = new TargetPicker(documents, loader, phrases, (engine, versions) =>
    compareIndex(scan, engine, versions),
  );
  const commands = new Commands({ extensionUri, documents, loader, phrases, preview, status, picker, log });

  const ignores = new IgnoreWriter(configs, loader, phrases);
  const migration = new Migration(scan, documents, loader, phrases);
  const view = new WorkspaceView(scan, phrases, context.workspaceState);

  const selector = LANGUAGES.map(language => ({ language }));
  const { languages } = vscode;
  subscriptions.push(
    languages.registerHoverProvider(selector, new HoverProvider(documents, loader, phrases)),
    languages.registerHoverProvider(selector, new AnnotationHover(documents, loader, phrases)),
    languages.registerCompletionItemProvider(
      selector,
      new CompletionProvider(documents, eci, phrases),
      ...CompletionProvider.triggers,
    ),
    languages.registerCodeActionsProvider(selector, new CodeActions(documents, loader, phrases), CodeActions.metadata),
    commands,
    new WorkspaceCommands({ scan, view, migration, ignores, documents, texts: preview.texts, phrases, log }),
    new WorkspaceProblems(scan, documents, phrases),
    new ConfigProblems(configs, scan, phrases),
    new ScanStatus(scan, phrases),
    view,
    scan,
    configs,
    preview,
    status,
    diagnostics,
    eci,
    new Ecosystem(documents, loader, phrases, log),
    documents,
    log,
  );
  return {
    log,
    useCluster: facts => loader.useCluster(facts),
    locate: async query => {
      if (scan.state.kind === 'idle') await scan.scan();
      await scan.settled();
      return scan.index.locate(query);
    },
  };
}
