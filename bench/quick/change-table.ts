import { table } from '../archive/table.ts';
import type { CommitLine, CostRow } from './commit-line.ts';

const none = '–';

/** Returns a figure, with its change against the one before in percent. */
function changed(now: number | undefined, before: number | undefined, digits: number): string {
  if (now === undefined) return none;
  const figure = now.toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  if (before === undefined || before === 0) return figure;
  const percent = ((now / before - 1) * 100).toFixed(1);
  if (Number(percent) === 0) return `${figure} (=)`;
  return `${figure} (${percent.startsWith('-') ? `−${percent.slice(1)}` : `+${percent}`} %)`;
}

const range = (row: CostRow | undefined): string =>
  row?.cpuRange === undefined ? none : row.cpuRange.map((time) => time.toFixed(2)).join(' to ');

const forms: Readonly<Record<string, string>> = { warraq: 'pages', whole: 'everything' };

const head = [
  ...['cold build', 'runs', 'CPU s', 'of the runs', 'before', 'wall s', 'peak MB'],
  ...['CPU µs an article', 'serial µs an article', 'files an article', 'kB an article'],
];

/** Returns the cells of a row, with changes against the row before. */
function cells(row: CostRow, before: CostRow | undefined): readonly string[] {
  const { articles, form, runs } = row;
  const each = (of: 'files' | 'kB'): readonly [number, number | undefined, number] => [
    row[of] / articles,
    before && before[of] / articles,
    2,
  ];
  return [
    `${articles.toLocaleString('en')}, ${forms[form] ?? form}`,
    String(runs),
    changed(row.cpu, before?.cpu, 2),
    range(row),
    range(before),
    changed(row.wall, before?.wall, 2),
    changed(row.peakMB, before?.peakMB, 0),
    changed(row.perArticle, before?.perArticle, 0),
    changed(row.serial, before?.serial, 0),
    changed(...each('files')),
    changed(...each('kB')),
  ];
}

const conditions = ({ commit, date, node, volume, load }: CommitLine): string =>
  `${commit} of ${date.slice(0, 10)}; Node ${node}; on ${volume}; ` +
  `load ${load.map((figure) => figure.toFixed(1)).join(' before the builds, at most ')}`;

/** Tells how fast the machine was, where both lines say it. */
function speedOf(now: number | undefined, before: number | undefined): readonly string[] {
  if (now === undefined || before === undefined) return [];
  const times = (now / before).toFixed(2);
  const took = `${now.toFixed(3)} s of CPU, before ${before.toFixed(3)}`;
  return [
    `A fixed computation took ${took}: the machine alone changes CPU times about ${times}-fold.`,
  ];
}

/** Load from other work above which figures are doubtful. */
const quiet = 1;

/**
 * Returns the table of a line, with changes against the one before.
 *
 * @param before undefined where the line is the first of its machine
 */
export function changeTable(line: CommitLine, before: CommitLine | undefined): string {
  const rows = line.rows.map((row) => {
    const { articles, form } = row;
    return cells(
      row,
      before?.rows.find((other) => other.articles === articles && other.form === form),
    );
  });
  const loaded = [line, ...(before === undefined ? [] : [before])].filter(
    ({ load }) => load[0] > quiet,
  );
  return [
    `${line.machine}; ${line.texts}.`,
    `Now: ${conditions(line)}.`,
    before === undefined
      ? 'Before: no commit on this machine with these texts.'
      : `Before: ${conditions(before)}.`,
    ...speedOf(line.reference, before?.reference),
    ...loaded.map(
      ({ commit }) =>
        `${commit} was measured beside other work: its wall times say little, its CPU times may be too high.`,
    ),
    '',
    table(head, rows),
    '',
  ].join('\n');
}
