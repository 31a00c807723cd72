/** How a file is called in the log, in titles and towards the core: short, with `/`, the same on every system. */

const DRIVE = /^[\\/]?([A-Za-z]):(?=[\\/]|$)/;

/**
 * `path` relative to `folder` when it lies inside, else the whole path. Takes the path of a URI
 * (`/c:/Work/my app/x.yaml`) as well as what Windows writes (`C:\Work\my app\x.yaml`).
 */
export function pathLabel(path: string, folder?: string): string {
  const whole = normalise(path);
  if (folder === undefined) return whole;
  const base = normalise(folder).replace(/\/+$/, '');
  return whole.startsWith(`${base}/`) ? whole.slice(base.length + 1) : whole;
}

/** A backslash is a separator only where the path is recognisably Windows'; elsewhere it may be part of a name. */
function normalise(path: string): string {
  const drive = DRIVE.exec(path)?.[1];
  if (drive !== undefined)
    return path
      .replace(/^[\\/]/, '')
      .replace(/\\/g, '/')
      .replace(/^[A-Za-z]/, drive.toLowerCase());
  return path.startsWith('\\\\') ? path.replace(/\\/g, '/') : path;
}
