import { describe, expect, test } from 'vitest';
import {
  type FloorFigures,
  floorFigures,
  floors,
  shortfalls,
} from '../../../bench/structure/floors.ts';
import { dataFolder, findSet, readGold } from '../../../bench/structure/gold.ts';
import { measure } from '../../../bench/structure/measure.ts';
import { skipIf } from '../../support/skip.ts';

const missingSet = (set: string): string | undefined =>
  findSet(dataFolder, set) === undefined ? `${dataFolder} has no data set ${set}` : undefined;

for (const floor of floors) {
  const { set, every } = floor;
  test(`recovery on ${set} has not become worse`, skipIf(missingSet(set)), () => {
    const figures = floorFigures(measure(set, readGold(dataFolder, set, every)));
    expect(shortfalls(floor, figures)).toEqual([]);
  });
}

describe('a floor', () => {
  const figures: FloorFigures = {
    ...{ balancedF1: 80, cautiousP: 98, falseCautious: 3, paragraphsF1: 84 },
  };
  const floor = { set: 'a', every: 2, ...figures };

  test('is reached by figures that are as good or better', () => {
    expect(shortfalls(floor, figures)).toEqual([]);
    expect(shortfalls(floor, { ...figures, balancedF1: 81, falseCautious: 0 })).toEqual([]);
  });

  test('names each figure that is worse', () => {
    const worse = { balancedF1: 79.9, cautiousP: 90, falseCautious: 4, paragraphsF1: 0 };
    expect(shortfalls(floor, worse)).toEqual([
      'a: balancedF1 79.9 < 80',
      'a: cautiousP 90.0 < 98',
      'a: paragraphsF1 0.0 < 84',
      'a: falseCautious 4 > 3',
    ]);
  });
});
