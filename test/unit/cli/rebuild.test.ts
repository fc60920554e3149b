import { expect, test } from 'vitest';
import { readResult } from '../../../src/cli/rebuild.ts';

const broken = {
  ...{ severity: 'error', file: 'seeds/a.md', line: 2 },
  ...{ message: 'Duplicate id.', fix: 'Change it.' },
};
const shown = 'seeds/a.md:2\nDuplicate id.\nChange it.';

test('a finished build tells its changes and the errors of texts', () => {
  const output = { written: 3, removed: 1, diagnostics: [broken] };
  expect(readResult(JSON.stringify(output), '')).toEqual({
    ...{ changes: 4, errors: shown, isLocked: false },
  });
});

test.each([
  ['settings', { message: 'Duplicate id.' }, [broken], shown],
  ['a full disk', { message: 'Full.', fix: 'Make room.' }, [], 'Full.\nMake room.'],
  ['another build', { message: 'Another build.', locked: true }, [], 'Another build.', true],
])(
  'a build that an error ended has built nothing: %s',
  (_, error, diagnostics, errors, isLocked = false) => {
    expect(readResult(JSON.stringify({ error, diagnostics }), 'the same as text')).toEqual({
      ...{ changes: undefined, errors, isLocked },
    });
  },
);

test('a build that printed no result tells its error stream without lines of --debug', () => {
  expect(readResult('', 'warraq: seeds/a.md: read\nTypeError: x\n')).toEqual({
    ...{ changes: undefined, errors: 'TypeError: x', isLocked: false },
  });
});
