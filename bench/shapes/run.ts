import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { maxMarkdownBytes, maxSeedBytes } from '../../src/model/limits.ts';
import { proseOfSize, type Shape, shapes } from '../../test/support/hostile/shapes.ts';
import { measure } from '../archive/measure.ts';
import { wholeNumber } from '../option-values.ts';

/** CPU seconds of a whole build and its peak memory in megabytes. */
interface Figures {
  readonly seconds: number;
  readonly megabytes: number;
}

const { values } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    format: { type: 'string', default: 'md,txt' },
    kilobytes: { type: 'string' },
    repeats: { type: 'string', default: '1' },
    limit: { type: 'string', default: '120' },
  },
});
const repeats = wholeNumber(values.repeats, '--repeats');
const limit = wholeNumber(values.limit, '--limit');
const program = new URL('../../src/cli/warraq.js', import.meta.url).pathname;

/** Returns the size of a seed of a format: that of the option, else the limit. */
function sizeOf(format: Shape['format']): number {
  const most = format === 'md' ? maxMarkdownBytes : maxSeedBytes;
  if (values.kilobytes === undefined) return most - 16;
  return Math.min(most - 16, wholeNumber(values.kilobytes, '--kilobytes') * 1024);
}

/** Builds a site of one seed; the least of the runs counts. */
async function built(name: string, text: string): Promise<Figures> {
  const root = mkdtempSync(join(tmpdir(), 'shapes-'));
  try {
    mkdirSync(join(root, 'seeds'));
    writeFileSync(join(root, 'seeds', name), text);
    let best: Figures = { seconds: Number.POSITIVE_INFINITY, megabytes: 0 };
    for (let i = 0; i < repeats; i += 1) {
      rmSync(join(root, '.cache'), { recursive: true, force: true });
      const run = await measure(
        {
          program: process.execPath,
          arguments: [program, 'build', '--root', root, '--workers', '0', '--json'],
          folder: root,
        },
        join(root, 'log'),
        limit,
      );
      const seconds = run.exitCode === undefined ? Number.NaN : (run.cost.cpuSeconds ?? Number.NaN);
      const megabytes = Math.round((run.cost.peakBytes ?? 0) / 1e6);
      best = {
        seconds: Math.min(best.seconds, seconds),
        megabytes: Math.max(best.megabytes, megabytes),
      };
    }
    return best;
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const chosen = shapes.filter(
  ({ name, format }) =>
    values.format.split(',').includes(format) &&
    values.only.split(',').some((part) => name.includes(part)),
);
const print = (line: string): void => void process.stdout.write(`${line}\n`);
await built('a.txt', 'نص.');
const startup = await built('a.txt', 'نص.');
print(`startup: ${startup.seconds.toFixed(2)} s, ${startup.megabytes} MB`);
print(
  '\n| format | shape | KB | CPU s | ÷ prose | peak MB |\n| --- | --- | --- | --- | --- | --- |',
);
const prose = new Map<Shape['format'], Figures>();
for (const { name, format, text } of chosen) {
  const size = sizeOf(format);
  let compared = prose.get(format);
  if (compared === undefined) {
    compared = await built(`a.${format}`, proseOfSize(size));
    prose.set(format, compared);
    const own = (compared.seconds - startup.seconds).toFixed(2);
    print(
      `| ${format} | prose | ${Math.round(size / 1024)} | ${own} | 1 | ${compared.megabytes} |`,
    );
  }
  const figures = await built(`a.${format}`, text(size));
  const own = figures.seconds - startup.seconds;
  const ratio = own / (compared.seconds - startup.seconds);
  print(
    `| ${format} | ${name} | ${Math.round(size / 1024)} | ${own.toFixed(2)} | ${ratio.toFixed(1)} | ${figures.megabytes} |`,
  );
}
