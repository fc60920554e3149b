import type { CliMessages } from '../i18n/cli-messages.ts';
import type { Command } from './command.ts';

/** Letters of the column of names, and of the blanks before it. */
const [nameColumn, indent] = [12, 2];

/** Returns what `--help` prints: every command with its options, then what they have in common. */
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
