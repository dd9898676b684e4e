/** WeChat keeps a mini program's files itself. */
export function keepShell(): void {}
