import { expect, test } from 'vitest';
import { shortfalls } from '../../../bench/structure/floors.ts';
import { readGold } from '../../../bench/structure/gold.ts';
import { measure } from '../../../bench/structure/measure.ts';
import { missingFolder, sharedStructure } from '../../support/paths.ts';
import { skipIf } from '../../support/skip.ts';

test.each(['dev', 'dev-inline'])(
  'recovery on %s has not become worse',
  skipIf(missingFolder(sharedStructure)),
  (set) => {
    expect(shortfalls(measure(set, readGold(sharedStructure, set)))).toEqual([]);
  },
);
