/** Other files that describe the same object: overlays patch it by its kind and name, and have to change along with it. */
import { type Subject } from '../judge/rule';
import { type Related } from '../model/finding';
import { message } from '../model/message';

/** More than anybody would look through. */
const MOST = 5;

/** Empty while no index of the workspace is there, and for an object without a name of its own. */
export function patchesOf({ resource, context }: Subject): Related[] {
  const { kind, name } = resource.ref;
  if (!context.workspace || name === null) return [];
  return context.workspace
    .find({ kind, name })
    .filter(({ file }) => file !== context.file?.path)
    .slice(0, MOST)
    .map(({ file, offset }) => ({ file, start: offset, end: offset, message: message('overlay.patched', { kind }) }));
}
