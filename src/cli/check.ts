import { check } from '../check/check.ts';
import { hostVerdicts } from '../check/hosts.ts';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { wordDiagnostic } from '../i18n/word-diagnostic.ts';
import type { Arguments } from './arguments.ts';
import { displayPath, readPaths, readSiteConfig } from './places.ts';
import { problemLines } from './problems.ts';
import type { Terminal } from './terminal.ts';

/**
 * `warraq check`: verifies a built archive. Returns the exit code: 1 with errors, 2 where there is no
 * archive.
 */
export async function checkCommand(
  { options }: Arguments,
  wording: CliMessages,
  terminal: Terminal,
): Promise<number> {
  const places = readPaths(options);
  const { out, root } = places;
  const result = check(
    out,
    readSiteConfig(places, options).value.baseUrl,
    options.thorough === true,
  );
  if (result === undefined) {
    terminal.err(`${wording.nothingToCheck(displayPath(out, root))}\n`);
    return 2;
  }
  const { pages, links, validated, size } = result;
  const hosts = hostVerdicts(size);
  const failed = result.diagnostics.some(({ severity }) => severity === 'error');
  if (options.json === true) {
    const diagnostics = result.diagnostics.map((diagnostic) => wordDiagnostic(diagnostic, wording));
    terminal.out(`${JSON.stringify({ pages, links, validated, ...size, hosts, diagnostics })}\n`);
  } else if (options.quiet !== true) {
    const lines = [
      ...problemLines(result.diagnostics, wording),
      wording.checked(pages, links),
      wording.validated(validated, pages),
      wording.size(size),
      ...hosts.map(wording.host),
    ];
    terminal.out(`${lines.join('\n')}\n`);
  }
  return failed ? 1 : 0;
}
