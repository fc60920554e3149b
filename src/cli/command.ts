import type { CliMessages, CommandName } from '../i18n/cli-messages.ts';
import type { Arguments, CommandSyntax } from './arguments.ts';
import type { Terminal } from './terminal.ts';

/** A command of the program; what it says of itself in the help is in the messages under its name. */
export interface Command extends CommandSyntax {
  readonly name: CommandName;
  /**
   * Runs the command and resolves to the exit code. It loads its code itself, so that no command waits
   * for another's.
   */
  run(given: Arguments, wording: CliMessages, terminal: Terminal): Promise<number>;
}
