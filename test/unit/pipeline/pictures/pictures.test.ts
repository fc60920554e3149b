import { existsSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import type { BuildResult } from '../../../../src/pipeline/build-options.ts';
import type { Format } from '../../../../src/sources/format.ts';
import { bombPng, pictureSecret, samplePicture } from '../../../support/sample-pictures.ts';
import { type TemporarySite, temporarySite } from '../../../support/temporary-site.ts';

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite();
});

const rules = ({ diagnostics }: BuildResult): readonly string[] =>
  diagnostics.map(({ rule, line }) => (line === undefined ? rule : `${rule}:${line}`)).sort();

const media = (): readonly string[] => {
  const folder = join(site.dist, 'assets/media');
  return existsSync(folder) ? readdirSync(folder) : [];
};

const figures = (id: string): readonly string[] =>
  site.read(`dist/articles/${id}.html`).match(/<figure data-figure>.*?<\/figure>/g) ?? [];

/** A text long enough for an article, with something in it. */
const text = (inside = ''): string =>
  `---\ntitle: افتتاح الميناء\n---\n\nافتُتح الميناء أمس بحضور جمع من التجار.\n\n${inside}\n\nوقال المدير إن العمل بدأ.\n`;

/** Expects the site to be that of a build from nothing. */
async function expectCold(): Promise<void> {
  expect(site.tree()).toEqual(await site.coldTree());
}

describe('where a picture may be named', () => {
  const places: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['beside the text', { 'a.md': text('![سفن](p.jpg "الميناء")') }, 'p.jpg'],
    [
      'in a folder beside it',
      { 'x/a.md': text('![سفن](صور/ميناء%20عدن.jpg)') },
      'x/صور/ميناء عدن.jpg',
    ],
    [
      'with blanks in its address',
      { 'a.md': text('![سفن](صور/ميناء عدن (١).jpg "الميناء")') },
      'صور/ميناء عدن (١).jpg',
    ],
    ['above it', { 'x/y/a.md': text('![سفن](../p.jpg)') }, 'x/p.jpg'],
    ['with backslashes', { 'a.md': text('![سفن](<صور\\p.jpg>)') }, 'صور/p.jpg'],
    [
      'from the root of the site',
      { 'x/a.md': text('![سفن](/images/p.jpg?w=300)') },
      'images/p.jpg',
    ],
    [
      'in Hugo’s folder',
      { 'content/posts/a.md': text('![سفن](/images/p.jpg)') },
      'static/images/p.jpg',
    ],
    ['in Hugo’s folder within', { 'h/content/a.md': text('![سفن](/p.jpg)') }, 'h/static/p.jpg'],
    ['in Jekyll’s folder', { '_posts/a.md': text('![سفن](/assets/p.jpg)') }, 'assets/p.jpg'],
    ['by Obsidian, beside it', { 'n/a.md': text('![[p.jpg|سفن]]') }, 'n/p.jpg'],
    ['by Obsidian, anywhere', { 'n/a.md': text('![[p.jpg|سفن]]') }, 'z/المرفقات/p.jpg'],
    [
      'in the metadata',
      { 'a.md': '---\ntitle: خبر\nimage: {src: p.jpg, alt: سفن}\n---\nنص الخبر.\n' },
      'p.jpg',
    ],
    [
      'in a list of the metadata',
      { 'a.md': '---\ntitle: خبر\nimages:\n  - path: p.jpg\n    alt: سفن\n---\nنص.\n' },
      'p.jpg',
    ],
    [
      'in a sidecar',
      { 'a.txt': 'خبر\n\nنص الخبر هنا.\n', 'a.yaml': 'image: {file: p.jpg, alt: سفن}\n' },
      'p.jpg',
    ],
    [
      'in a record',
      {
        'x/r.jsonl':
          '{"id":"a","title":"خبر","text":"نص الخبر.","image":{"src":"p.jpg","alt":"سفن"}}\n',
      },
      'x/p.jpg',
    ],
    ['in a table', { 'x/r.csv': 'id,title,text,صورة\na,خبر,نص الخبر.,p.jpg\n' }, 'x/p.jpg'],
    ['by the name of its file', { 'a.txt': 'خبر\n\nنص الخبر هنا.\n' }, 'a.jpg'],
    [
      'by its name with a number',
      { 'سوق.txt': '---\nid: a\n---\nخبر\n\nنص الخبر هنا.\n' },
      'سوق-1.jpg',
    ],
  ];
  test.each(places)('%s', async (_, texts, picture) => {
    const bytes = await samplePicture('jpeg');
    const files = Object.entries(texts).map(([name, content]) => [`seeds/${name}`, content]);
    site.write({ ...Object.fromEntries(files), [`seeds/${picture}`]: bytes });
    const result = await site.build();
    expect(rules(result).filter((rule) => !/^picture-alt/.test(rule))).toEqual([]);
    expect(media()).toHaveLength(1);
    const [figure = ''] = figures('a');
    expect(figure).toMatch(/ width="60" height="40" alt="(?:سفن)?" decoding="async">/);
    await expectCold();
  });
});

