import type { Command } from '../command.ts';

/** `warraq build`: reads the seeds, writes the site. */
export const buildCommand: Command = {
  name: 'build',
  options: [
    ...(['seeds', 'out', 'cache', 'workers', 'force', 'strict'] as const),
    ...(['as-of', 'drafts', 'allow-removal', 'report', 'debug', 'profile'] as const),
  ],
  async run(args, messages, terminal) {
    const { runBuild: buildCommand } = await import('../run-build.ts');
    return buildCommand(args, messages, terminal);
  },
};
