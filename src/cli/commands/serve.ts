import type { Command } from '../command.ts';

/** `warraq serve`: builds, serves on this machine, builds again on change. */
export const serveSpec: Command = {
  name: 'serve',
  options: ['seeds', 'out', 'cache', 'workers', 'force', 'strict', 'debug', 'port'],
  async run(given, wording, terminal) {
    const { serveCommand } = await import('../serve.ts');
    return serveCommand(given, wording, terminal);
  },
};