test('what a camera writes is not published; the seed stays as it is', async () => {
  const bytes = await samplePicture('jpeg', { orientation: 6 });
  site.write({ 'seeds/a.md': text('![سفن](p.jpg)'), 'seeds/p.jpg': bytes });
  await site.build();
  const [name = ''] = media();
  expect(site.read(`dist/assets/media/${name}`)).not.toContain(pictureSecret);
  expect(site.read('seeds/p.jpg')).toContain(pictureSecret);
  // As it is shown, not as it is stored.
  expect(figures('a')[0]).toContain('width="40" height="60"');
});

test('caption, credit and order: the first of the metadata above the text, the others below it, none twice', async () => {
  const [a, b, c] = await Promise.all(
    ['#a00', '#0a0', '#00a'].map((colour) => samplePicture('png', { colour })),
  );
  site.write({
    'seeds/a.md': `---\ntitle: خبر\nimages:\n  - {src: a.png, alt: أول, caption: الأول, credit: هند}\n  - {src: b.png, alt: ثان}\n  - {src: c.png, alt: ثالث}\n---\n\nنص قبل ![ب](b.png "الثاني. تصوير: أحمد سالم") ونص بعد.\n\n## قسم\n\nنص القسم.\n`,
    ...{ 'seeds/a.png': a ?? '', 'seeds/b.png': b ?? '', 'seeds/c.png': c ?? '' },
  });
  await site.build();
  const page = site.read('dist/articles/a.html');
  expect(
    figures('a').map((figure) =>
      figure.replace(/ src="[^"]*"| (?:width|height|decoding)="\w+"/g, ''),
    ),
  ).toEqual([
    '<figure data-figure><img alt="أول"><figcaption>الأول <span class="credit">تصوير: هند</span></figcaption></figure>',
    '<figure data-figure><img alt="ب" loading="lazy"><figcaption>الثاني. <span class="credit">تصوير: أحمد سالم</span></figcaption></figure>',
    '<figure data-figure><img alt="ثالث" loading="lazy"></figure>',
  ]);
  expect(page.indexOf('alt="أول"')).toBeLessThan(page.lastIndexOf('نص قبل'));
  expect(page.indexOf('alt="ثالث"')).toBeGreaterThan(page.lastIndexOf('نص القسم'));
  expect(page).toContain('نص قبل  ونص بعد.');
});

test('what cannot be shown is told with its line, and the text published', async () => {
  const whole = await samplePicture('jpeg');
  const named = ['gone', 'HTML', 'zero', 'cut', 'bomb', 'tiff', 'link', 'PHOTO'];
  const lines = named.map((name) => `![${name}](${name}.jpg)`);
  site.write({
    'seeds/a.md': text(
      [...lines, '![up](../../etc/passwd)', '![web](https://example.org/x.jpg)'].join('\n\n'),
    ),
    'seeds/HTML.jpg': '<!doctype html><p>404',
    'seeds/zero.jpg': '',
    'seeds/cut.jpg': whole.subarray(0, whole.length - 40),
    'seeds/bomb.jpg': bombPng(40_000, 40_000),
    'seeds/tiff.jpg': await samplePicture('tiff'),
    'seeds/photo.jpg': whole,
    'outside.jpg': whole,
  });
  symlinkSync(site.at('outside.jpg'), site.at('seeds/link.jpg'));
  const result = await site.build();
  expect(rules(result).filter((rule) => rule.startsWith('picture'))).toEqual([
    ...['picture-missing:21', 'picture-missing:7', 'picture-outside:19', 'picture-outside:23'],
    ...['picture-remote', 'picture-unusable:11', 'picture-unusable:13', 'picture-unusable:15'],
    ...['picture-unusable:17', 'picture-unusable:9', 'pictures-unused'],
  ]);
  expect(result.diagnostics).toContainEqual(
    expect.objectContaining({ values: { picture: 'PHOTO.jpg', nearest: 'photo.jpg' } }),
  );
  expect(result.errors).toBe(0);
  const page = site.read('dist/articles/a.html');
  // The words of each stay.
  for (const name of [...named, 'up', 'web']) expect(page).toContain(name);
  expect(page).toContain('<a href="https://example.org/x.jpg">');
  expect(media()).toEqual([]);
});

