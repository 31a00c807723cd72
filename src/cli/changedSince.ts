/** Which files differ from a revision: Git is asked, nothing else is ever started. */
import { execFileSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from './failure';

/**
 * Real paths of files changed since this branch left `revision`, in commits, in the index, in the working tree, and of
 * those that Git does not know yet. Throws a Failure without Git, outside a repository, or for an unknown revision.
 */
export function changedSince(revision: string, cwd: string): ReadonlySet<string> {
  const git = (folder: string, ...args: string[]): string =>
    execFileSync('git', args, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const ask = (key: 'cli.noGit' | 'cli.noRevision', run: () => string): string => {
    try {
      return run();
    } catch {
      throw new Failure(key, { revision });
    }
  };
  const top = ask('cli.noGit', () => git(cwd, 'rev-parse', '--show-toplevel')).trimEnd();
  // A revision that begins with a dash would be taken for an option.
  if (revision.startsWith('-')) throw new Failure('cli.noRevision', { revision });
  const commit = ask('cli.noRevision', () =>
    git(top, 'rev-parse', '--verify', '--quiet', `${revision}^{commit}`),
  ).trim();
  const changed = ask('cli.noRevision', () =>
    git(top, 'diff', '--name-only', '-z', '--no-renames', '--diff-filter=d', branchPoint(commit, top, git), '--'),
  );
  const untracked = ask('cli.noGit', () => git(top, 'ls-files', '--others', '--exclude-standard', '-z'));
  const real = realpathSync.native(top);
  return new Set(
    [...changed.split('\0'), ...untracked.split('\0')].filter(name => name !== '').map(name => join(real, name)),
  );
}

/** Where the branches parted; a shallow clone does not know, and then the revision itself is compared. */
function branchPoint(commit: string, top: string, git: (folder: string, ...args: string[]) => string): string {
  try {
    return git(top, 'merge-base', commit, 'HEAD').trim() || commit;
  } catch {
    return commit;
  }
}
