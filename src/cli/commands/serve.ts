import type { Command } from '../command.ts';

/** `warraq serve`: builds the archive with its drafts, serves it locally and rebuilds on change. */
export const serveCommand: Command = {
  name: 'serve',
  options: ['seeds', 'out', 'cache', 'workers', 'force', 'strict', 'as-of', 'debug', 'port'],
  async run(args, messages, terminal) {
    const { runServe: serveCommand } = await import('../run-serve.ts');
    return serveCommand(args, messages, terminal);
  },
};
