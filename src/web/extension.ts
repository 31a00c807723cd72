// Entry of the extension in the web worker host.
/** Called once by VS Code. */
export function activate(): void {}
