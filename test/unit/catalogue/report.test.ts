import { expect, test } from 'vitest';
import {
  diagnosticWriter,
  isRewritten,
  removeStage,
  stages,
} from '../../../src/catalogue/diagnostics.ts';
import { readDiagnostics, readErrors, seedRefName } from '../../../src/catalogue/report.ts';
import type { Diagnostic } from '../../../src/model/diagnostic.ts';
import { withCatalogue } from '../../support/archive-of.ts';

const unknown = (file: string, field: string, line: number): Diagnostic => ({
  ...{ rule: 'record-unknown-field', severity: 'warning', file, line },
  values: { field, nearest: '' },
});
const broken = (file: string, line: number): Diagnostic => ({
  ...{ rule: 'record-syntax', severity: 'error', file, line, values: {} },
});

test('an unknown key is reported once in an archive, errors each time', () => {
  withCatalogue((catalogue) => {
    const write = diagnosticWriter(catalogue);
    for (let n = 1; n <= 20; n += 1) {
      const ref = { seed: 'a.jsonl', ordinal: n };
      write(ref, stages.reading, [unknown('a.jsonl', 'views', n), unknown('a.jsonl', 'likes', n)]);
      write({ seed: 'b.jsonl', ordinal: n }, stages.reading, [broken('b.jsonl', n)]);
    }
    write({ seed: 'c.jsonl', ordinal: 1 }, stages.reading, [unknown('c.jsonl', 'views', 1)]);
    const { diagnostics, errors, warnings, unread } = readDiagnostics(catalogue, 1000);
    expect({ errors, warnings, unread }).toEqual({ errors: 20, warnings: 2, unread: false });
    expect(diagnostics.filter(({ severity }) => severity === 'warning')).toEqual([
      unknown('a.jsonl', 'views', 1),
      unknown('a.jsonl', 'likes', 1),
    ]);
  });
});

test('the first diagnostics are returned and all are counted', () => {
  withCatalogue((catalogue) => {
    const write = diagnosticWriter(catalogue);
    for (let n = 1; n <= 50; n += 1) {
      write({ seed: 'b.jsonl', ordinal: n }, stages.reading, [broken('b.jsonl', n)]);
    }
    const { diagnostics, errors } = readDiagnostics(catalogue, 10);
    expect(errors).toBe(50);
    expect(readErrors(catalogue)).toEqual({ errors: 50, unread: false });
    expect(diagnostics.map(({ line }) => line)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });
});

test('an unreadable seed is reported, so that its pages are not removed', () => {
  withCatalogue((catalogue) => {
    const diagnostic: Diagnostic = {
      ...{ rule: 'seed-unreadable', severity: 'error', file: 'a.txt' },
      values: { reason: 'EACCES' },
    };
    diagnosticWriter(catalogue)({ seed: 'a.txt', ordinal: 0 }, stages.walk, [diagnostic]);
    expect(readDiagnostics(catalogue, 0)).toMatchObject({ errors: 1, unread: true });
    expect(readErrors(catalogue)).toEqual({ errors: 1, unread: true });
  });
});

test('a record is named by its number in the seed', () => {
  expect(seedRefName('2015/july.jsonl', 12)).toBe('2015/july.jsonl#12');
  expect(seedRefName('a.txt', 0)).toBe('a.txt');
});

test('the diagnostics of a stage are removed, those that builds rewrite by an index', () => {
  withCatalogue((catalogue) => {
    const write = diagnosticWriter(catalogue);
    const everyStage = Object.values(stages);
    for (const stage of everyStage)
      write({ seed: 'a.txt', ordinal: 0 }, stage, [broken('a.txt', 1)]);
    const left = () =>
      catalogue
        .prepare('SELECT stage FROM diagnostics ORDER BY stage')
        .all()
        .map((row) => row.stage);
    expect(left()).toEqual(everyStage);
    for (const [n, stage] of everyStage.entries()) {
      removeStage(catalogue, stage);
      expect(left()).toEqual(everyStage.slice(n + 1));
    }
    const plan = catalogue
      .prepare(`EXPLAIN QUERY PLAN DELETE FROM diagnostics WHERE stage = ? AND ${isRewritten}`)
      .all(stages.walk);
    expect(plan.map(({ detail }) => detail)).toEqual([
      'SEARCH diagnostics USING INDEX diagnostics_of_stage (stage=?)',
    ]);
  });
});
