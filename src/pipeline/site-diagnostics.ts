import type { Catalogue } from '../catalogue/database.ts';
import { contentHashAt } from '../catalogue/pages.ts';
import { unusedPictures } from '../catalogue/pictures.ts';
import { countHostRedirects } from '../catalogue/redirects.ts';
import { messagesFor } from '../i18n/languages.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import { redirectLimits } from '../outputs/host-redirects.ts';
import { chosenLinks } from '../pages/menu.ts';
import { weightsDiagnostics } from '../structure/weights-diagnostics.ts';
import type { BuildOptions } from './build-options.ts';
import { seedsName } from './prepare-build.ts';

/** Returns the diagnostic of a site with more redirects than its host takes. */
function redirectsLimit(
  catalogue: Catalogue,
  { config: { redirects: host } }: BuildOptions,
): readonly Diagnostic[] {
  if (host === 'none') return [];
  const [count, limit] = [countHostRedirects(catalogue), redirectLimits[host]];
  const at = { severity: 'warning', file: 'warraq.yaml' } as const;
  return count > limit ? [{ ...at, rule: 'redirects-limit', values: { host, count, limit } }] : [];
}

/** Returns a diagnostic for each link of the menu to a page that the archive does not have. */
function missingMenuPages(catalogue: Catalogue, { config }: BuildOptions): readonly Diagnostic[] {
  if (config.menu === undefined) return [];
  const known = contentHashAt(catalogue);
  const at = { severity: 'warning', file: 'warraq.yaml' } as const;
  return chosenLinks(config, messagesFor(config.language)).flatMap((link): readonly Diagnostic[] =>
    'url' in link || known(link.outputPath) !== undefined
      ? []
      : [{ ...at, rule: 'menu-no-page', values: { target: link.outputPath } }],
  );
}

/** Returns the diagnostic of recovery without its weights, where the settings ask for recovery. */
const missingWeights = (
  { config: { recovery } }: BuildOptions,
  { threads }: SiteState,
): readonly Diagnostic[] =>
  recovery.headings === 'off' && !recovery.paragraphs ? [] : weightsDiagnostics(threads === 0);

/** Unused pictures named in a diagnostic. */
const shownPictures = 5;

/** Returns the diagnostic of the pictures that no article names. */
function unusedDiagnostic(catalogue: Catalogue, options: BuildOptions): readonly Diagnostic[] {
  const { count, paths } = unusedPictures(catalogue, shownPictures);
  if (count === 0) return [];
  const names = `${paths.join(', ')}${count > paths.length ? ', …' : ''}`;
  const at = { severity: 'warning', file: seedsName(options) } as const;
  return [{ ...at, rule: 'pictures-unused', values: { count, names } }];
}

/** What a build did. */
interface SiteState {
  /** Whether there is a site. */
  readonly published: boolean;
  /** Whether the build rendered its pages. */
  readonly rendered: boolean;
  /** Worker threads that it had. */
  readonly threads: number;
}

/** Returns the diagnostics of a site as a whole. */
export const siteDiagnostics = (
  catalogue: Catalogue,
  options: BuildOptions,
  state: SiteState,
): readonly Diagnostic[] => [
  ...missingWeights(options, state),
  ...redirectsLimit(catalogue, options),
  ...(state.rendered ? missingMenuPages(catalogue, options) : []),
  ...(state.published ? unusedDiagnostic(catalogue, options) : []),
];
