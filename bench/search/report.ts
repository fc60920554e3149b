import { table } from '../archive/table.ts';
import { changes } from './building.ts';
import type { Fetched } from './cold.ts';
import { buildPair, goals, kilobytes, qualityAt, spread } from './goals.ts';
import type { PagefindCold } from './pagefind.ts';
import type { Quality } from './quality.ts';
import type { Comparison, Measured, Measurement, Results } from './results.ts';
import { variants } from './variants.ts';

type Section<T extends keyof Measured> = (figures: Measured[T]) => string;

const whole = (count: number): string => Math.round(count).toLocaleString('en');

const asks = { full: 'full title', short: 'three rarest words' } as const;

function qualityRows(name: string, measured: readonly Quality[]): readonly string[][] {
  return (['full', 'short'] as const).map((ask) => [
    `${asks[ask]}, ${name}`,
    ...variants.map((variant) => {
      const one = qualityAt(measured, ask, variant);
      return one === undefined ? '–' : `${one.success.toFixed(3)} / ${one.mrr.toFixed(3)}`;
    }),
  ]);
}

const quality: Section<'quality'> = ({ untitled, titled }) => {
  const [first] = untitled;
  const rows = [
    ...qualityRows('titles not indexed', untitled),
    ...qualityRows('titles indexed', titled),
  ];
  return `### What is found\n\n${whole(first?.queries ?? 0)} queries of each kind; a full title has ${(first?.words ?? 0).toFixed(1)} words on the average.\n\n${table(
    ['success@10 / MRR@10', ...variants],
    rows,
  )}`;
};

const phrases: Section<'phrases'> = (figures) =>
  `### Phrases\n\n${figures.phrases} phrases of two to six words out of the articles: the index and a scan of the normalised texts name the very same articles for ${figures.equal} of them, ${whole(figures.found)} and ${whole(figures.scanned)} in all; ${figures.single} of the phrases stand in one article alone.`;

