import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CheckResult } from '../check/check.ts';
import type { HostFit } from '../check/host-fit.ts';
import type { OldUrlResult } from '../check/old-urls.ts';
import type { CliMessages } from '../i18n/cli-messages.ts';
import { localizeDiagnostic } from '../i18n/localize-diagnostic.ts';
import { type Arguments, refusedWord, UsageError } from './arguments.ts';
import { diagnosticLines, reportErrors } from './diagnostic-report.ts';
import { checkRoot, displayPath, readPaths } from './paths.ts';
import { readSiteConfig } from './site-config.ts';
import { printableLines, type Terminal } from './terminal.ts';

/**
 * Checks the addresses in a list.
 *
 * @throws UsageError if there is no such file
 */
async function oldUrls(
  out: string,
  list: string,
  root: string,
  baseUrl: string | undefined,
): Promise<OldUrlResult> {
  const file = resolve(list);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) {
    throw new UsageError('file-missing', list);
  }
  const { checkOldUrls } = await import('../check/old-urls.ts');
  return checkOldUrls(out, file, displayPath(file, root), baseUrl);
}

/** Tells whether the host with a name accepts a checked archive. */
type HostCheck = (result: CheckResult, site: string) => HostFit;

/**
 * Returns the check of a host; undefined where none is named.
 *
 * @throws UsageError if no host has this name
 */
async function hostCheck(given: string | undefined): Promise<HostCheck | undefined> {
  if (given === undefined) return undefined;
  const { hostNames, hosts } = await import('../check/hosts.ts');
  const name = hostNames.find((known) => known === given);
  if (name === undefined) throw refusedWord('--host', given, hostNames);
  const { hostFit } = await import('../check/host-fit.ts');
  return ({ sizes, redirects }, site) => hostFit(hosts[name], sizes, redirects, site);
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
  const fitOf = await hostCheck(options.host);
  const noArchive = (): UsageError => new UsageError('no-archive', displayPath(out, root));
  const { baseUrl } = readSiteConfig(paths, options).value;
  // The validators take a quarter of a second to load.
  if (!existsSync(out)) throw noArchive();
  const { check } = await import('../check/check.ts');
  const { hostVerdicts } = await import('../check/hosts.ts');
  const result = check(out, baseUrl, options.thorough === true);
  if (result === undefined) throw noArchive();
  const list = options['old-urls'];
  const old = list === undefined ? undefined : await oldUrls(out, list, root, baseUrl);
  const { pages, links, validated, size } = result;
  const fit = fitOf?.(result, displayPath(out, root));
  const found = [
    ...result.diagnostics,
    ...(old?.diagnostics ?? []),
    ...(fit?.diagnostics ?? []),
  ].map((diagnostic) =>
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
    const { diagnostics: _, ...host } = fit ?? { diagnostics: [] };
    const ofHost = fit === undefined ? {} : { host: { name: options.host, ...host } };
    const figures = { pages, links, validated, ...size, hosts, ...ofHost, ...urls, diagnostics };
    terminal.out(`${JSON.stringify(figures)}\n`);
  } else if (options.quiet !== true) {
    const lines = [
      ...diagnosticLines(found, messages),
      messages.checkSummary(pages, links),
      messages.validationSummary(validated, pages),
      ...(old === undefined ? [] : [messages.oldUrlSummary(old.checked, old.dead)]),
      messages.siteSize(size),
      ...(fit === undefined
        ? hosts.map(messages.hostVerdict)
        : [
            messages.fileKinds(fit.kinds),
            ...(fit.over.some((limit) => limit === 'bytes' || limit === 'largest')
              ? [messages.largestFiles(fit.largestFiles)]
              : []),
            messages.hostVerdict(fit),
          ]),
    ];
    terminal.out(`${printableLines(lines)}\n`);
  } else {
    reportErrors(found, messages, terminal);
  }
  return failed ? 1 : 0;
}
