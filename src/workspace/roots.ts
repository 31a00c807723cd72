/** The workspace's folders as the scan sees them: what each leaves out, and which one a file lies in. */
import * as vscode from 'vscode';
import { compileGlob } from '../core/config/glob';
import { type ConfigFiles } from '../editor/configFiles';
import { today } from '../editor/engine';
import { readSettings } from '../editor/settings';
import { PathFilter } from './filter';
import { type Root } from './scan';

/** One for each folder of the workspace, with filters that know nothing of `.gitignore` yet. */
export function rootsOf(configs: ConfigFiles): readonly Root[] {
  const folders = vscode.workspace.workspaceFolders ?? [];
  return folders.map(({ uri, name }) => {
    const { exclude, maxFileSizeKb } = readSettings(uri);
    const tests = [...filesExclude(uri), ...exclude].flatMap(glob => compileGlob(glob) ?? []);
    const day = today();
    const filter = new PathFilter(
      path => tests.some(test => test(path)) || configs.forUri(vscode.Uri.joinPath(uri, path), day)?.excluded === true,
    );
    return { uri: uri.toString(), prefix: folders.length > 1 ? name : '', filter, limit: maxFileSizeKb * 1024 };
  });
}

/** The innermost folder of the workspace that holds the file. */
export function findRoot(roots: readonly Root[], uri: string): Root | undefined {
  let found: Root | undefined;
  for (const root of roots) {
    if (uri.startsWith(`${root.uri}/`) && root.uri.length > (found?.uri.length ?? 0)) found = root;
  }
  return found;
}

export function relativeTo(root: Root, uri: string): string {
  return decodeURIComponent(uri.slice(root.uri.length + 1));
}

/** Patterns with a condition on sibling files are left to the Explorer: they hide what is generated from a file that stays. */
function filesExclude(scope: vscode.Uri): readonly string[] {
  const patterns = vscode.workspace.getConfiguration('files', scope).get<Record<string, unknown>>('exclude', {});
  return Object.entries(patterns).flatMap(([glob, on]) => (on === true ? [glob] : []));
}
