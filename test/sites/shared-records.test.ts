import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { missingFolder, sharedArticles } from '../support/paths.ts';
import { skipIf } from '../support/skip.ts';
import { temporarySite } from '../support/temporary-site.ts';

test('settings of ten lines make an archive of real records', {
  ...skipIf(missingFolder(sharedArticles)),
  timeout: 120_000,
}, async () => {
  const site = temporarySite();
  const names = readdirSync(sharedArticles).sort();
  const day = names.find((name) => name.endsWith('.jsonl.gz')) ?? 'no day';
  copyFileSync(join(sharedArticles, day), site.at('seeds', day));
  const config = `name: أرشيف الصحف
records:
  fields:
    text: content
    authors: author
    date: date_extracted
`;
  site.write({ 'warraq.yaml': config });
  const first = await site.build();
  expect(first.articles).toBeGreaterThan(1000);
  // Of two thousand real records two have neither a title nor a text.
  expect(first.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject(
    Array.from({ length: first.errors }, () => ({ rule: 'record-no-text' })),
  );
  expect(first.errors / first.articles).toBeLessThan(0.005);
  const second = await site.build();
  expect(second).toMatchObject({ read: 0, rendered: 0, written: 0, removed: 0 });
});
