import { expect, test, vi } from 'vitest';
import { temporarySite } from '../../support/temporary-site.ts';

vi.mock('../../../src/structure/weights-diagnostics.ts', () => ({
  weightsDiagnostics: () => [
    {
      rule: 'weights-unusable',
      severity: 'warning',
      file: 'weights.bin',
      values: { problem: 'damaged' },
    },
  ],
}));

test('with damaged weights nothing is learned, and what was learned stays', async () => {
  const file = 'headings-learned.json';
  const kept = '{"generator": "warraq structure --learn"}';
  const site = temporarySite({ [file]: kept, 'seeds/a.txt': 'نص قصير.' });
  const plain = await site.run('structure', '--learn');
  expect([plain.code, plain.out]).toEqual([3, '']);
  expect(plain.err).toContain('weights.bin');
  const { code, out } = await site.run('structure', '--learn', '--json');
  expect([code, JSON.parse(out)]).toMatchObject([3, { learned: false, file: null }]);
  expect(site.read(file)).toBe(kept);
});
