import type { Command } from '../command.ts';

/** `warraq serve`: builds, serves the archive locally and rebuilds on change. */
export const serveCommand: Command = {
  name: 'serve',
  options: ['seeds', 'out', 'cache', 'workers', 'force', 'strict', 'debug', 'port'],
  async run(args, messages, terminal) {
    const { runServe: serveCommand } = await import('../run-serve.ts');
    return serveCommand(args, messages, terminal);
  },
};
