import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { buildHere, makeRoot, writeFiles } from './site.ts';

/** Real newspaper articles that stand beside the repository on some machines, never in it. */
const folder = join(import.meta.dirname, '../../../shared/data/articles');
const [day] = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.jsonl.gz'))
      .sort()
  : [];
if (day === undefined) {
  process.stderr.write(
    'The shared articles are not here: the building of their records is skipped.\n',
  );
}

test.skipIf(day === undefined)(
  'real records are an archive by a config of ten lines',
  async () => {
    const root = makeRoot('shared-records');
    try {
      copyFileSync(join(folder, day ?? ''), join(root, 'seeds', day ?? ''));
      const config = `name: أرشيف الصحف
records:
  fields:
    text: content
    authors: author
    date: date_extracted
`;
      writeFiles(root, { 'warraq.yaml': config });
      const first = await buildHere(root);
      expect(first.articles).toBeGreaterThan(1000);
      // Of two thousand real records two have neither a title nor a text.
      expect(first.diagnostics.filter(({ severity }) => severity === 'error')).toMatchObject(
        Array.from({ length: first.errors }, () => ({ rule: 'record-no-text' })),
      );
      expect(first.errors / first.articles).toBeLessThan(0.005);
      const second = await buildHere(root);
      expect(second).toMatchObject({ read: 0, rendered: 0, written: 0, removed: 0 });
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  },
  120_000,
);
