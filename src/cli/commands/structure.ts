import { readHeadingSensitivity } from '../arguments.ts';
import type { Command } from '../command.ts';

/**
 * `warraq structure`: recovers headings and paragraphs of texts in JSON Lines; with `--review FILE…`,
 * explains every decision.
 */
export const structureCommand: Command = {
  name: 'structure',
  operands: '[--review FILE…]',
  options: ['headings', 'review'],
  // A review writes its page to `--out`.
  files: { with: 'review', options: ['out'] },
  async run(args, messages, terminal) {
    const { options } = args;
    if (options.review === true) {
      const { runReview: reviewCommand } = await import('../run-review.ts');
      return reviewCommand(args, messages, terminal);
    }
    const { runStructure: structureCommand, warnOfWeights } = await import('../run-structure.ts');
    warnOfWeights(messages, terminal);
    const sensitivity = readHeadingSensitivity(options.headings);
    const isJson = options.json === true;
    return structureCommand(process.stdin, terminal, sensitivity, messages, isJson);
  },
};
