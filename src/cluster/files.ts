/** Snapshots in files: written at once or not at all, and read with suspicion. */
import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { type Message, message } from '../core/readiness';
import { type LoadedSnapshot, readSnapshot, type Snapshot } from '../core/readiness';
import { sharing } from './share';

/** A cluster of 50 000 pods has about a quarter of it. */
const MOST_BYTES = 400 * 1024 * 1024;

/** Throws what the file system says. Readable by its owner alone: it holds no secrets, but names everything. */
export async function saveSnapshot(path: string, snapshot: Snapshot): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    const file = await open(temporary, 'wx', 0o600);
    try {
      await file.writeFile(`${JSON.stringify(snapshot)}\n`);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** Throws what the file system says; what is wrong with the content is the `problem`. */
export async function openSnapshot(path: string): Promise<LoadedSnapshot> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) return problem('snapshot.tooLarge', { mb: Math.round(MOST_BYTES / 1024 / 1024) });
  const text = await readFile(path, 'utf8');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return problem('snapshot.notOne');
  }
  return readSnapshot(value, { share: sharing() });
}

function problem(key: string, args: Message['args'] = {}): LoadedSnapshot {
  return { problem: message(key, args) };
}
