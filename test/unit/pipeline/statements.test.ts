import { StatementSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { plantDrafts } from '../../support/edits.ts';
import { temporarySite } from '../../support/temporary-site.ts';

const methods = ['run', 'get', 'all', 'iterate'] as const;

/** Returns the number of SQL statements of a first build of `count` articles. */
async function statementsOf(count: number): Promise<number> {
  const site = temporarySite({ 'warraq.yaml': 'search: off\ndownloads: []\nexports: []\n' });
  plantDrafts(site.root, 1, count);
  const spies = methods.map((method) => vi.spyOn(StatementSync.prototype, method));
  try {
    await site.build();
    return spies.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

test('a first build needs few SQL statements for an article more', async () => {
  const [few, many] = [await statementsOf(20), await statementsOf(80)];
  expect((many - few) / 60).toBeLessThan(32);
});
