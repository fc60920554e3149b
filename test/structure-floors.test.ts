import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shortfalls } from '../bench/structure/floors.ts';
import { readGold } from '../bench/structure/gold.ts';
import { measure } from '../bench/structure/measure.ts';

/** Labelled newspaper articles that stand beside the repository on some machines, never in it. */
const folder = join(import.meta.dirname, '../../shared/data/structure');
const isHere = existsSync(folder);
if (!isHere) process.stderr.write('The labelled articles are not here: the floors are skipped.\n');

test.skipIf(!isHere).each(['dev', 'dev-inline'])('recovery on %s has not become worse', (set) => {
  expect(shortfalls(measure(set, readGold(folder, set)))).toEqual([]);
});
