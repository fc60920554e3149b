import type { Command } from '../command.ts';

/** `warraq build`: reads the seeds, writes the site. */
export const buildSpec: Command = {
  name: 'build',
  options: ['seeds', 'out', 'cache', 'workers', 'force', 'strict', 'debug', 'profile'],
  async run(given, wording, terminal) {
    const { buildCommand } = await import('../build.ts');
    return buildCommand(given, wording, terminal);
  },
};
