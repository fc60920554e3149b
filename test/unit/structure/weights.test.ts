import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  knownProblem,
  loadWeights,
  ownChecksum,
  problemOf,
  readWeights,
} from '../../../src/structure/learned/load-weights.ts';
import {
  checkWeights,
  unpackWeights,
  withChecksum,
} from '../../../src/structure/learned/unpack-weights.ts';
import { recover } from '../../../src/structure/recover.ts';
import { recoverHeadings } from '../../../src/structure/recover-headings.ts';
import { fixture, repository } from '../../support/paths.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const shipped = readFileSync(join(repository, 'src/structure/learned/weights.bin'));
const flat = readFileSync(fixture('structure/flattened/economy.txt'), 'utf8');

/** Returns what a file of these bytes gives. */
function stateOf(bytes: Uint8Array): readonly unknown[] {
  const file = join(temporaryFolder(), 'weights.bin');
  writeFileSync(file, bytes);
  const { weights, problem } = readWeights(file);
  return [weights === undefined ? undefined : 'weights', problem, problemOf(file)];
}

test('weights are read whole or not at all', () => {
  const damaged = [undefined, 'damaged', 'damaged'];
  const { packed, isConfirmed } = checkWeights(shipped);
  expect(isConfirmed, 'the shipped weights have a checksum').toBe(true);
  const sealed = withChecksum(packed);
  expect(shipped.equals(sealed)).toBe(true);
  expect(crc32(shipped), 'the number in the source').toBe(ownChecksum);
  expect(stateOf(sealed)).toEqual(['weights', undefined, undefined]);
  for (const length of [0, 5, 12, 40, 5000, sealed.length / 2, sealed.length - 1]) {
    expect(stateOf(sealed.subarray(0, length)), `${length} bytes`).toEqual(damaged);
  }
  for (const at of [0, 4, 7, 9, 2000, 1_500_000, sealed.length - 9, sealed.length - 1]) {
    const changed = sealed.slice();
    changed[at] = (changed[at] as number) ^ 64;
    expect(stateOf(changed), `byte ${at}`).toEqual(damaged);
  }
  expect(stateOf(Uint8Array.from({ length: 4000 }, (_, i) => (i * 37) & 255))).toEqual(damaged);
  const missing = join(temporaryFolder(), 'weights.bin');
  expect([readWeights(missing), problemOf(missing)]).toEqual([
    { problem: 'unreadable' },
    'unreadable',
  ]);
});

test('the core takes its weights as an option, from bytes of either kind', () => {
  const copy = new ArrayBuffer(shipped.length);
  new Uint8Array(copy).set(shipped);
  const own = recover(flat, { weights: loadWeights(), headings: 'eager' });
  expect(own.headings.length).toBeGreaterThan(0);
  expect(own.paragraphs.length).toBeGreaterThan(1);
  expect(recover(flat, { weights: unpackWeights(copy), headings: 'eager' })).toEqual(own);
  expect(recoverHeadings(flat, { headings: 'eager' })).toEqual(own);
});

test('without weights the headings of marks and lines are found, and no others', () => {
  const body = 'اتفق الطرفان على موعد جديد للجولة المقبلة. '.repeat(3).trim();
  const lines = `${body}\n\n# قاعة القراءة\n\n${body}\n\nساعات العمل\n\n${body}`;
  const { headings } = recover(lines);
  expect(headings.map(({ text }) => text)).toEqual(['قاعة القراءة', 'ساعات العمل']);
  const flattened = recover(flat);
  expect([flattened.headings, flattened.paragraphs.length]).toEqual([[], 1]);
  expect(recoverHeadings(flat, { weights: undefined })).toEqual(flattened);
});

test('weights are asked for where a text may have lost breaks, and for no other', () => {
  let times = 0;
  const weights = () => {
    times += 1;
    return loadWeights();
  };
  const body = 'اتفق الطرفان على موعد جديد للجولة المقبلة في العاصمة.';
  recover(`ساعات العمل في المكتبة\n\n${body}\n\n${body}`, { weights });
  expect(times).toBe(0);
  const { headings } = recover(flat, { weights, headings: 'eager' });
  expect([headings, times]).toEqual([
    recover(flat, { weights: loadWeights(), headings: 'eager' }).headings,
    1,
  ]);
  expect(knownProblem(), 'the program’s weights were read').toBeUndefined();
});