test('a picture of another kind than its ending is published with the right one', async () => {
  site.write({ 'seeds/a.md': text('![سفن](p.jpg)'), 'seeds/p.jpg': await samplePicture('png') });
  expect(rules(await site.build())).toEqual(['picture-ending:7']);
  expect(media()[0]).toMatch(/^[0-9a-f]{20}\.png$/);
});

test('pictures that no article names are told once', async () => {
  const picture = await samplePicture('gif');
  const names = Array.from({ length: 9 }, (_, i) => [`seeds/صور/${i}.gif`, picture]);
  site.write({ 'seeds/a.md': text(), ...Object.fromEntries(names) });
  const { diagnostics } = await site.build();
  expect(diagnostics).toMatchObject([{ rule: 'pictures-unused', values: { count: 9 } }]);
});

describe('later builds', () => {
  test('an unchanged picture is not written again; a changed, lost or new one is noticed', async () => {
    const [red, green] = await Promise.all(
      ['#a00', '#0a0'].map((colour) => samplePicture('jpeg', { colour })),
    );
    site.write({
      'seeds/a.md': text('![أ](p.jpg)'),
      'seeds/r.jsonl': '{"id":"b","title":"خبر","text":"نص.","image":"p.jpg"}\n',
      'seeds/p.jpg': red ?? '',
    });
    await site.build();
    expect((await site.build()).written).toBe(0);
    const [first] = media();
    site.write({ 'seeds/p.jpg': green ?? '' });
    const changed = await site.build();
    expect(changed.removed).toBe(1);
    expect(media()).toHaveLength(1);
    expect(media()[0]).not.toBe(first);
    await expectCold();
    site.remove('seeds/p.jpg');
    expect(rules(await site.build())).toContain('picture-missing:7');
    expect(media()).toEqual([]);
    await expectCold();
    site.write({ 'seeds/p.jpg': red ?? '' });
    await site.build();
    expect(media()).toEqual([first]);
    await expectCold();
  });

  test('a picture is published as long as one article of the archive shows it', async () => {
    site.write({
      ...{ 'seeds/a.md': text('![أ](p.jpg)'), 'seeds/b.md': text('![ب](p.jpg)') },
      'seeds/p.jpg': await samplePicture('jpeg'),
    });
    await site.build();
    site.write({ 'seeds/a.md': text('![أ](p.jpg)').replace('---\n', '---\ndraft: true\n') });
    await site.build();
    expect(media()).toHaveLength(1);
    site.remove('seeds/b.md');
    await site.build();
    expect(media()).toEqual([]);
    await expectCold();
  });

  test('a file that the site has lost is there again', async () => {
    site.write({ 'seeds/a.md': text('![أ](p.jpg)'), 'seeds/p.jpg': await samplePicture('jpeg') });
    await site.build();
    const before = site.tree();
    site.remove(`dist/assets/media/${media()[0]}`);
    await site.build();
    expect(site.tree()).toEqual(before);
  });
});

test.each([
  ['a draft', 'draft: true'],
  ['a withdrawn article', 'withdrawn: true'],
  ['an article with withheld names', 'redact: [هند الراوي]'],
])('pictures of %s are not published', async (_, line) => {
  site.write({
    'seeds/a.md': `---\ntitle: خبر\n${line}\nimage: {src: p.jpg, alt: هند الراوي, caption: هند الراوي}\n---\n\nقالت هند الراوي.\n\n![هند الراوي](هند-الراوي.jpg "هند الراوي في الميناء")\n\nنص آخر.\n`,
    'seeds/p.jpg': await samplePicture('jpeg'),
    'seeds/هند-الراوي.jpg': await samplePicture('jpeg', { colour: '#a00' }),
    'seeds/b.md': text(),
  });
  await site.build();
  expect(media()).toEqual([]);
  for (const name of site.tree().keys()) {
    if (/\.(?:html|md|txt|json|xml)$/.test(name))
      expect(site.read(`dist/${name}`)).not.toContain('هند');
  }
});

