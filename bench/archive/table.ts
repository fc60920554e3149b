import { goals } from './goals.ts';
import { type Kind, kinds } from './plan.ts';
import { type Figures, figures, type Results, type Round } from './results.ts';

type Cells = readonly string[];

/** Writes rows as a table in Markdown. */
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

const whole = (figure: number | undefined): string =>
  figure === undefined ? unknown : Math.round(figure).toLocaleString('en');

const seconds = (figure: number | undefined): string => {
  if (figure === undefined) return unknown;
  return figure < 10 ? figure.toFixed(2) : figure.toFixed(1);
};

const megabytes = (figure: number | undefined): string =>
  whole(figure === undefined ? undefined : figure / 1e6);

/** What a figure is against Hugo's. */
function against(figure: number | undefined, hugo: number | undefined): string {
  if (figure === undefined || hugo === undefined || hugo === 0) return unknown;
  return (figure / hugo).toFixed(2);
}

/** Contestants of a round, by name, in their order. */
const contestants = ({ runs }: Round): ReadonlyMap<string, string> =>
  new Map(runs.map(({ contestant, label }) => [contestant, label]));

/** The pages of a site with a word where they are not those of the others. */
function pages(html: number | undefined, expected: number): string {
  if (html === undefined) return unknown;
  const share = html / expected;
  // Generators differ in redirects and in which names they hold for the same.
  return `${whole(html)}${share < 0.95 || share > 1.05 ? ' (!)' : ''}`;
}

function cold(round: Round): string {
  const hugo = figures(round, 'hugo', 'cold');
  const rows = [...contestants(round)].flatMap(([name, label]) => {
    const own = figures(round, name, 'cold');
    if (own === undefined) return [];
    const { wall, cpu, peak } = own;
    const made = [pages(own.html, round.pages), whole(own.naming)];
    const taken = [seconds(wall), seconds(cpu), megabytes(peak)];
    const ratios = [against(wall, hugo?.wall), against(cpu, hugo?.cpu), against(peak, hugo?.peak)];
    return [[label, ...made, ...taken, ...ratios]];
  });
  const head = ['cold', 'HTML pages', 'with one article', 'wall s', 'CPU s', 'peak MB'];
  return table([...head, 'wall ÷ Hugo', 'CPU ÷ Hugo', 'peak ÷ Hugo'], rows);
}

const titles: Readonly<Record<Kind, string>> = {
  cold: 'from nothing',
  unchanged: 'nothing changed',
  article: "an article's text",
  title: "an article's title",
  template: "the articles' template",
};

/** A build of a site that was built before, in one cell. */
const again = (own: Figures | undefined): string =>
  own === undefined
    ? unknown
    : `${seconds(own.wall)} / ${seconds(own.cpu)} / ${megabytes(own.peak)} / ${whole(own.written)}`;

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

/** What did not run, or not rightly. */
function faults({ absent, runs }: Round): string {
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
  const facts = [
    `from ${source}`,
    repeats === 1 ? 'one run' : `medians of ${repeats} runs`,
    `a site of ${whole(round.pages)} pages`,
    `Warraq at ${commit}`,
    `on ${volume} (a new file in a new folder: ${creation.map(Math.round).join(' µs before, ')} µs after)`,
    `load before the runs ${load}`,
  ];
  const heading = `### ${round.size}: ${whole(count)} articles\n\n${facts.join('; ')}.`;
  return `${heading}\n\n${cold(round)}${warm(round)}${faults(round)}`;
}

/** Writes all results in Markdown. */
export function report({ machine, rounds }: Results): string {
  const reached = (yes: boolean | undefined): string =>
    yes === undefined ? unknown : yes ? 'yes' : '**no**';
  const rows = goals(rounds).map((one) => [one.what, one.goal, one.got, reached(one.reached)]);
  const { processor, cores, memoryGiB, system, node } = machine;
  return [
    `${processor}, ${cores} cores, ${memoryGiB} GiB; ${system}; Node ${node}.`,
    table(['figure', 'goal', 'got', 'reached'], rows),
    ...rounds.map(section),
  ].join('\n\n');
}

const marks = ['<!-- results -->', '<!-- /results -->'] as const;

/**
 * Puts a report into a text between its two marks.
 *
 * @throws Error where the text lacks them
 */
export function placed(text: string, written: string): string {
  const [from, to] = marks.map((mark) => text.indexOf(mark));
  if (from === undefined || to === undefined || from < 0 || to < from) {
    throw new Error(`the text lacks ${marks.join(' … ')}`);
  }
  return `${text.slice(0, from + marks[0].length)}\n\n${written}\n\n${text.slice(to)}`;
}
