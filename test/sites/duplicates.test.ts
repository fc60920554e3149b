import { expect, test } from 'vitest';
import { temporarySite } from '../support/temporary-site.ts';

/** A text of eighty words about a matter; `word` is one of them. */
const textOf = (matter: string, word: string): string =>
  Array.from({ length: 80 }, (_, n) => (n === 40 ? word : `${matter}${n % 7 === 0 ? '' : n}`)).join(
    ' ',
  );

const seedOf = (title: string, date: string, text: string): string =>
  `---\ntitle: ${title}\nsource: الساحل\ndate: ${date}\n---\n${text}\n`;

test('a copy that is added, edited and removed changes the pages that name it, and no others', async () => {
  const site = temporarySite({
    'seeds/port.md': seedOf('الميناء', '2011-01-01', textOf('زورق', 'شراع')),
    'seeds/bridge.md': seedOf('الجسر', '2011-02-01', textOf('جسر', 'حديد')),
    'seeds/road.md': seedOf('الطريق', '2011-03-01', textOf('طريق', 'حجر')),
    // Between the copy and the others, so that these are no neighbours of it.
    'seeds/well.md': seedOf('البئر', '2011-04-01', textOf('بئر', 'ماء')),
    'seeds/copy.md': seedOf('السوق', '2011-05-01', textOf('سوق', 'تمر')),
  });
  await site.build();
  const names = (page: string): boolean =>
    site.read(`dist/articles/${page}.html`).includes('copy.html');
  const changed = async (text: string | undefined): Promise<readonly string[]> => {
    const before = site.tree();
    if (text === undefined) site.remove('seeds/copy.md');
    else site.write({ 'seeds/copy.md': text });
    await site.build();
    const after = site.tree();
    expect(after).toEqual(await site.coldTree());
    return [...after]
      .filter(([path, hash]) => path.startsWith('articles/') && before.get(path) !== hash)
      .flatMap(([path]) => (path.endsWith('.html') ? [path] : []));
  };
  const copy = seedOf('السوق', '2011-05-01', textOf('زورق', 'مجداف'));
  expect(names('port')).toBe(false);
  expect(await changed(copy)).toEqual(['articles/copy.html', 'articles/port.html']);
  expect(names('port')).toBe(true);
  // The page of the other names its source and date.
  expect(await changed(copy.replace('الساحل', 'الميناء'))).toContain('articles/port.html');
  expect(await changed(copy.replace('السوق', 'سوق المدينة'))).toContain('articles/port.html');
  expect(await changed(undefined)).toContain('articles/port.html');
  expect(names('port')).toBe(false);
}, 60_000);
