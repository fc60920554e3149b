import type { Command } from '../command.ts';

/** `warraq import FILE|DIR…`: turns archives of other programs into seeds. */
export const importSpec: Command = {
  name: 'import',
  options: ['into', 'from', 'dry-run', 'seeds', 'cache'],
  files: 'always',
  async run(given, wording, terminal) {
    const { importCommand } = await import('../import.ts');
    return importCommand(given, wording, terminal);
  },
};
