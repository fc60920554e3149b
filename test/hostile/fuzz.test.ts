import { expect, test } from 'vitest';
import { random } from './fuzz/random.ts';
import { subjects } from './fuzz/subjects.ts';
import { type Failure, tryCase } from './fuzz/try-cases.ts';

/** Other seeds: `npm run fuzz -- --minutes 60`, or WARRAQ_SEED. */
const first = Number(process.env.WARRAQ_SEED ?? 20171212);

test.each(subjects.map((subject) => [subject.name, subject] as const))(
  'no input crashes, hangs or loses a letter: %s',
  (_, subject) => {
    const failures: Failure[] = [];
    for (let i = 0; i < subject.cases && failures.length < 3; i += 1) {
      const failure = tryCase(subject, first + i);
      if (failure !== undefined) failures.push(failure);
    }
    expect(failures).toEqual([]);
  },
  120_000,
);

test('a failing case is found, and its seed reproduces it', () => {
  const [decoder] = subjects;
  if (decoder === undefined) throw new Error('There are subjects.');
  const broken = {
    ...decoder,
    hold: (input: string | Buffer) => {
      if (input.length > 40) throw new Error('longer than forty');
    },
  };
  const seeds = Array.from({ length: 50 }, (_, i) => i);
  const failures = seeds.flatMap((seed) => tryCase(broken, seed) ?? []);
  expect(failures.length).toBeGreaterThan(0);
  for (const failure of failures) expect(tryCase(broken, failure.seed)?.input).toBe(failure.input);
});

test('random numbers are determined by their seed', () => {
  const [one, two] = [random(7), random(7)];
  const numbers = Array.from({ length: 1000 }, () => one.below(10));
  expect(numbers).toEqual(Array.from({ length: 1000 }, () => two.below(10)));
  expect(new Set(numbers).size).toBe(10);
});
