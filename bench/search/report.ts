import { table } from '../archive/table.ts';
import { changes } from './building.ts';
import type { Fetched } from './cold.ts';
import { buildPair, goals, kilobytes, qualityAt, spread } from './goals.ts';
import type { PagefindCold } from './pagefind.ts';
import type { Quality } from './quality.ts';
import type { Comparison, Measured, Measurement, Results } from './results.ts';
import { variants } from './variants.ts';

type Section<T extends keyof Measured> = (figures: Measured[T]) => string;

const formatCount = (count: number): string => Math.round(count).toLocaleString('en');

const kindLabels = { full: 'full title', short: 'three rarest words' } as const;

function qualityRows(name: string, measured: readonly Quality[]): readonly string[][] {
  return (['any', 'all'] as const).flatMap((joined) =>
    (['full', 'short'] as const).map((kind) => [
      `${kindLabels[kind]}, ${joined} of the words, ${name}`,
      ...variants.map((variant) => {
        const entry = qualityAt(measured, kind, variant, joined);
        return entry === undefined ? '–' : `${entry.success.toFixed(3)} / ${entry.mrr.toFixed(3)}`;
      }),
    ]),
  );
}

const quality: Section<'quality'> = ({ untitled, titled }) => {
  const [first] = untitled;
  const rows = [
    ...qualityRows('titles not indexed', untitled),
    ...qualityRows('titles indexed', titled),
  ];
  return `### Quality\n\n${formatCount(first?.queries ?? 0)} queries of each kind; a full title has ${(first?.words ?? 0).toFixed(1)} words on average.\n\n${table(
    ['success@10 / MRR@10', ...variants],
    rows,
  )}`;
};

const phrases: Section<'phrases'> = (figures) =>
  `### Phrases\n\n${figures.phrases} phrases of two to six words from the articles: the index and a scan of the normalised texts find exactly the same articles for ${figures.equal} of them, ${formatCount(figures.found)} and ${formatCount(figures.scanned)} in all; ${figures.single} of the phrases occur in only one article.`;

function costRow(what: string, all: readonly Fetched[]): readonly string[] {
  const [sent, plain, requests] = [
    spread(all.map(({ sentBytes }) => sentBytes)),
    spread(all.map(({ fileBytes }) => fileBytes)),
    spread(all.map(({ requests }) => requests)),
  ];
  return [
    what,
    `${kilobytes(sent.median)} / ${kilobytes(sent.max)}`,
    `${kilobytes(plain.median)} / ${kilobytes(plain.max)}`,
    `${requests.median} / ${requests.max}`,
  ];
}

const browser: Section<'browser'> = (figures) => {
  const rows = figures.flatMap(({ site, cold, typed }) => [
    costRow(
      `${site}: until the first results are shown`,
      cold.map(({ first }) => first),
    ),
    costRow(
      `${site}: until all ten titles are shown`,
      cold.map(({ titles }) => titles),
    ),
    costRow(
      `${site}: with the excerpts in view`,
      cold.map(({ all }) => all),
    ),
    costRow(`${site}: typed slowly, letter by letter; index files`, typed),
  ]);
  const times = figures.map(({ site, warm, cold }) => {
    const columns = [
      warm.map(({ fromKey }) => fromKey),
      warm.map(({ fromReturn }) => fromReturn),
      cold.map(({ milliseconds }) => milliseconds),
    ].map(spread);
    return [
      site,
      ...columns.map(({ median, max }) => `${Math.round(median)} / ${Math.round(max)}`),
    ];
  });
  return `### In a browser\n\n${figures[0]?.cold.length ?? 0} queries of three words. Median / most.\n\n${table(
    ['cold, beyond page, style, fonts and script', 'KB in gzip', 'KB uncompressed', 'requests'],
    rows,
  )}\n\n${table(
    [
      'milliseconds',
      'last key to results, warm',
      'return key to results, warm',
      'page opened cold to results',
    ],
    times,
  )}`;
};

const files: Section<'files'> = ({ sites, known, million }) => {
  const rows = sites.map(({ site, files: own, total, bytes, script, page, manifest }) => [
    `${site}`,
    `${own.terms} + ${own.places} + ${own.cards} + ${own.texts} = ${formatCount(total)}`,
    (bytes / 1e6).toFixed(1),
    `${kilobytes(page.gzip)} / ${kilobytes(page.plain)}`,
    `${kilobytes(manifest.gzip)} / ${kilobytes(manifest.plain)}`,
    `${kilobytes(script.gzip)} / ${kilobytes(script.plain)}`,
  ]);
  const expected = [known, million].map(({ articles, files: own, total }) => [
    `${formatCount(articles)}, estimated`,
    `${own.terms} + ${own.places} + ${own.cards} + ${own.texts} = ${formatCount(total)}`,
    ...['–', '–', '–', '–'],
  ]);
  const powers = million.powers.map((power) => power.toFixed(2));
  return `### Files\n\n${table(
    [
      'archive',
      'files: terms + positions + stored fields + texts',
      'MB',
      'search.html, KB in gzip / plain',
      'of it the manifest',
      'script',
    ],
    [...rows, ...expected],
  )}\n\nFrom a quarter of the articles to all of them words grow with power ${powers[0]} of their number, postings with ${powers[1]}, positions with ${powers[2]}.`;
};

