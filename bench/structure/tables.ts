import { calibration, calibrationError, type Tenth } from './calibration.ts';
import { type Hits, levels, rates, type SetFigures, type Verdict } from './measure.ts';

/** Returns rows as a Markdown table; nothing where there are none. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  if (rows.length === 0) return '';
  const widths = head.map((title, i) =>
    Math.max(title.length, ...rows.map((row) => row[i]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return `${[line(head), rule, ...rows.map(line)].join('\n')}\n`;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : ((100 * part) / whole).toFixed(1);

function cellsOf(hits: Hits): string[] {
  const { p, r, f1 } = rates(hits);
  return [p, r, f1].map((rate) => rate.toFixed(1));
}

/** Returns the table of headings: each set at each level. */
export function headingTable(all: readonly SetFigures[]): string {
  const head = ['set', 'level', 'P', 'R', 'F1', 'exact/gold', 'partial', 'elsewhere'];
  const rows = all.flatMap(({ set, headings }) =>
    levels.map((level) => {
      const own = headings[level];
      const { found, gold, right, partial, free, spoilt, unmarked, unmarkedRight } = own;
      return [
        ...[set, level, ...cellsOf(own), `${right}/${gold}`],
        ...[String(partial), String(found - right - partial), percent(unmarkedRight, unmarked)],
        free === 0 ? '–' : `${((100 * spoilt) / free).toFixed(2)} % (${spoilt}/${free})`,
      ];
    }),
  );
  return markdownTable([...head, 'R unsigned', 'false in heading-free'], rows);
}

/** Names of the lengths of headings, in words. */
const lengthNames = ['1 word', '2', '3', '4', '5', '6 and more'];

/** Returns the table of recall at `balanced` by the length of headings: each set, those that only measure, and all. */
export function lengthTable(all: readonly SetFigures[]): string {
  const row = (name: string, sets: readonly SetFigures[]): string[] => [
    name,
    ...lengthNames.map((_, i) => {
      const counts = sets.map(({ headings }) => headings.balanced.byLength[i]);
      const gold = counts.reduce((sum, count) => sum + (count?.gold ?? 0), 0);
      const right = counts.reduce((sum, count) => sum + (count?.right ?? 0), 0);
      return gold === 0 ? '–' : `${percent(right, gold)} (${right}/${gold})`;
    }),
  ];
  const measureOnly = all.filter(({ set }) => set.startsWith('measure/'));
  const sums = [
    ...(measureOnly.length > 1 ? [row('**measure/**', measureOnly)] : []),
    ...(all.length > 1 ? [row('**all**', withoutParts(all))] : []),
  ];
  return markdownTable(
    ['recall, balanced', ...lengthNames],
    [...all.map((set) => row(set.set, [set])), ...sums],
  );
}

/** Leaves out the sets that are a part of another one. */
const withoutParts = (all: readonly SetFigures[]): readonly SetFigures[] =>
  all.filter(
    ({ set }) => !all.some((other) => other.set !== set && set.startsWith(`${other.set}:`)),
  );

/** Returns the table of calibration: by tenths of confidence, stated → correct in percent and the number of headings. */
export function calibrationTable(all: readonly SetFigures[]): string {
  const names = Array.from({ length: 9 }, (_, i) => `${(i + 1) / 10}–`);
  const cellOf = (tenth: Tenth | undefined): string =>
    tenth === undefined
      ? '–'
      : `${tenth.stated.toFixed(0)} → ${tenth.correct.toFixed(0)} (${tenth.count})`;
  const row = (name: string, verdicts: readonly Verdict[]): string[] => {
    const tenths = calibration(verdicts);
    const cells = names.map((_, i) =>
      cellOf(tenths.find(({ from }) => Math.round(from * 10) === i + 1)),
    );
    return [name, ...cells, calibrationError(tenths).toFixed(3)];
  };
  const pooled = withoutParts(all).flatMap(({ verdicts }) => verdicts);
  const rows = all.map(({ set, verdicts }) => row(set, verdicts));
  const sums = all.length > 1 ? [row('**all**', pooled)] : [];
  return markdownTable(['confidence', ...names, 'error'], [...rows, ...sums]);
}

/** Returns the table of paragraph breaks, of the sets that have paragraphs. */
export function breakTable(all: readonly SetFigures[]): string {
  const rows = all.flatMap(({ set, breaks }) =>
    breaks === undefined ? [] : [[set, ...cellsOf(breaks), String(breaks.gold)]],
  );
  return markdownTable(['paragraph breaks', 'P', 'R', 'F1', 'gold'], rows);
}
