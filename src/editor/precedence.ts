/** Which of several levels of a setting wins. Knows no VS Code. */

/** Who said so. `default` also stands for an explicit "auto": then the data decides. */
export type Origin = 'folder' | 'workspace' | 'file' | 'user' | 'default';

export interface Chosen<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** A setting's values as VS Code reports them. */
export interface Levels<T> {
  readonly workspaceFolderValue?: T | undefined;
  readonly workspaceValue?: T | undefined;
  /** What the nearest `.kube-upgrade.yaml` says. */
  readonly fileValue?: T | null | undefined;
  readonly globalValue?: T | undefined;
}

/** The nearest level that says something; `fallback` where none does, or where the nearest asks for it. */
export function chosen<T>(levels: Levels<T> | undefined, fallback: T): Chosen<T> {
  const found: readonly (readonly [Origin, T | null | undefined])[] = [
    ['folder', levels?.workspaceFolderValue],
    ['workspace', levels?.workspaceValue],
    ['file', levels?.fileValue],
    ['user', levels?.globalValue],
  ];
  for (const [origin, value] of found) {
    if (value !== undefined && value !== null) return { value, origin: value === fallback ? 'default' : origin };
  }
  return { value: fallback, origin: 'default' };
}
