import { goals } from './goals.ts';
import { type Kind, kinds } from './plan.ts';
import { type Figures, figures, type Results, type Round } from './results.ts';

type Cells = readonly string[];

/** Returns rows as a Markdown table. */
export function table(head: Cells, rows: readonly Cells[]): string {
  const widths = head.map((title, i) =>
    Math.max(3, title.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: Cells): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

const unknown = '–';

const wholeNumber = (figure: number | undefined): string =>
  figure === undefined ? unknown : Math.round(figure).toLocaleString('en');

const seconds = (figure: number | undefined): string => {
  if (figure === undefined) return unknown;
  return figure < 10 ? figure.toFixed(2) : figure.toFixed(1);
};

const megabytes = (figure: number | undefined): string =>
  wholeNumber(figure === undefined ? undefined : figure / 1e6);

/** Returns the quotient of two figures. */
function ratioOf(figure: number | undefined, other: number | undefined, digits: number): string {
  if (figure === undefined || other === undefined || other === 0) return unknown;
  return (figure / other).toFixed(digits);
}

/** Returns the ratio of a figure to Hugo's. */
const against = (figure: number | undefined, hugo: number | undefined): string =>
  ratioOf(figure, hugo, 2);

/** Returns the labels of a round's contestants by name, in order. */
const contestants = ({ runs }: Round): ReadonlyMap<string, string> =>
  new Map(runs.map(({ contestant, label }) => [contestant, label]));

/** Returns the number of pages, marked if it differs from the expected one. */
function pages(html: number | undefined, expected: number): string {
  if (html === undefined) return unknown;
  const share = html / expected;
  // Generators differ in redirects and in the names that they treat as equal.
  return `${wholeNumber(html)}${share < 0.95 || share > 1.05 ? ' (!)' : ''}`;
}

function cold(round: Round): string {
  const hugo = figures(round, 'hugo', 'cold');
  const rows = [...contestants(round)].flatMap(([name, label]) => {
    const own = figures(round, name, 'cold');
    if (own === undefined) return [];
    const { wall, cpu, peak } = own;
    const counts = [pages(own.html, round.pages), wholeNumber(own.naming)];
    const costs = [seconds(wall), seconds(cpu), megabytes(peak)];
    const ratios = [against(wall, hugo?.wall), against(cpu, hugo?.cpu), against(peak, hugo?.peak)];
    const sizes = [ratioOf(own.files, round.count, 2), ratioOf(own.bytes, round.count * 1000, 1)];
    return [[label, ...counts, ...costs, ...ratios, ...sizes]];
  });
  const head = ['cold', 'HTML pages', 'with one article', 'wall s', 'CPU s', 'peak MB'];
  const ratios = ['wall ÷ Hugo', 'CPU ÷ Hugo', 'peak ÷ Hugo'];
  return table([...head, ...ratios, 'files an article', 'KB an article'], rows);
}

const titles: Readonly<Record<Kind, string>> = {
  cold: 'from nothing',
  unchanged: 'nothing changed',
  article: "an article's text",
  title: "an article's title",
  template: "the articles' template",
};

/** Returns the figures of a warm build in one cell. */
const again = (own: Figures | undefined): string =>
  own === undefined
    ? unknown
    : `${seconds(own.wall)} / ${seconds(own.cpu)} / ${megabytes(own.peak)} / ${wholeNumber(own.written)}`;

function warm(round: Round): string {
  const changes = kinds.filter(
    (kind) => kind !== 'cold' && round.runs.some((run) => run.kind === kind),
  );
  if (changes.length === 0) return '';
  const rows = [...contestants(round)].map(([name, label]) => [
    label,
    ...changes.map((kind) => again(figures(round, name, kind))),
  ]);
  const head = ['again: wall s / CPU s / peak MB / files written'];
  return `\n\n${table([...head, ...changes.map((kind) => titles[kind])], rows)}`;
}

/** Returns the list of generators that did not run and of runs that are not counted. */
function exclusions({ absent, runs }: Round): string {
  const lines = [
    ...absent.map(({ name, reason }) => `- Not run: ${name}: ${reason}.`),
    ...runs
      .filter(({ error }) => error !== '')
      .map(({ label, kind, error }) => `- Not counted: ${label}, ${titles[kind]}: ${error}.`),
  ];
  return lines.length === 0 ? '' : `\n\n${[...new Set(lines)].join('\n')}`;
}

function section(round: Round): string {
  const { count, source, repeats, commit, volume, creation } = round;
  const loads = round.runs.map(({ load }) => load);
  const load = `${Math.min(...loads).toFixed(1)} to ${Math.max(...loads).toFixed(1)}`;
  const conditions = [
    `from ${source}`,
    repeats === 1 ? 'one run' : `medians of ${repeats} runs`,
    `a site of ${wholeNumber(round.pages)} pages`,
    `Warraq at ${commit}`,
    `on ${volume} (a new file in a new folder: ${creation.map(Math.round).join(' µs before, ')} µs after)`,
    `load before the runs ${load}`,
  ];
  const heading = `### ${round.size}: ${wholeNumber(count)} articles\n\n${conditions.join('; ')}.`;
  return `${heading}\n\n${cold(round)}${warm(round)}${exclusions(round)}`;
}

/** Returns all results as Markdown. */
export function report({ machine, rounds }: Results): string {
  const reached = (isReached: boolean | undefined): string =>
    isReached === undefined ? unknown : isReached ? 'yes' : '**no**';
  const rows = goals(rounds, machine.cores).map((goal) => [
    goal.name,
    goal.goal,
    goal.measured,
    reached(goal.reached),
  ]);
  const { processor, cores, memoryGiB, system, node } = machine;
  return [
    `${processor}, ${cores} cores, ${memoryGiB} GiB; ${system}; Node ${node}.`,
    table(['figure', 'goal', 'got', 'reached'], rows),
    ...rounds.map(section),
  ].join('\n\n');
}

const marks = ['<!-- results -->', '<!-- /results -->'] as const;

/**
 * Replaces the report between the two marks of a text.
 *
 * @throws Error if the text lacks the marks
 */
export function replaceReport(text: string, tables: string): string {
  const [from, to] = marks.map((mark) => text.indexOf(mark));
  if (from === undefined || to === undefined || from < 0 || to < from) {
    throw new Error(`the text lacks ${marks.join(' … ')}`);
  }
  return `${text.slice(0, from + marks[0].length)}\n\n${tables}\n\n${text.slice(to)}`;
}
