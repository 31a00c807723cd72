/** Takes credentials out of what another program printed before it is shown. */

const SHAPES: readonly RegExp[] = [
  /-----BEGIN [^-]+-----[\s\S]*?(?:-----END [^-]+-----|$)/g,
  /\beyJ[\w-]*\.[\w-]+(?:\.[\w-]*)?/g,
  /\b(?:Bearer|Basic)\s+\S+/gi,
  /((?:token|secret|password|passwd|key|authorization|signature|credential)[\w-]*["']?\s*[:=]\s*)["']?[^\s"',;]+/gi,
  /(\/\/)[^/@\s]+@/g,
  // Longer than any word, path segment or host name: most likely a token or a key.
  /[A-Za-z0-9+_=-]{40,}/g,
];

/** `known`: values that must not appear, such as those of the environment that the program was given. */
export function redact(text: string, known: readonly string[] = []): string {
  let clean = text;
  for (const value of known) if (value.length >= 4) clean = clean.replaceAll(value, '…');
  for (const shape of SHAPES)
    clean = clean.replace(shape, (_, kept: unknown) => `${typeof kept === 'string' ? kept : ''}…`);
  return clean.replace(/\u001b\[[0-9;]*[A-Za-z]|[\u0000-\u0008\u000b-\u001f\u007f]/g, '').trim();
}
