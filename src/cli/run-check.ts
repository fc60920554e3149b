import { check } from '../check/check.ts';
import { hostVerdicts } from '../check/hosts.ts';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import type { Arguments } from './arguments.ts';
import { diagnosticLines } from './diagnostic-report.ts';
import { displayPath, readPaths, readSiteConfig } from './paths.ts';
import { printable, printableLines, type Terminal } from './terminal.ts';

/**
 * `warraq check`: verifies a built archive. Returns the exit code: 1 where it has errors, 2 where there
 * is no archive.
 */
export async function runCheck(
  { options }: Arguments,
  messages: CliMessages,
  terminal: Terminal,
): Promise<number> {
  const paths = readPaths(options);
  const { out, root, seeds } = paths;
  const result = check(
    out,
    readSiteConfig(paths, options).value.baseUrl,
    options.thorough === true,
  );
  if (result === undefined) {
    terminal.err(`${printable(messages.noArchive(displayPath(out, root)))}\n`);
    return 2;
  }
  const { pages, links, validated, size } = result;
  const found = result.diagnostics.map((diagnostic) =>
    diagnostic.seed === undefined
      ? diagnostic
      : { ...diagnostic, seed: `${displayPath(seeds, root)}/${diagnostic.seed}` },
  );
  const hosts = hostVerdicts(size);
  const failed = result.diagnostics.some(({ severity }) => severity === 'error');
  if (options.json === true) {
    const diagnostics = found.map((diagnostic) => {
      const { message, ...text } = localizeDiagnostic(diagnostic, messages);
      const { seed } = text;
      const ofSeed = seed === undefined ? message : `${message} ${messages.pageOfSeed(seed)}`;
      return { ...text, message: ofSeed };
    });
    terminal.out(`${JSON.stringify({ pages, links, validated, ...size, hosts, diagnostics })}\n`);
  } else if (options.quiet !== true) {
    const lines = [
      ...diagnosticLines(found, messages),
      messages.checkSummary(pages, links),
      messages.validationSummary(validated, pages),
      messages.siteSize(size),
      ...hosts.map(messages.hostVerdict),
    ];
    terminal.out(`${printableLines(lines)}\n`);
  }
  return failed ? 1 : 0;
}