function cost(what: string, all: readonly Fetched[]): readonly string[] {
  const [sent, plain, requests] = [
    spread(all.map((one) => one.sent)),
    spread(all.map((one) => one.plain)),
    spread(all.map((one) => one.requests)),
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
    cost(
      `${site}: until the first results are shown`,
      cold.map(({ first }) => first),
    ),
    cost(
      `${site}: until all ten titles are`,
      cold.map(({ titles }) => titles),
    ),
    cost(
      `${site}: with the excerpts in view`,
      cold.map(({ all }) => all),
    ),
    cost(`${site}: typed slowly, letter after letter; files of the index`, typed),
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
    ['cold, beyond page, style, fonts and script', 'KB in gzip', 'KB as they lie', 'requests'],
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
  const rows = sites.map(({ site, files: own, total, bytes, script, page, directory }) => [
    `${site}`,
    `${own.terms} + ${own.places} + ${own.cards} + ${own.texts} = ${whole(total)}`,
    (bytes / 1e6).toFixed(1),
    `${kilobytes(page.packed)} / ${kilobytes(page.plain)}`,
    `${kilobytes(directory.packed)} / ${kilobytes(directory.plain)}`,
    `${kilobytes(script.packed)} / ${kilobytes(script.plain)}`,
  ]);
  const expected = [known, million].map(({ articles, files: own, total }) => [
    `${whole(articles)}, estimated`,
    `${own.terms} + ${own.places} + ${own.cards} + ${own.texts} = ${whole(total)}`,
    ...['–', '–', '–', '–'],
  ]);
  const powers = million.powers.map((power) => power.toFixed(2));
  return `### Files\n\n${table(
    [
      'archive',
      'files: words + places + cards + texts',
      'MB',
      'search.html, KB in gzip / plain',
      'of it the directory',
      'script',
    ],
    [...rows, ...expected],
  )}\n\nFrom a quarter of the articles to all of them words grow with power ${powers[0]} of their number, lists with ${powers[1]}, places with ${powers[2]}.`;
};

function pagefindCost(what: string, all: readonly PagefindCold[], of: keyof PagefindCold) {
  return cost(
    what,
    all.map((one) => one[of]),
  );
}

function comparedRows({ pagefind, quality: own }: Comparison): readonly string[][] {
  return pagefind.quality.flatMap((theirs) => {
    const ours = qualityAt(own, theirs.ask, theirs.variant);
    if (ours === undefined) return [];
    const shown = ({ success, mrr, nothing }: Quality): string =>
      `${success.toFixed(3)} / ${mrr.toFixed(3)} / ${Math.round(nothing * 100)} %`;
    return [[`${asks[theirs.ask]}, ${theirs.variant}`, shown(ours), shown(theirs)]];
  });
}

const pagefind: Section<'pagefind'> = (figures) => {
  const { pagefind: other, cold, files: own } = figures;
  const [first] = other.quality;
  const fixed = ({ packed, plain }: { packed: number; plain: number }) =>
    `${kilobytes(packed)} / ${kilobytes(plain)}`;
  const { wallSeconds, peakBytes = 0 } = other.cost;
  return `### Beside Pagefind ${other.version}\n\nThe same ${whole(own.articles)} pages, titles not indexed, ${first?.queries ?? 0} queries of each kind. Pagefind took ${wallSeconds.toFixed(0)} s and ${(peakBytes / 1e9).toFixed(2)} GB, and made ${whole(other.files)} files; Warraq's index has ${whole(own.total)}.\n\n${table(
    ['success@10 / MRR@10 / nothing found', 'Warraq', `Pagefind ${other.version}`],
    comparedRows(figures),
  )}\n\n${table(
    ['three words, cold: median / most', 'KB in gzip', 'KB as they lie', 'requests'],
    [
      ['Warraq: script', fixed(own.script), '', '1'],
      ['Warraq: directory, in the page (gzip / plain)', fixed(own.directory), '', '0'],
      cost(
        'Warraq: ten results, excerpts in view',
        cold.map(({ all }) => all),
      ),
      pagefindCost('Pagefind: programs', other.cold, 'program'),
      pagefindCost('Pagefind: directory', other.cold, 'directory'),
      pagefindCost('Pagefind: ten results with excerpts', other.cold, 'query'),
    ],
  )}`;
};

const build: Section<'build'> = ({ articles, volume, builds }) => {
  const names = {
    cold: 'from nothing',
    unchanged: 'nothing changed',
    article: "one article's text changed",
    newest: 'one article more on the newest day',
    day: 'one article more on a new day',
  };
  const rows = changes.map((change) => {
    const { on, off } = buildPair(builds, change);
    const of = (one: typeof on): string =>
      `${one.wall.toFixed(2)} / ${one.cpu.toFixed(2)} / ${Math.round(one.peak / 1e6)}`;
    return [names[change], of(off), of(on), whole(on.written), whole(on.ofIndex)];
  });
  const loads = builds.map(({ load }) => load);
  return `### Building\n\n${whole(articles)} articles, on ${volume}; load before the builds ${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}.\n\n${table(
    ['wall s / CPU s / peak MB', 'search: off', 'search: on', 'files written', 'of them the index'],
    rows,
  )}`;
};

/** Writes all results in Markdown. */
export function report(results: Results): string {
  const { machine, parts } = results;
  const reached = (yes: boolean | undefined): string =>
    yes === undefined ? '–' : yes ? 'yes' : '**no**';
  const rows = goals(results).map((one) => [one.what, one.goal, one.got, reached(one.reached)]);
  function section<T extends keyof Measured>(
    measured: Measurement<Measured[T]> | undefined,
    write: Section<T>,
  ): readonly string[] {
    if (measured === undefined) return [];
    const { commit, load, figures } = measured;
    return [
      `${write(figures)}\n\nMeasured at ${commit}; load at the beginning ${load.toFixed(1)}.`,
    ];
  }
  const { processor, cores, memoryGiB, system, node } = machine;
  return [
    `${processor}, ${cores} cores, ${memoryGiB} GiB; ${system}; Node ${node}.`,
    table(['figure', 'goal', 'got', 'reached'], rows),
    ...section(parts.quality, quality),
    ...section(parts.phrases, phrases),
    ...section(parts.browser, browser),
    ...section(parts.files, files),
    ...section(parts.pagefind, pagefind),
    ...section(parts.build, build),
  ].join('\n\n');
}
