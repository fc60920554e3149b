import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { readPaths } from '../../../src/cli/paths.ts';

test('the authority file is known, and watched by serve, under its current and its old name', () => {
  expect(readPaths({ root: 'site' }).authorityFiles).toEqual([
    resolve('site/authority.yaml'),
    resolve('site/subjects.yaml'),
  ]);
});
