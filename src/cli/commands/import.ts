import type { Command } from '../command.ts';

/** `warraq import FILE|DIR…`: turns archives of other programs into seeds. */
export const importCommand: Command = {
  name: 'import',
  operands: 'FILE|DIR…',
  options: ['into', 'from', 'split', 'dry-run', 'seeds', 'cache'],
  files: 'always',
  async run(args, messages, terminal) {
    const { runImport: importCommand } = await import('../run-import.ts');
    return importCommand(args, messages, terminal);
  },
};
