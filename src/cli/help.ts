import type { CliMessages } from '../i18n/cli-messages.ts';
import type { Command } from './command.ts';

/** Width of the columns of command names and of options, and the indentation, in characters. */
const [nameColumn, optionColumn, indent] = [12, 22, 2];

/** Returns how a command is written: `warraq import FILE|DIR… [options]`. */
export const syntaxOf = ({ name, operands }: Pick<Command, 'name' | 'operands'>): string =>
  `warraq ${name}${operands === undefined ? '' : ` ${operands}`} [options]`;

/** Returns the line of an option, which two spaces part from what it does. */
function optionLine(line: string): string {
  const [option = '', ...words] = line.split('  ');
  return `${' '.repeat(2 * indent)}${[option.padEnd(optionColumn), ...words].join('')}`.trimEnd();
}

/** Returns the text of `--help`: commands with their options, then common options and exit codes. */
export function helpText(commands: readonly Command[], { help }: CliMessages): string {
  const entries = commands.map(({ name }) => {
    const [summary = '', ...options] = help.commands[name];
    return [
      `${' '.repeat(indent)}${name.padEnd(nameColumn)}${summary}`,
      ...options.map(optionLine),
    ].join('\n');
  });
  const [only, ...others] = commands;
  const syntax = only === undefined || others.length > 0 ? help.synopsis : syntaxOf(only);
  return `${syntax}\n\n${entries.join('\n\n')}\n\n${help.notes}`;
}
