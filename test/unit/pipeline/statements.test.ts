import { StatementSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { plantDrafts } from '../../support/edits.ts';
import { watchCalls } from '../../support/faults.ts';
import { temporarySite } from '../../support/temporary-site.ts';

const methods = ['run', 'get', 'all', 'iterate'] as const;

/** Calls that open a file. */
const opening = new Set(['openSync', 'readFileSync', 'writeFileSync', 'appendFileSync']);

/** What a build does, counted: unlike seconds, the same on any machine under any load. */
interface CountedWork {
  readonly statements: number;
  /** Statements among them that change rows. */
  readonly written: number;
  /** Files of the site and of its cache opened, SQLite's not counted. */
  readonly opened: number;
  /** All calls on them. */
  readonly calls: number;
}

/** Returns the work of a first build of `count` articles without search, downloads and exports. */
async function workOf(count: number): Promise<CountedWork> {
  const site = temporarySite({ 'warraq.yaml': 'search: off\ndownloads: []\nexports: []\n' });
  plantDrafts(site.root, 1, count);
  const spies = methods.map((method) => vi.spyOn(StatementSync.prototype, method));
  const watch = watchCalls(
    (path) => path.startsWith(site.root),
    () => undefined,
  );
  try {
    await site.build();
    return {
      statements: spies.reduce((sum, { mock }) => sum + mock.calls.length, 0),
      written: spies[0]?.mock.calls.length ?? 0,
      opened: watch.calls.filter(({ name }) => opening.has(name)).length,
      calls: watch.calls.length,
    };
  } finally {
    watch.restore();
    for (const spy of spies) spy.mockRestore();
  }
}

test('a first build needs few SQL statements and file system calls for an article more', async () => {
  const [few, many] = [await workOf(20), await workOf(80)];
  const more = (of: keyof CountedWork): number => (many[of] - few[of]) / 60;
  expect(more('statements')).toBeLessThan(4);
  expect(few.written).toBeGreaterThan(20);
  expect(more('written')).toBeLessThan(1);
  // The seed and the page.
  expect(few.opened).toBeGreaterThan(40);
  expect(more('opened')).toBeLessThan(2.2);
  expect(more('calls')).toBeLessThan(13);
});