describe('smaller copies', () => {
  test('are made where the settings ask for them, and once only', async () => {
    site.write({
      'warraq.yaml': 'pictures: {sizes: [200, 100]}\n',
      'seeds/a.md': text('![أ](p.jpg)\n\n![ب](s.png)'),
      'seeds/p.jpg': await samplePicture('jpeg', { width: 300, height: 150, orientation: 6 }),
      'seeds/s.png': await samplePicture('png', { width: 90, height: 90 }),
    });
    await site.build();
    expect(media()).toHaveLength(3);
    const sizes = await Promise.all(
      media().map(
        async (name) => (await sharp(site.at('dist/assets/media', name)).metadata()).width,
      ),
    );
    // The orientation of a smaller copy is applied.
    expect(sizes.sort((x, y) => x - y)).toEqual([90, 100, 300]);
    expect(figures('a')[0]).toMatch(
      /srcset="\S+-100\.jpg 100w, \S+\.jpg 150w" sizes="\(max-width: 150px\) 100vw, 150px"/,
    );
    const files = site.tree();
    site.remove('dist');
    await site.build();
    expect(site.tree()).toEqual(files);
    await expectCold();
    site.write({ 'warraq.yaml': '' });
    await site.build();
    expect(media()).toHaveLength(2);
    await expectCold();
  });

  test('of a picture that cannot be decoded are the picture itself', async () => {
    const jpeg = await samplePicture('jpeg', { width: 300, height: 150 });
    // Another marker of a frame, for a coding that no program reads.
    jpeg[jpeg.indexOf(Buffer.from('ffc0', 'hex')) + 1] = 0xcf;
    site.write({
      'warraq.yaml': 'pictures: {sizes: [100]}\n',
      'seeds/a.md': text('![أ](p.jpg)'),
      'seeds/p.jpg': jpeg,
    });
    expect(rules(await site.build())).toEqual([]);
    expect(media()).toHaveLength(2);
    await expectCold();
  });

  test.each(['[]', '[480, x]', '[5]', '480', '[90000]', '{a: 1}'])(
    'a wrong setting stops the build: %s',
    async (sizes) => {
      site.write({ 'seeds/a.md': text(), 'warraq.yaml': `pictures: {sizes: ${sizes}}\n` });
      const { code, err } = await site.run('build');
      expect(code, err).toBe(2);
    },
  );
});

test('feeds, exports, link previews and lists name the pictures', async () => {
  site.write({
    'warraq.yaml':
      'baseUrl: https://example.org/a/\nlook: {thumbnails: on}\ndownloads: [markdown]\n',
    'seeds/a.md': text('![سفن](p.jpg "الميناء")\n\n![[p.jpg]]'),
    'seeds/p.jpg': await samplePicture('jpeg'),
  });
  await site.build();
  const url = `https://example.org/a/assets/media/${media()[0]}`;
  const page = site.read('dist/articles/a.html');
  expect(page).toContain(`<meta property="og:image" content="${url}">`);
  expect(page).toContain('<meta name="twitter:card" content="summary_large_image">');
  expect(page).toContain(`"image":[{"@type":"ImageObject","url":"${url}"`);
  expect(page).toContain("img-src 'self' data:");
  for (const feed of ['feed.xml', 'atom.xml', 'feed.json'])
    expect(site.read(`dist/${feed}`), feed).toContain(url);
  expect(site.read('dist/articles/a.md')).toContain(`![سفن](${url} "الميناء")\n\n![](${url})`);
  expect(site.read('dist/index.html')).toContain(`<img class="thumbnail" src="assets/media/`);
  const check = await site.run('check');
  expect(check.code, check.out).toBe(0);
});

test('pictures that a seed holds itself are published; where the cache has lost one, it is taken out again', async () => {
  const bytes = await samplePicture('png');
  const format: Format = {
    name: 'parcel',
    extensions: ['.parcel'],
    parse: (content) => ({
      documents: [
        {
          format: 'markdown',
          text: content,
          metadata: undefined,
          assets: [{ name: 'image1', mediaType: 'image/png', bytes }],
        },
      ],
      diagnostics: [],
    }),
  };
  site.write({ 'seeds/a.parcel': '# طرد\n\nنص الطرد هنا.\n\n![محتواه](image1)\n' });
  await site.build({ formats: [format] });
  expect(media()).toHaveLength(1);
  expect(figures('a')[0]).toContain('width="60" height="40" alt="محتواه"');
  site.remove('.cache/pictures');
  site.remove('dist');
  await site.build({ formats: [format] });
  expect(media()).toHaveLength(1);
  site.write({ 'seeds/a.parcel': '# طرد\n\nنص الطرد هنا.\n' });
  await site.build({ formats: [format] });
  expect(media()).toEqual([]);
  expect(existsSync(site.at('.cache/pictures'))).toBe(false);
});

test('a site without pictures has no trace of them', async () => {
  site.write({ 'seeds/a.md': text() });
  const { diagnostics } = await site.build();
  expect(diagnostics).toEqual([]);
  expect(existsSync(site.at('.cache/pictures'))).toBe(false);
  expect(site.read('dist/articles/a.html')).not.toMatch(/<img|<figure/);
  writeFileSync(site.at('seeds/b.txt'), 'خبر ثان\n\nنص الخبر الثاني.\n');
  expect((await site.build()).diagnostics).toEqual([]);
});
