import type { Command } from './command.ts';
import { buildCommand } from './commands/build.ts';
import { checkCommand } from './commands/check.ts';
import { importCommand } from './commands/import.ts';
import { serveCommand } from './commands/serve.ts';
import { structureCommand } from './commands/structure.ts';

/** The commands of the program, in the order of the help. */
export const commands: readonly Command[] = [
  buildCommand,
  serveCommand,
  checkCommand,
  structureCommand,
  importCommand,
];
