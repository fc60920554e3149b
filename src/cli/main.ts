import type { CliMessages } from '../i18n/cli-messages.ts';
import { readArguments, UsageError } from './arguments.ts';
import { commands } from './commands.ts';
import { helpText } from './help.ts';
import { chooseMessages } from './locale.ts';
import { type ErrorFolders, reportError } from './report-error.ts';
import { processTerminal, safeTerminal, type Terminal } from './terminal.ts';
import { version } from './version.ts';

/**
 * Runs the command line.
 *
 * @param argv arguments without node and script
 * @param given where output goes; nothing raw reaches it
 * @returns the exit code: 0 fine, 1 some content had errors, 2 wrong usage or settings, 3 error of the
 * machine
 * @throws errors that are none of these: bugs
 */
export async function main(
  argv: readonly string[],
  given: Terminal = processTerminal(),
): Promise<number> {
  const terminal = safeTerminal(given);
  let folders: ErrorFolders = {};
  let messages: CliMessages | undefined;
  try {
    const args = readArguments(argv, commands);
    const { options } = args;
    const command = commands.find(({ name }) => name === args.command);
    folders = options;
    messages = await chooseMessages(options.lang, process.env);
    if (messages === undefined) throw new UsageError('option-value', `--lang ${options.lang}`);
    if (options.version === true) terminal.out(`warraq ${version()}\n`);
    else if (options.help === true) terminal.out(`${helpText(commands, messages)}\n`);
    else if (command === undefined) {
      terminal.err(`${helpText(commands, messages)}\n`);
      return 2;
    } else return await command.run(args, messages, terminal);
    return 0;
  } catch (error) {
    // Without a valid --lang, errors are in the language of the environment.
    messages ??= await chooseMessages(undefined, process.env);
    if (messages === undefined) throw error;
    return reportError(error, folders, messages, terminal);
  }
}
