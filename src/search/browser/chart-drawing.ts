import { axisMarks } from './axis-marks.ts';
import { svgElement } from './svg.ts';

/** A line or the bars of a chart: a value for each period. */
export interface Series {
  readonly name: string;
  readonly values: readonly number[];
}

/** What a chart shows. */
export interface Drawing {
  readonly series: readonly Series[];
  /** Names of the periods. */
  readonly names: readonly string[];
  /** Whether the first period is at the right. */
  readonly isRightToLeft: boolean;
  /** Widest name of a period, in pixels. */
  readonly labelWidth: number;
  /** Formats a value of the axis. */
  readonly format: (value: number) => string;
  /** Whether values are whole numbers. */
  readonly isWhole: boolean;
}

/** Room for the numbers of the axis, in pixels. */
export const axisWidth = 52;

const height = 150;
const top = 12;
const bottom = 28;

/** Returns how many periods apart names may stand so that they do not touch. */
const labelStep = (step: number, labelWidth: number): number =>
  [1, 2, 3, 4, 5, 10, 20, 25, 50, 100, 200].find((n) => n * step >= labelWidth) ?? 500;

/** Shapes that tell the lines apart without colours. */
function marker(index: number, x: number, y: number): SVGElement {
  const attributes = { class: `chart-marker series-${index}` };
  if (index === 0) return svgElement('circle', { ...attributes, cx: x, cy: y, r: 3.5 });
  if (index === 1)
    return svgElement('rect', { ...attributes, x: x - 3.25, y: y - 3.25, width: 6.5, height: 6.5 });
  const points = `${x},${y - 4.5} ${x + 4.5},${y + 3.5} ${x - 4.5},${y + 3.5}`;
  return svgElement('polygon', { ...attributes, points });
}

/** Draws one series as bars of true height; the least is a hairline. */
function bars(
  values: readonly number[],
  x: (i: number) => number,
  y: (v: number) => number,
  step: number,
) {
  const width = step > 4 ? step * 0.78 : step;
  return values.flatMap((value, i) => {
    if (value === 0) return [];
    const barHeight = Math.max(1, height - bottom - y(value));
    const place = { x: x(i) - width / 2, y: height - bottom - barHeight };
    return [svgElement('rect', { class: 'chart-bar', ...place, width, height: barHeight })];
  });
}

/**
 * Draws a chart: bars for one series, lines for several.
 *
 * @param width pixels
 */
export function drawChart(
  { series, names, isRightToLeft, labelWidth, format, isWhole }: Drawing,
  width: number,
): SVGElement {
  const step = (width - axisWidth) / names.length;
  const x = (i: number): number => {
    const offset = axisWidth + (i + 0.5) * step;
    return isRightToLeft ? width - offset : offset;
  };
  const marks = axisMarks(Math.max(0, ...series.flatMap(({ values }) => values)), isWhole);
  const most = marks.at(-1) ?? 1;
  const y = (value: number): number => height - bottom - (value / most) * (height - bottom - top);
  const [axisX, from, to] = isRightToLeft
    ? [width - axisWidth / 2, 0, width - axisWidth]
    : [axisWidth / 2, axisWidth, width];
  const every = labelStep(step, labelWidth);
  const offset = (every - 1) >> 1;
  const parts = [
    ...marks.flatMap((mark) => [
      svgElement('line', { class: 'chart-grid', x1: from, x2: to, y1: y(mark), y2: y(mark) }),
      svgElement('text', { class: 'chart-label', x: axisX, y: y(mark) + 4 }, format(mark)),
    ]),
    ...names.flatMap((name, i) =>
      i % every === offset
        ? [svgElement('text', { class: 'chart-label', x: x(i), y: height - 8 }, name)]
        : [],
    ),
  ];
  const [only] = series;
  if (series.length === 1 && only !== undefined) parts.push(...bars(only.values, x, y, step));
  else {
    series.forEach(({ values }, index) => {
      const points = values.map((value, i) => `${x(i).toFixed(1)},${y(value).toFixed(1)}`);
      parts.push(
        svgElement('polyline', { class: `chart-line series-${index}`, points: points.join(' ') }),
      );
      if (step >= 14) parts.push(...values.map((value, i) => marker(index, x(i), y(value))));
    });
  }
  return svgElement(
    'svg',
    {
      ...{ class: 'chart-drawing', width, height, viewBox: `0 0 ${width} ${height}` },
      ...{ 'aria-hidden': 'true', focusable: 'false' },
    },
    ...parts,
  );
}

/** Returns the sample of a series in a legend. */
export const legendSample = (index: number): SVGElement =>
  svgElement(
    'svg',
    { class: 'chart-sample', width: 28, height: 12, 'aria-hidden': 'true' },
    svgElement('polyline', { class: `chart-line series-${index}`, points: '0,6 28,6' }),
    marker(index, 14, 6),
  );
