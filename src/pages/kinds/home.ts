import { type HomeData, home } from '../../../templates/home.ts';
import { exportPath } from '../../outputs/archive-exports.ts';
import { countYears } from '../calendar-sums.ts';
import { withHeatLevels } from '../heat-level.ts';
import {
  allArticlesPath,
  anniversaryPath,
  datesPath,
  homePath,
  manifestPath,
} from '../output-paths.ts';
import type { OverviewKind } from '../page-kind.ts';
import { siteTermKinds } from '../site-term-kinds.ts';
import { termOverview } from '../term-index.ts';
import { throughYears } from '../through-years.ts';

/** Articles on the front page: one lead, and twelve that fill two columns or three. */
const latestCount = 13;

/** Terms of one kind on the front page. */
const termCount = 12;

/** The front page. */
export const homePage: OverviewKind<'home', HomeData> = {
  kind: 'home',
  template: home,
  of: 'archive',
  // Includes the paths of files that are no pages: manifest, assets, originals, exports.
  reserves: /^(?:index\.html|manifest-sha256\.txt|assets|originals|exports)$/,
  *pages({ archive, config }) {
    const years = withHeatLevels([...countYears(archive.dates())].reverse());
    const months = [...throughYears(archive.dates()).keys()];
    const indexes = siteTermKinds(config).flatMap(
      (kind) => termOverview(kind, archive.terms(kind), termCount) ?? [],
    );
    yield {
      kind: 'home',
      outputPath: homePath,
      title: config.name,
      description: config.description,
      data: {
        extent: archive.extent(),
        latest: archive.latest(latestCount),
        all: allArticlesPath(),
        years,
        anniversaries: months.map((month) => ({ month, outputPath: anniversaryPath(month) })),
        exports: config.exports.map((form) => ({ form, outputPath: exportPath(form) })),
        manifest: manifestPath,
        indexes,
        dateIndex: years.length > 0 ? datesPath : undefined,
      },
    };
  },
};
