/** Changes a file in one step: another reader sees the old text or the new one, never half of it. */
import {
  accessSync,
  closeSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure, reasonOf } from './failure';

/** `before` is what the new text was made from. Throws a Failure, and leaves the file alone, when it is no longer that. */
export function replaceFile(path: string, name: string, before: Buffer, after: Buffer): void {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  let made = false;
  try {
    const stat = statSync(path);
    // A rename would also replace what its owner marked as read-only.
    accessSync(path, constants.W_OK);
    const descriptor = openSync(temporary, 'wx', stat.mode);
    made = true;
    try {
      writeFileSync(descriptor, after);
      keepOwner(descriptor, stat.uid, stat.gid);
      fchmodSync(descriptor, stat.mode & 0o7777);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
    if (!readFileSync(path).equals(before)) throw new Failure('cli.changedMeanwhile', { path: name });
    renameSync(temporary, path);
    made = false;
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure('cli.notWritten', { path: name, reason: reasonOf(error) });
  } finally {
    if (made) rmSync(temporary, { force: true });
  }
}

/** Only the superuser may give a file away; for everybody else it is theirs already. */
function keepOwner(descriptor: number, uid: number, gid: number): void {
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // The new file belongs to whoever runs the command, as with any editor.
  }
}
