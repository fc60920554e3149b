import type { Command } from '../command.ts';

/** `warraq check`: verifies a built archive. */
export const checkSpec: Command = {
  name: 'check',
  options: ['out', 'thorough'],
  async run(given, wording, terminal) {
    const { checkCommand } = await import('../check.ts');
    return checkCommand(given, wording, terminal);
  },
};
