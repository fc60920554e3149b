import { parseArgs } from 'node:util';
import { subjects } from './subjects.ts';
import { tryCase } from './try-cases.ts';

/**
 * Fuzzes for a number of minutes: `npm run fuzz -- --minutes 60`. Every case is determined by its seed;
 * `--seed N` sets the first, and a failure names the seed that reproduces it.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
  },
});
const until = performance.now() + Number(values.minutes) * 60_000;
const first = Number(values.seed);
let seed = first;
let failures = 0;
for (; performance.now() < until && failures < 10; seed += 1) {
  for (const subject of subjects) {
    // Subjects are tried in the same proportion as in continuous integration.
    const times = Math.ceil(subject.cases / 4000);
    for (let i = 0; i < times; i += 1) {
      const failure = tryCase(subject, seed * 64 + i);
      if (failure === undefined) continue;
      failures += 1;
      process.stdout.write(`${JSON.stringify(failure)}\n`);
    }
  }
}
process.stderr.write(`seeds ${first} to ${seed - 1}: ${failures} failures\n`);
process.exitCode = failures === 0 ? 0 : 1;
