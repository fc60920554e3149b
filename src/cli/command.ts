import type { CliMessages, CommandName } from '../i18n/cli-messages.ts';
import type { Arguments, CommandSyntax } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** A command of the program. Its help texts are in the messages, under its name. */
export interface Command extends CommandSyntax {
  readonly name: CommandName;
  /**
   * Runs the command and resolves to the exit code. The code is imported here (`run-<name>.ts`), so that
   * no command loads the code of another.
   */
  run(args: Arguments, messages: CliMessages, terminal: Terminal): Promise<number>;
}
