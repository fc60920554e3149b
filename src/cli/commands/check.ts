import type { Command } from '../command.ts';

/** `warraq check`: verifies a built archive. */
export const checkCommand: Command = {
  name: 'check',
  options: ['out', 'thorough', 'old-urls', 'host'],
  async run(args, messages, terminal) {
    const { runCheck: checkCommand } = await import('../run-check.ts');
    return checkCommand(args, messages, terminal);
  },
};
