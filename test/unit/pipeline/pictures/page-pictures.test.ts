import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { beforeEach, expect, test } from 'vitest';
import { pictureSecret, samplePicture } from '../../../support/sample-pictures.ts';
import { type TemporarySite, temporarySite } from '../../../support/temporary-site.ts';

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite();
});

const media = (): readonly string[] => {
  const folder = site.at('dist/assets/media');
  return existsSync(folder) ? readdirSync(folder).sort() : [];
};

async function build(): Promise<readonly string[]> {
  const { code, out } = await site.run('build', '--json');
  expect(code).toBe(0);
  const { diagnostics } = JSON.parse(out) as {
    diagnostics: readonly { rule: string; file: string; line?: number }[];
  };
  return diagnostics
    .map(({ rule, file, line = 0 }) => `${rule} ${file}:${line}`)
    .filter((one) => !one.startsWith('date'))
    .sort();
}

test('pages of the site’s own show pictures beside them, without metadata, also on the front page', async () => {
  const picture = await samplePicture('jpeg', { width: 60, height: 40 });
  site.write({
    'warraq.yaml': 'home: [من نحن, latest]\n',
    'pages/من نحن.md':
      '---\ntitle: من نحن\nimage: {src: شعار.png, alt: الشعار}\n---\nهذا أرشيفنا.\n\n![المبنى](<صور/دار الجريدة.jpg> "الدار. تصوير: أحمد سالم")\n',
    'pages/صور/دار الجريدة.jpg': picture,
    'pages/شعار.png': await samplePicture('png', { width: 30, height: 30 }),
    'seeds/a.md': '---\ntitle: خبر\n---\nنص الخبر.\n\n![المبنى](p.jpg)\n',
    'seeds/p.jpg': picture,
  });
  expect(await build()).toEqual([]);
  const names = media();
  expect(names).toHaveLength(2);
  const [page = ''] = readdirSync(site.at('dist/pages'));
  for (const [path, up] of [
    [`dist/pages/${page}`, '../'],
    ['dist/index.html', ''],
  ] as const) {
    const html = site.read(path);
    for (const name of names) expect(html).toContain(`<img src="${up}assets/media/${name}"`);
    expect(html).toContain('<span class="credit">تصوير: أحمد سالم</span>');
    expect(html.indexOf('الشعار')).toBeLessThan(html.indexOf('<p>هذا أرشيفنا'));
  }
  expect(
    site.read(`dist/assets/media/${names.find((name) => name.endsWith('jpg'))}`),
  ).not.toContain(pictureSecret);
  // The article's picture is the page's too, so it stays; the other one goes.
  site.write({ 'pages/من نحن.md': '---\ntitle: من نحن\n---\nهذا أرشيفنا.\n' });
  expect(await build()).toEqual(['own-page-pictures pages:0']);
  expect(media()).toHaveLength(1);
  site.remove('seeds/a.md');
  site.write({ 'seeds/b.md': '---\ntitle: خبر آخر\n---\nنص.\n' });
  await build();
  expect(media()).toEqual([]);
});

test('what a page cannot show is told, and the page is published', async () => {
  site.write({
    'pages/about.md':
      '---\ntitle: من نحن\n---\nهذا أرشيفنا.\n\n![ضائعة](lost.jpg)\n\n![سر](../seeds/p.png)\n\n![رابط](link.png)\n\n![فارغة](empty.png)\n',
    'pages/draft.md': '---\ntitle: مسودة\ndraft: true\n---\n![مسودة](draft.png)\n',
    'pages/draft.png': await samplePicture('png'),
    'pages/empty.png': '',
    'pages/en/about.md': '# About\n',
    'seeds/a.md': '---\ntitle: خبر\n---\nنص الخبر.\n',
    'seeds/p.png': await samplePicture('png', { width: 9 }),
  });
  symlinkSync(site.at('seeds/p.png'), site.at('pages/link.png'));
  expect(await build()).toEqual([
    'held-draft pages/draft.md:3',
    'own-page-folder pages/en:0',
    'picture-missing pages/about.md:6',
    'picture-outside pages/about.md:10',
    'picture-outside pages/about.md:8',
    'picture-unusable pages/about.md:12',
    'pictures-unused seeds:0',
  ]);
  expect(media()).toEqual([]);
  expect(site.read('dist/pages/about.html')).toContain('<p>ضائعة</p>');
});
