// Entry of the extension in the Node extension host.
/** Called once by VS Code. */
export function activate(): void {}
