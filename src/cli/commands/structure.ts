import { headingsLevel } from '../arguments.ts';
import type { Command } from '../command.ts';

/** `warraq structure`: recovers headings and paragraphs of JSON lines; with `--review FILE…`, lays open every decision. */
export const structureSpec: Command = {
  name: 'structure',
  options: ['headings', 'review'],
  // A review writes its page to `--out`.
  files: { with: 'review', options: ['out'] },
  async run(given, wording, terminal) {
    const { options } = given;
    if (options.review === true) {
      const { reviewCommand } = await import('../review.ts');
      return reviewCommand(given, wording, terminal);
    }
    const { structureCommand } = await import('../structure.ts');
    return structureCommand(process.stdin, terminal, headingsLevel(options.headings));
  },
};
