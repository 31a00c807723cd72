/** Answers "which value, and who said so" for every setting of the editor half. */
import * as vscode from 'vscode';
import { type Provider } from '../core/model/context';
import { type SeveritySetting } from '../core/model/finding';
import { chosen, type Chosen, type Levels } from './precedence';

export const SECTION = 'kubeUpgrade';

export interface EditorSettings {
  readonly targetVersion: Chosen<string>;
  readonly currentVersion: string;
  readonly provider: Provider;
  readonly severity: Readonly<Record<string, SeveritySetting>>;
  readonly exclude: readonly string[];
  readonly helm: boolean;
  readonly fixAll: boolean;
  readonly maxFileSizeKb: number;
}

/** What holds for a file, or without one for the window. */
export function readSettings(scope?: vscode.Uri): EditorSettings {
  const settings = vscode.workspace.getConfiguration(SECTION, scope ?? null);
  const provider = settings.get<Provider | 'auto'>('provider', 'auto');
  return {
    targetVersion: chosen(levelsOf(settings.inspect<string>('targetVersion')), 'auto'),
    currentVersion: settings.get('currentVersion', 'auto'),
    provider: provider === 'auto' ? 'generic' : provider,
    severity: settings.get<Record<string, SeveritySetting>>('severity', {}),
    exclude: settings.get<string[]>('exclude', []),
    helm: settings.get('helm.enable', true),
    fixAll: settings.get('fixAll.enable', false),
    maxFileSizeKb: settings.get('maxFileSizeKb', 2048),
  };
}

/** With a single folder its settings are the workspace's: VS Code then reports the value on both levels. */
function levelsOf<T>(levels: Levels<T> | undefined): Levels<T> | undefined {
  const several = (vscode.workspace.workspaceFolders?.length ?? 0) > 1;
  return several || levels === undefined ? levels : { ...levels, workspaceFolderValue: undefined };
}

/** Whether one of the user's `exclude` globs covers the document; they count from its workspace folder. */
export function isExcluded(document: vscode.TextDocument, globs: readonly string[]): boolean {
  if (globs.length === 0) return false;
  const folder = vscode.workspace.getWorkspaceFolder(document.uri);
  return globs.some(glob => {
    const pattern = folder === undefined ? glob : new vscode.RelativePattern(folder, glob);
    return vscode.languages.match({ pattern }, document) > 0;
  });
}

/** Writes the target where it takes effect: over the value that wins now, else in the workspace, else for the user. */
export async function writeTarget(version: string, scope?: vscode.Uri): Promise<void> {
  const { origin } = readSettings(scope).targetVersion;
  const level =
    origin === 'folder'
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : vscode.workspace.workspaceFolders === undefined
        ? vscode.ConfigurationTarget.Global
        : vscode.ConfigurationTarget.Workspace;
  await vscode.workspace.getConfiguration(SECTION, scope ?? null).update('targetVersion', version, level);
}
