import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { check } from '../check/check.ts';
import { hostVerdicts } from '../check/hosts.ts';
import { checkOldUrls, type OldUrlResult } from '../check/old-urls.ts';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import { type Arguments, UsageError } from './arguments.ts';
import { diagnosticLines, reportErrors } from './diagnostic-report.ts';
import { checkRoot, displayPath, readPaths, readSiteConfig } from './paths.ts';
import { printableLines, type Terminal } from './terminal.ts';

/**
 * Checks the addresses in a list.
 *
 * @throws UsageError if there is no such file
 */
function oldUrls(
  out: string,
  list: string,
  root: string,
  baseUrl: string | undefined,
): OldUrlResult {
  const file = resolve(list);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError('file-missing', list);
  }
  return checkOldUrls(out, file, displayPath(file, root), baseUrl);
}

/**
 * `warraq check`: verifies a built archive. Returns the exit code: 1 where it has errors.
 *
 * @throws UsageError where there is no archive
 */
export async function runCheck(
  { options }: Arguments,
  messages: CliMessages,
  terminal: Terminal,
): Promise<number> {
  const paths = readPaths(options);
  const { out, root, seeds } = paths;
  checkRoot(root);
  const { baseUrl } = readSiteConfig(paths, options).value;
  const result = check(out, baseUrl, options.thorough === true);
  if (result === undefined) throw new UsageError('no-archive', displayPath(out, root));
  const list = options['old-urls'];
  const old = list === undefined ? undefined : oldUrls(out, list, root, baseUrl);
  const { pages, links, validated, size } = result;
  const found = [...result.diagnostics, ...(old?.diagnostics ?? [])].map((diagnostic) =>
    diagnostic.seed === undefined
      ? diagnostic
      : { ...diagnostic, seed: `${displayPath(seeds, root)}/${diagnostic.seed}` },
  );
  const hosts = hostVerdicts(size);
  const failed = found.some(({ severity }) => severity === 'error');
  if (options.json === true) {
    const diagnostics = found.map((diagnostic) => {
      const { message, ...text } = localizeDiagnostic(diagnostic, messages);
      const { seed } = text;
      const ofSeed = seed === undefined ? message : `${message} ${messages.pageOfSeed(seed)}`;
      return { ...text, message: ofSeed };
    });
    const urls = old === undefined ? {} : { oldUrls: { checked: old.checked, dead: old.dead } };
    const figures = { pages, links, validated, ...size, hosts, ...urls, diagnostics };
    terminal.out(`${JSON.stringify(figures)}\n`);
  } else if (options.quiet !== true) {
    const lines = [
      ...diagnosticLines(found, messages),
      messages.checkSummary(pages, links),
      messages.validationSummary(validated, pages),
      ...(old === undefined ? [] : [messages.oldUrlSummary(old.checked, old.dead)]),
      messages.siteSize(size),
      ...hosts.map(messages.hostVerdict),
    ];
    terminal.out(`${printableLines(lines)}\n`);
  } else {
    reportErrors(found, messages, terminal);
  }
  return failed ? 1 : 0;
}
