import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measure } from '../archive/measure.ts';
import { median } from '../archive/results.ts';
import { installWarraq } from '../archive/warraq-package.ts';

// Packs the program, installs it into an empty folder and measures what its start costs: median and range of processor
// and wall seconds, with the goals.

/** What is run, and the most that it may take. */
interface Case {
  readonly arguments: readonly string[];
  readonly goal?: { readonly of: 'CPU' | 'wall'; readonly seconds: number };
  /** Whether the site and its cache are removed before. */
  readonly isCold?: boolean;
}

const start = { of: 'CPU', seconds: 0.1 } as const;

const cases: readonly Case[] = [
  { arguments: ['--version'], goal: start },
  { arguments: ['--help'], goal: start },
  { arguments: ['check', '--root', 'empty'], goal: start },
  { arguments: ['build'], goal: { of: 'wall', seconds: 0.25 }, isCold: true },
  { arguments: ['build'] },
];

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({ options: { repeats: { type: 'string', default: '9' } } });
const folder = mkdtempSync(join(tmpdir(), 'warraq-start-'));
try {
  const program = installWarraq(root, folder);
  for (const name of ['seeds', 'empty']) mkdirSync(join(folder, name));
  const text = readFileSync(join(root, 'test/fixtures/structure/flattened/economy.txt'));
  writeFileSync(join(folder, 'seeds/economy.txt'), text);
  process.stdout.write(`Load ${loadavg()[0]?.toFixed(1)}, Node ${process.versions.node}\n`);
  for (const { arguments: given, goal, isCold = false } of cases) {
    const clear = (): void => {
      for (const name of isCold ? ['dist', '.cache'] : []) {
        rmSync(join(folder, name), { recursive: true, force: true });
      }
    };
    const command = { program: process.execPath, arguments: [program, ...given], folder };
    const costs: { readonly CPU: number; readonly wall: number }[] = [];
    // The first run fills the compile cache.
    for (let run = 0; run <= Number(values.repeats); run += 1) {
      clear();
      const { cost } = await measure(command, join(folder, 'log'), 60);
      if (run > 0) costs.push({ CPU: cost.cpuSeconds ?? 0, wall: cost.wallSeconds });
    }
    const figures = (['CPU', 'wall'] as const).map((of) => {
      const all = costs.map((cost) => cost[of]).sort((a, b) => a - b);
      return `${of} ${median(all)?.toFixed(3)} s (${all[0]?.toFixed(3)}–${all.at(-1)?.toFixed(3)})`;
    });
    const aim = goal === undefined ? '' : `; goal: ${goal.of} at most ${goal.seconds} s`;
    const name = `warraq ${given.join(' ')}${isCold ? ', cold' : ''}`;
    process.stdout.write(`${name}: ${figures.join(', ')}${aim}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
