import { type HomeData, type HomeSection, home } from '../../../templates/home.ts';
import type { Config } from '../../model/config.ts';
import { type HomePart, homePartNames } from '../../model/own-page.ts';
import type { TermOverview } from '../../model/page.ts';
import { exportPath } from '../../outputs/archive-exports.ts';
import { linkedPage } from '../../render/destination-links.ts';
import { relativeLink } from '../../render/link.ts';
import { countYears } from '../calendar-sums.ts';
import { decadesOf } from '../decades.ts';
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

/** The parts of a front page whose settings choose none. */
const allParts: readonly HomePart[] = homePartNames;

/** Returns the parts of the front page, with the data of those that are not of the whole archive. */
function homeSections(
  { home = allParts, pages }: Config,
  indexes: readonly TermOverview[],
): readonly HomeSection[] {
  const sections: HomeSection[] = [];
  for (const part of home) {
    if (part === 'indexes') sections.push({ indexes });
    else if (typeof part === 'string') sections.push(part);
    else if ('page' in part) {
      const page = pages.find(({ name }) => name === part.page);
      if (page !== undefined)
        sections.push({ page: linkedPage(page, (path) => relativeLink(homePath, path)) });
    } else {
      const found = indexes.filter(({ kind }) => kind === part.terms);
      const before = sections.at(-1);
      // Indexes that follow each other stand side by side.
      if (typeof before !== 'object' || !('indexes' in before)) sections.push({ indexes: found });
      else sections.splice(-1, 1, { indexes: [...before.indexes, ...found] });
    }
  }
  return sections;
}

/** The front page. */
export const homePage: OverviewKind<'home', HomeData> = {
  kind: 'home',
  template: home,
  of: 'archive',
  // Includes the paths of files that are no pages: manifest, assets, originals, exports.
  reserves: /^(?:index\.html|(?:tag)?manifest-sha256\.txt|assets|originals|exports)$/,
  *pages({ archive, config, changes }) {
    yield {
      kind: 'home',
      outputPath: homePath,
      title: config.name,
      description: config.description,
      // It shows numbers, names and the newest entries.
      isUnchanged: changes?.dates.length === 0,
      get data() {
        const years = withHeatLevels([...countYears(archive.dates())].reverse());
        const months = [...throughYears(archive.dates()).keys()];
        const indexes = siteTermKinds(config).flatMap(
          (kind) => termOverview(kind, archive.terms(kind), termCount) ?? [],
        );
        return {
          parts: homeSections(config, indexes),
          extent: archive.extent(),
          latest: archive.latest(latestCount),
          all: allArticlesPath(),
          years,
          decades: decadesOf(years),
          anniversaries: months.map((month) => ({ month, outputPath: anniversaryPath(month) })),
          exports: config.exports.map((form) => ({ form, outputPath: exportPath(form) })),
          manifest: manifestPath,
          indexes,
          dateIndex: years.length > 0 ? datesPath : undefined,
        };
      },
    };
  },
};
