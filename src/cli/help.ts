import type { CliMessages } from '../i18n/cli-messages.ts';
import type { Command } from './command.ts';

/** Width of the column of command names and of the indentation, in characters. */
const [nameColumn, indent] = [12, 2];

/** Returns the text of `--help`: every command with its options, then common options and exit codes. */
export function helpText(commands: readonly Command[], { help }: CliMessages): string {
  const entries = commands.map(({ name }) => {
    const [summary = '', ...options] = help.commands[name];
    return [
      `${' '.repeat(indent)}${name.padEnd(nameColumn)}${summary}`,
      ...options.map((line) => `${' '.repeat(indent + nameColumn)}${line}`),
    ].join('\n');
  });
  return `${help.synopsis}\n\n${entries.join('\n')}\n\n${help.notes}`;
}
