import { expect, test } from 'vitest';
import { cataloguePath, openReader } from '../../../../src/catalogue/open.ts';
import { packTasks, planPacks } from '../../../../src/pipeline/packs/plan-packs.ts';
import { temporarySite } from '../../../support/temporary-site.ts';

test('a pack that holds too much is divided by month, then by ids; others stay whole', async () => {
  const site = temporarySite();
  for (let n = 1; n <= 40; n += 1) {
    const [source, month] = [n % 4 === 0 ? 'okaz' : 'ahram', n <= 4 ? '01' : '02'];
    const date = n > 35 ? '' : `date: 2017-${month}-03\n`;
    site.write({
      [`seeds/n${n}.txt`]: `---\ntitle: خبر ${n}\nsource: ${source}\n${date}---\nنص ${n}.\n`,
    });
  }
  await site.build();
  const catalogue = openReader(cataloguePath(site.at('.cache')));
  try {
    const downloads = ['packs'] as const;
    const limits = { articles: 10, bytes: 1_000_000 };
    const { packs, divided } = planPacks(catalogue, { downloads }, limits);
    const named = packs.map(({ source, stem, articles }) => `${source}/${stem} ${articles}`);
    expect(divided).toEqual(['ahram/2017', 'ahram/2017-02']);
    expect(named.filter((name) => !name.includes('2017-02'))).toEqual([
      ...['ahram/undated 3', 'ahram/2017-01 3', 'okaz/undated 2', 'okaz/2017 8'],
    ]);
    const parts = packs.filter(({ stem }) => /^2017-02-[0-9a-f]$/.test(stem));
    expect(parts.reduce((sum, { articles }) => sum + articles, 0)).toBe(24);
    expect(packs.reduce((sum, { articles }) => sum + articles, 0)).toBe(40);
    expect(Math.max(...packs.map(({ articles }) => articles))).toBeLessThanOrEqual(10);
    // All parts of a month are found in one pass over it.
    const tasks = [...packTasks({ packs, divided })];
    expect(tasks).toHaveLength(1);
    expect(planPacks(catalogue, { downloads: [] }, limits)).toEqual({ packs: [], divided: [] });
    const bytes = planPacks(catalogue, { downloads }, { articles: 100, bytes: 1 });
    expect(bytes.packs.every(({ articles }) => articles === 1)).toBe(true);
  } finally {
    catalogue.close();
  }
});
