/** Answers "which value, and who said so" for every setting of the editor half. */
import * as vscode from 'vscode';
import { type Provider } from '../core/model/context';
import { type SeveritySetting } from '../core/model/finding';
import { type ConfigIgnore } from '../core/config/config';
import { type FileConfig } from './configFiles';
import { chosen, type Chosen, type Levels } from './precedence';

export const SECTION = 'kubeUpgrade';

export interface EditorSettings {
  readonly targetVersion: Chosen<string>;
  readonly currentVersion: string;
  readonly provider: Provider;
  /** Nobody named a provider: the cluster may. */
  readonly providerIsAuto: boolean;
  readonly severity: Readonly<Record<string, SeveritySetting>>;
  readonly exclude: readonly string[];
  readonly helm: boolean;
  readonly fixAll: boolean;
  readonly maxFileSizeKb: number;
  /** Component → version that runs. */
  readonly components: Readonly<Record<string, string>>;
  /** Address of the user's own table of versions. */
  readonly additionalVersions: string | null;
  readonly scan: boolean;
  /** Whether the Problems panel also lists files that no editor shows. */
  readonly scanProblems: boolean;
  /** The nearest `.kube-upgrade.yaml`, as text, and what it says of this file alone. */
  readonly config: string | null;
  readonly excludedByConfig: boolean;
  readonly ignores: readonly ConfigIgnore[];
}

/** What holds for a file, or without one for the window; `config` is what the nearest `.kube-upgrade.yaml` says of it. */
export function readSettings(scope?: vscode.Uri, config?: FileConfig): EditorSettings {
  const settings = vscode.workspace.getConfiguration(SECTION, scope ?? null);
  const provider = chosen(
    { ...levelsOf(settings.inspect<Provider | 'auto'>('provider')), fileValue: config?.provider },
    'auto',
  ).value;
  const severity = settings.inspect<Record<string, SeveritySetting>>('severity');
  return {
    targetVersion: chosen(
      { ...levelsOf(settings.inspect<string>('targetVersion')), fileValue: config?.target },
      'auto',
    ),
    currentVersion: chosen(
      { ...levelsOf(settings.inspect<string>('currentVersion')), fileValue: config?.current },
      'auto',
    ).value,
    provider: provider === 'auto' ? 'generic' : provider,
    providerIsAuto: provider === 'auto',
    severity: {
      ...severity?.globalValue,
      ...config?.severity,
      ...severity?.workspaceValue,
      ...severity?.workspaceFolderValue,
    },
    exclude: settings.get<string[]>('exclude', []),
    helm: settings.get('helm.enable', true),
    fixAll: settings.get('fixAll.enable', false),
    maxFileSizeKb: settings.get('maxFileSizeKb', 2048),
    components: settings.get<Record<string, string>>('components', {}),
    additionalVersions: inWorkspace(settings.get('additionalVersions', ''), scope),
    scan: settings.get('scan.enable', true),
    scanProblems: settings.get('scan.problems', false),
    config: config?.uri.toString() ?? null,
    excludedByConfig: config?.excluded ?? false,
    ignores: config?.ignores ?? [],
  };
}

/** A path inside the workspace folder; a path that leads out of it names nothing. */
function inWorkspace(path: string, scope: vscode.Uri | undefined): string | null {
  const { workspace } = vscode;
  const folder = (scope && workspace.getWorkspaceFolder(scope)) ?? workspace.workspaceFolders?.[0];
  const parts = path.trim().split(/[\\/]/);
  if (folder === undefined || path.trim() === '' || parts[0] === '' || parts.includes('..') || /^\w:/.test(path))
    return null;
  return vscode.Uri.joinPath(folder.uri, ...parts).toString();
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
