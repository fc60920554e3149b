import { expect, test } from 'vitest';
import { countWithExamples, explainPlan, explainScan } from '../../../src/pipeline/explain.ts';

test('a count is followed by the first names', () => {
  expect(countWithExamples([])).toBe('0');
  expect(countWithExamples(['a', 'b', 'c'])).toBe('3 (a, b, c)');
  expect(countWithExamples(['a', 'b', 'c', 'd'])).toBe('4 (a, b, c, …)');
});

test('a scan is explained by reason', () => {
  const pending = { new: ['a.txt'], changed: [], untrusted: [], recent: ['b.txt'], vanished: [] };
  expect(explainScan(5, pending)).toBe(
    '5 unchanged; 1 (a.txt) new; 0 changed; 0 to be read again; 1 (b.txt) changed within the last 2 s; 0 vanished',
  );
});

const unchanged = { knowsSite: true, sameRendering: true, sameSections: true };

test('a plan names each reason for which all pages are rendered', () => {
  const few = { ...unchanged, pending: 1, changes: 3, limit: 10 };
  expect(explainPlan('changed', few)).toBe('changed pages only: 3 changes in the catalogue');
  expect(explainPlan('all', { ...few, sameRendering: false, changes: 11 })).toBe(
    'all pages: settings, templates or the program changed; 11 changes are more than 10',
  );
  for (const reason of ['knowsSite', 'sameRendering', 'sameSections'] as const) {
    expect(explainPlan('all', { ...few, [reason]: false })).toMatch(/^all pages: [^;]+$/);
  }
});
