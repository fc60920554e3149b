import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { recordChanges, type Watched, watchSources } from '../../../src/serve/watch.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** Makes a change, and waits until a second watch, and so each earlier one, has reported it. */
async function reported(watched: Watched, change: () => void): Promise<void> {
  const told = Promise.withResolvers<void>();
  const end = watchSources(watched, () => told.resolve());
  change();
  await told.promise;
  await turn();
  end();
}

test('changes before anything follows them are kept, and told with later ones', async () => {
  const root = temporaryFolder({ 'seeds/a.txt': 'نص', 'cache/a': '' });
  const [seed, pages] = [join(root, 'seeds/a.txt'), join(root, 'pages')];
  const config = join(root, 'warraq.yaml');
  const watched = {
    folders: [join(root, 'seeds'), pages, join(root, 'cache')],
    // The folder of the second does not exist.
    files: [config, join(root, 'none/other.yaml')],
    ignored: [join(root, 'cache')],
  };
  const changes = recordChanges(watched);
  const paths: string[] = [];
  await reported(watched, () => {
    writeFileSync(join(root, 'cache/a'), 'x');
    writeFileSync(seed, 'نص آخر');
  });
  changes.follow((changed) => void paths.push(...changed));
  expect(paths).toEqual([seed]);
  mkdirSync(pages);
  writeFileSync(config, 'name: أرشيف\n');
  await vi.waitFor(() => expect(new Set(paths)).toEqual(new Set([seed, pages, config])), 10_000);
  expect(changes.end()).toBe(false);
});

test('a watch that ends tells whether anything has changed that nothing followed', async () => {
  const root = temporaryFolder({ 'seeds/a.txt': 'نص' });
  const watched = { folders: [join(root, 'seeds')], files: [], ignored: [] };
  const changes = recordChanges(watched);
  await reported(watched, () => writeFileSync(join(root, 'seeds/a.txt'), 'نص آخر'));
  expect(changes.end()).toBe(true);
});
