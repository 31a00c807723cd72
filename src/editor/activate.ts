/** Puts the editor half together: the same in the desktop, on a server and in the browser. */
import * as vscode from 'vscode';
import { toLanguage } from '../words/language';
import { AnnotationHover } from './annotationHover';
import { CodeActions } from './codeActions';
import { Commands } from './commands';
import { CompletionProvider } from './completion';
import { Diagnostics } from './diagnostics';
import { Documents } from './documents';
import { Eci } from './eci';
import { EngineLoader, type LoadCore } from './engine';
import { HoverProvider } from './hover';
import { Phrases } from './phrases';
import { Preview } from './preview';
import { LANGUAGES } from './scope';
import { Status } from './status';
import { TargetPicker } from './targetPicker';

/** Registers everything and does no work: the core and its data wait for the first Kubernetes document. */
export function activateEditor(context: vscode.ExtensionContext, loadCore: LoadCore): void {
  const { extensionUri, subscriptions } = context;
  const phrases = new Phrases(toLanguage(vscode.env.language));
  const log = vscode.window.createOutputChannel('Kubernetes Upgrade', { log: true });
  const loader = new EngineLoader(extensionUri, phrases, loadCore);
  const documents = new Documents(loader, log);
  const eci = new Eci(documents, loader, log);
  const diagnostics = new Diagnostics(documents, phrases);
  const status = new Status(documents, loader, phrases);
  const preview = new Preview(phrases);
  const picker = new TargetPicker(documents, loader, phrases);
  const commands = new Commands({ extensionUri, documents, loader, phrases, preview, status, picker, log });

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
    preview,
    status,
    diagnostics,
    eci,
    documents,
    log,
  );
}
