import { cpSync, existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fixture } from '../../support/paths.ts';
import { temporarySite } from '../../support/temporary-site.ts';

interface Said {
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly file: string;
    readonly message: string;
    readonly fix: string;
  }[];
}

test('files without an article publish nothing, and each kind has its fix', async () => {
  const site = temporarySite({
    'seeds/book.epub': 'PK\u0003\u0004',
    'seeds/scan.pdf': '%PDF-1.4\n',
    'seeds/cut.pdf': '\0\0\0\0',
    'seeds/letter.doc': 'x',
    'seeds/tei.xml': '<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"></TEI>',
    'seeds/page.xml': '<?xml version="1.0"?><PcGts></PcGts>',
    'seeds/feed.xml': '<rss></rss>',
    'seeds/blank.txt': ' \n',
  });
  const from = fixture('cases', '22-nothing-published-exit-0');
  for (const name of ['seeds/a.docx', 'alto.xml', 'hocr.html'])
    cpSync(`${from}/${name}`, site.at('seeds', name.replace('seeds/', '')));
  const { code, out } = await site.run('build', '--json', '--lang', 'en', '--workers', '0');
  expect(code).toBe(1);
  expect(existsSync(site.dist)).toBe(false);
  const { diagnostics } = JSON.parse(out) as Said;
  expect(diagnostics[0]?.message).toBe(
    'None of the 11 files gave an article; nothing was published.',
  );
  const said = Object.fromEntries(
    diagnostics.map(({ file, message, fix }) => [file, `${message} ${fix}`]),
  );
  for (const [file, words] of [
    ['a.docx', /damaged or not a Word file.*save it again as \.docx/],
    ['book.epub', /is damaged.*warraq import/],
    ['scan.pdf', /pdftotext.*OCR/],
    ['cut.pdf', /is damaged/],
    ['letter.doc', /warraq import/],
    ['alto.xml', /ALTO.*Tesseract/],
    ['hocr.html', /hOCR.*Tesseract/],
    ['page.xml', /PAGE/],
    ['tei.xml', /TEI/],
    ['feed.xml', /warraq import/],
  ] as const) {
    expect(said[`seeds/${file}`], file).toMatch(words);
  }
});

test('names of many folders that collide are told with figures, and may be lifted', async () => {
  const site = temporarySite();
  cpSync(fixture('cases/18-same-names-in-folders/input'), site.at('seeds'), { recursive: true });
  const first = await site.run('build', '--lang', 'en', '--workers', '0');
  expect(first.code).toBe(1);
  expect(first.err).toContain('2 of 3 articles would have the same name as another (0000)');
  expect(first.err).toContain('ids: path');
  site.write({ 'warraq.yaml': 'ids: path\n' });
  const second = await site.run('build', '--lang', 'en', '--workers', '0');
  expect({ code: second.code, err: second.err }).toEqual({ code: 0, err: '' });
});

test('index, _index and README are named by their folder', async () => {
  const site = temporarySite({
    'seeds/README.md': 'عن هذه النصوص.\n',
    'seeds/july/index.md': 'أخبار شهر تموز.\n',
    'seeds/july/strike/_index.txt': 'أخبار الإضراب.\n',
    'seeds/july/port/index.jsonl': '{"text":"أخبار الميناء."}\n',
    'seeds/ميناء/readme.txt': 'أخبار أخرى عن الميناء.\n',
  });
  expect((await site.run('build', '--workers', '0')).code).toBe(0);
  const pages = [...site.tree().keys()].filter((path) => /^articles\/.*\.html$/.test(path));
  expect(pages).toHaveLength(5);
  expect(pages).toEqual(
    expect.arrayContaining([
      ...['articles/seeds.html', 'articles/july.html', 'articles/strike.html'],
      'articles/port-1.html',
    ]),
  );
});
