/** Which documents are looked at: real files in a language that can hold a manifest, and with a sign of one. */

/** `helm` is what the Kubernetes and Helm extensions call a chart's templates. */
export const LANGUAGES: readonly string[] = ['yaml', 'helm', 'json', 'jsonc'];

const FILE_SCHEMES: ReadonlySet<string> = new Set(['file', 'untitled', 'vscode-remote', 'vscode-vfs', 'memfs']);

/** A workspace folder vouches for its own scheme; git's sides of a diff, output and notebook cells have none. */
export function isRealFile(scheme: string, folderSchemes: Iterable<string>): boolean {
  if (FILE_SCHEMES.has(scheme)) return true;
  for (const known of folderSchemes) if (known === scheme) return true;
  return false;
}

/** Cheap enough for every keystroke in every YAML file: no Kubernetes object goes without this word, but a kustomization may. */
export function mayBeKubernetes(text: string, path = ''): boolean {
  return text.includes('apiVersion') || /(?:^|\/)kustomization\.ya?ml$/.test(path);
}
