import type { Command } from './command.ts';
import { buildSpec } from './commands/build.ts';
import { checkSpec } from './commands/check.ts';
import { importSpec } from './commands/import.ts';
import { serveSpec } from './commands/serve.ts';
import { structureSpec } from './commands/structure.ts';

/** The commands of the program, in the order in which the help names them. */
export const commands: readonly Command[] = [
  buildSpec,
  serveSpec,
  checkSpec,
  structureSpec,
  importSpec,
];
