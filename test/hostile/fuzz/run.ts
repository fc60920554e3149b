import { parseArgs } from 'node:util';
import { subjects } from './subjects.ts';
import { tryCase } from './try-cases.ts';

/**
 * Fuzzes for as long as it is told: `npm run fuzz -- --minutes 60`. Every case follows from its seed;
 * `--seed N` begins with another, and a failure names the one that gives it again.
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
    // The parts are tried as often, one against another, as in continuous integration.
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
