import { readArguments, readErrorOptions, refusedWord, UsageError } from './arguments.ts';
import { commands } from './commands.ts';
import { helpText } from './help.ts';
import { chooseMessages, cliLanguages } from './locale.ts';
import { processTerminal, safeTerminal, type Terminal } from './terminal.ts';
import { version } from './version.ts';

/**
 * Runs the command line.
 *
 * @param argv arguments without node and script
 * @param output where output goes; nothing raw reaches it
 * @returns the exit code: 0 fine, 1 some content had errors, 2 wrong usage or settings, 3 error of the
 * machine
 * @throws errors that are none of these: bugs
 */
export async function main(
  argv: readonly string[],
  output: Terminal = processTerminal(),
): Promise<number> {
  const terminal = safeTerminal(output);
  // Read apart, so that an error in the command line is reported as its options say.
  const given = readErrorOptions(argv, commands);
  let messages = await chooseMessages(given.lang, process.env);
  try {
    const args = readArguments(argv, commands);
    const { options } = args;
    const command = commands.find(({ name }) => name === args.command);
    if (messages === undefined) throw refusedWord('--lang', options.lang ?? '', cliLanguages);
    if (options.version === true) terminal.out(`warraq ${version()}\n`);
    else if (options.help === true) {
      const shown = command === undefined ? commands : [command];
      terminal.out(`${helpText(shown, messages)}\n`);
    } else if (command === undefined) throw new UsageError('no-command', '');
    else return await command.run(args, messages, terminal);
    return 0;
  } catch (error) {
    // Without a valid --lang, errors are in the language of the environment.
    messages ??= await chooseMessages(undefined, process.env);
    if (messages === undefined) throw error;
    // Loaded here, because it knows the errors of every part of the program.
    const { reportError } = await import('./report-error.ts');
    return reportError(error, given, messages, terminal);
  }
}
