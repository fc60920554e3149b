import { expect, test } from 'vitest';
import { temporarySite } from '../support/temporary-site.ts';

const seed = (date: string, title = `خبر ${date}`): string =>
  `---\ndate: ${date}\ntitle: ${title}\n---\nوصلت السفينة إلى الميناء صباح ${date}.\n`;

test('an article more rewrites its month, its year and the indexes, and a neighbour only where a month appears', async () => {
  const site = temporarySite();
  site.write({ 'warraq.yaml': 'search: off\n' });
  const days = ['2010-01-05', '2011-06-10', '2011-06-20', '2012-02-01', '2012-09-30', '2013-06-10'];
  for (const day of days) site.write({ [`seeds/${day}.txt`]: seed(day) });
  await site.build();
  let before = site.tree();
  /** Pages of the calendars that were added, changed or removed by a build. */
  async function changed(files: Readonly<Record<string, string | undefined>>): Promise<unknown> {
    for (const [name, text] of Object.entries(files)) {
      if (text === undefined) site.remove(`seeds/${name}`);
      else site.write({ [`seeds/${name}`]: text });
    }
    await site.build();
    const now = site.tree();
    const paths = [...new Set([...before.keys(), ...now.keys()])].filter(
      (path) => /^(?:dates|hijri)\//.test(path) && before.get(path) !== now.get(path),
    );
    before = now;
    expect(new Map(now)).toEqual(await site.coldTree());
    return paths.filter((path) => !path.startsWith('hijri/')).sort();
  }
  const own = ['dates/2011/06/index.html', 'dates/2011/index.html', 'dates/index.html'];
  expect(await changed({ 'more.txt': seed('2011-06-20') })).toEqual([
    'dates/2011/06/20.html',
    ...own,
    'dates/through-years/06.html',
  ]);
  expect(await changed({ 'day.txt': seed('2011-06-21') })).toEqual([
    'dates/2011/06/21.html',
    ...own,
    'dates/through-years/06.html',
  ]);
  // The month is new, and its neighbours link to it.
  expect(await changed({ 'month.txt': seed('2012-06-01') })).toEqual([
    ...['dates/2012/02/index.html', 'dates/2012/06/01.html', 'dates/2012/06/index.html'],
    ...['dates/2012/09/index.html', 'dates/2012/index.html', 'dates/index.html'],
    'dates/through-years/06.html',
  ]);
  // Another title is shown by the pages that list it, and no other.
  expect(await changed({ 'month.txt': seed('2012-06-01', 'سفينة أخرى') })).toEqual([
    ...['dates/2012/06/01.html', 'dates/2012/06/index.html', 'dates/2012/index.html'],
    'dates/through-years/06.html',
  ]);
  expect(await changed({ 'month.txt': undefined })).toEqual([
    ...['dates/2012/02/index.html', 'dates/2012/06/01.html', 'dates/2012/06/index.html'],
    ...['dates/2012/09/index.html', 'dates/2012/index.html', 'dates/index.html'],
    'dates/through-years/06.html',
  ]);
}, 60_000);
