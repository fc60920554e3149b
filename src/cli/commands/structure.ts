import { readHeadingSensitivity, UsageError } from '../arguments.ts';
import type { Command } from '../command.ts';

/**
 * `warraq structure`: recovers headings and paragraphs of texts in JSON Lines; with `--review FILE…`,
 * explains every decision; with `--learn`, learns from the archive's own articles.
 */
export const structureCommand: Command = {
  name: 'structure',
  operands: '[--review FILE… | --learn]',
  options: ['headings', 'review', 'learn', 'seeds', 'dry-run'],
  // A review writes its page to `--out`.
  files: { with: 'review', options: ['out'] },
  async run(args, messages, terminal) {
    const { options } = args;
    if (options.learn === true) {
      if (options.review === true) throw new UsageError('option-not-accepted', '--review');
      const { runLearn: learnCommand } = await import('../run-learn.ts');
      return learnCommand(args, messages, terminal);
    }
    for (const name of ['seeds', 'dry-run'] as const) {
      if (options[name] !== undefined) throw new UsageError('option-not-accepted', `--${name}`);
    }
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
