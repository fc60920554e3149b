import type { Messages } from '../model/messages.ts';
import type { CliMessages } from './cli-messages.ts';

/** An interface language: everything that it says, in one object. */
export interface Language {
  /**
   * What the pages say and how dates and numbers are printed. Its `language` is the code by which
   * `warraq.yaml` and `--lang` name the language.
   */
  readonly site: Messages;
  /**
   * Loads what the command line says; only a process that talks to people needs it. Absent where the
   * language is one of the pages only.
   */
  readonly loadCli?: () => Promise<CliMessages>;
}