function pagefindCostRow(what: string, all: readonly PagefindCold[], of: keyof PagefindCold) {
  return costRow(
    what,
    all.map((query) => query[of]),
  );
}

function comparedRows({ pagefind, quality: own }: Comparison): readonly string[][] {
  return pagefind.quality.flatMap((theirs) => {
    const ours = qualityAt(own, theirs.kind, theirs.variant, 'all');
    if (ours === undefined) return [];
    const shown = ({ success, mrr, nothing }: Quality): string =>
      `${success.toFixed(3)} / ${mrr.toFixed(3)} / ${Math.round(nothing * 100)} %`;
    return [[`${kindLabels[theirs.kind]}, ${theirs.variant}`, shown(ours), shown(theirs)]];
  });
}

const pagefind: Section<'pagefind'> = (figures) => {
  const { pagefind: other, cold, files: own } = figures;
  const [first] = other.quality;
  const fixed = ({ gzip, plain }: { gzip: number; plain: number }) =>
    `${kilobytes(gzip)} / ${kilobytes(plain)}`;
  const { wallSeconds, peakBytes = 0 } = other.cost;
  return `### Compared with Pagefind ${other.version}\n\nThe same ${formatCount(own.articles)} pages, titles not indexed, ${first?.queries ?? 0} queries of each kind. Pagefind took ${wallSeconds.toFixed(0)} s and ${(peakBytes / 1e9).toFixed(2)} GB, and made ${formatCount(other.files)} files; Warraq's index has ${formatCount(own.total)}.\n\n${table(
    ['success@10 / MRR@10 / nothing found', 'Warraq', `Pagefind ${other.version}`],
    comparedRows(figures),
  )}\n\n${table(
    ['three words, cold: median / most', 'KB in gzip', 'KB uncompressed', 'requests'],
    [
      ['Warraq: script', fixed(own.script), '', '1'],
      ['Warraq: manifest, in the page (gzip / plain)', fixed(own.manifest), '', '0'],
      costRow(
        'Warraq: ten results, excerpts in view',
        cold.map(({ all }) => all),
      ),
      pagefindCostRow('Pagefind: scripts', other.cold, 'program'),
      pagefindCostRow('Pagefind: metadata', other.cold, 'metadata'),
      pagefindCostRow('Pagefind: ten results with excerpts', other.cold, 'query'),
    ],
  )}`;
};

const build: Section<'build'> = ({ articles, volume, builds }) => {
  const names = {
    cold: 'from nothing',
    unchanged: 'nothing changed',
    article: "one article's text changed",
    newest: 'one article added to the newest day',
    day: 'one article added on a new day',
  };
  const rows = changes.map((change) => {
    const { on, off } = buildPair(builds, change);
    const format = (medians: typeof on): string =>
      `${medians.wall.toFixed(2)} / ${medians.cpu.toFixed(2)} / ${Math.round(medians.peak / 1e6)}`;
    return [
      names[change],
      format(off),
      format(on),
      formatCount(on.written),
      formatCount(on.writtenIndexFiles),
    ];
  });
  const loads = builds.map(({ load }) => load);
  return `### Building\n\n${formatCount(articles)} articles, on ${volume}; load before the builds ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.\n\n${table(
    [
      'wall s / CPU s / peak MB',
      'search: off',
      'search: on',
      'files written',
      'of them index files',
    ],
    rows,
  )}`;
};

/** Writes all results in Markdown. */
export function report(results: Results): string {
  const { machine, parts } = results;
  const reached = (yes: boolean | undefined): string =>
    yes === undefined ? '–' : yes ? 'yes' : '**no**';
  const rows = goals(results).map(({ what, goal, measured, reached: isReached }) => [
    what,
    goal,
    measured,
    reached(isReached),
  ]);
  function section<T extends keyof Measured>(
    measured: Measurement<Measured[T]> | undefined,
    write: Section<T>,
  ): readonly string[] {
    if (measured === undefined) return [];
    const { commit, load, figures } = measured;
    return [`${write(figures)}\n\nMeasured at ${commit}; load at the start ${load.toFixed(1)}.`];
  }
  const { processor, cores, memoryGiB, system, node } = machine;
  return [
    `${processor}, ${cores} cores, ${memoryGiB} GiB; ${system}; Node ${node}.`,
    table(['figure', 'goal', 'measured', 'reached'], rows),
    ...section(parts.quality, quality),
    ...section(parts.phrases, phrases),
    ...section(parts.browser, browser),
    ...section(parts.files, files),
    ...section(parts.pagefind, pagefind),
    ...section(parts.build, build),
  ].join('\n\n');
}
