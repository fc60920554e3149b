import type { Messages } from '../model/messages.ts';
import type { CliMessages } from './cli-messages.ts';

/** An interface language: all its texts in one object. */
export interface Language {
  /**
   * Texts of the pages, and formats of dates and numbers. Its `language` is the code of the language in
   * `warraq.yaml` and `--lang`.
   */
  readonly site: Messages;
  /**
   * Loads the messages of the command line, which worker threads do not need. Absent where the language
   * is one of the pages only.
   */
  readonly loadCli?: () => Promise<CliMessages>;
}
