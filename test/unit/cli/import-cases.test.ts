import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { importPlace } from '../../../src/cli/import-place.ts';
import { readPaths } from '../../../src/cli/paths.ts';
import { fixture } from '../../support/paths.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

/** Imports of files of all kinds through the command line; inputs of `cases/` and of our own. */
let site: TemporarySite;

beforeEach(() => {
  site = temporarySite();
});

const at = (name: string): string => site.at(name);
const cases = (name: string): string => fixture(`cases/${name}`);

interface Result {
  readonly code: number;
  readonly articles: number;
  readonly sources: number;
  readonly folder: string;
  readonly passedOver: Readonly<Record<string, number>>;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly file: string;
    readonly message: string;
  }[];
}

async function bring(...argv: readonly string[]): Promise<Result> {
  const { code, out } = await site.run('import', '--json', '--lang', 'en', ...argv);
  return { ...(JSON.parse(out) as Result), code };
}

const seeds = (): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(at('seeds/imported'))
      .filter((name) => !name.startsWith('.'))
      .sort()
      .map((name) => [name, readFileSync(at(`seeds/imported/${name}`), 'utf8')]),
  );

function put(files: Readonly<Record<string, string | Uint8Array>>): string {
  for (const [name, content] of Object.entries(files)) {
    const path = join(site.root, 'in', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  }
  return at('in');
}

const rules = ({ diagnostics }: Result): readonly string[] => diagnostics.map(({ rule }) => rule);

const sentence = 'عادت القوارب إلى الشاطئ بعد العاصفة، وأحصى الصيادون ما فقدوه من شباك وأشرعة. ';
const page = (title: string, head = '<meta charset="utf-8">') =>
  `<!DOCTYPE html><html><head>${head}<title>${title}</title></head><body><article><h1>${title}</h1><p>${sentence.repeat(3)}</p></article></body></html>`;
const body = `${sentence.repeat(3).trim()}\n`;

describe('a page behind a notice', () => {
  test.each(['aria-hidden', 'menu-wrapper', 'notice-appended'])('%s', async (name) => {
    const { code, articles } = await bring(cases(`02-import-cookie-notice/${name}.html`));
    expect([code, articles]).toEqual([0, 1]);
    const [text = ''] = Object.values(seeds());
    expect(text).toMatch(/---\n\nافتتح [^\n]+\n\nوقال [^\n]+\n\nوطالب [^\n]+ بعد العيد\.\n$/);
  });
});

describe('the files of a folder', () => {
  test('are looked at whatever their ending; others are named with the reason', async () => {
    const result = await bring(cases('04-import-folder-passed-over/input'));
    expect(result).toMatchObject({ code: 0, articles: 4, sources: 4, passedOver: { word: 1 } });
    expect(Object.keys(seeds())).toEqual([
      'd9d30b1cde40.txt',
      'page-mhtml.txt',
      'page-php.txt',
      'page.txt',
    ]);
    expect(result.diagnostics).toMatchObject([{ rule: 'import-passed-over', severity: 'warning' }]);
    expect(result.diagnostics[0]?.file).toMatch(/scan\.docx$/);
  });

  test('of which none is read give exit code 1, and each is named', async () => {
    const folder = put({
      'a.pdf': '%PDF-1.4',
      'b.jpg': '\xff\xd8\xff',
      'c.txt': sentence,
      'd/e.zip': 'PK\x03\x04',
      'f.php': '<?php echo "<html>"; ?>',
      'g.bin': Buffer.from([1, 2, 3]),
      h: '',
    });
    const result = await bring(folder);
    expect(result).toMatchObject({ code: 1, articles: 0, sources: 0 });
    expect(result.passedOver).toEqual({
      pdf: 1,
      picture: 1,
      text: 1,
      packed: 1,
      program: 1,
      other: 1,
      empty: 1,
    });
    expect(rules(result).filter((rule) => rule === 'import-passed-over')).toHaveLength(7);
    expect(rules(result)).toContain('import-nothing-found');
  });

  test('pictures and parts of saved pages beside pages are counted, not named', async () => {
    const folder = put({
      'news.html': page('القوارب'),
      'news_files/frame.html': page('إعلان'),
      'news_files/s.css': 'a{}',
      'p.png': '\x89PNG',
      'old.shtml': page('قديم'),
      'frame.asp': page('أسب'),
      'notes.md': '# نص',
    });
    const result = await bring(folder);
    expect(result).toMatchObject({
      code: 0,
      articles: 3,
      passedOver: { media: 2, picture: 1, text: 1 },
    });
    expect(result.diagnostics.map(({ file }) => file.split('/').at(-1))).toEqual(['notes.md']);
    expect((await bring(at('in'), '--from', 'html')).sources).toBe(3);
  });

  test('a page without an article is named, and alone gives exit code 1', async () => {
    const folder = put({
      'list.html': '<html><body><ul><li><a href="/1">خبر</a></li></ul></body></html>',
    });
    const result = await bring(folder);
    expect([result.code, rules(result)]).toEqual([
      1,
      ['import-no-main-text', 'import-nothing-found'],
    ]);
  });

  test('the folders of the site itself are not looked into', async () => {
    put({ 'a.html': page('القوارب') });
    await bring(at('in'));
    await site.run('build');
    expect(await bring(site.root)).toMatchObject({ code: 0, articles: 1, sources: 1 });
  });

  test('the folder of the seeds is said; one that no build reads is warned of', async () => {
    const folder = put({ 'a.html': page('القوارب') });
    expect((await bring(folder)).folder).toBe(at('seeds/imported'));
    const other = await bring(folder, '--seeds', at('texts'));
    expect(other).toMatchObject({ code: 0, folder: at('texts/imported') });
    expect(rules(other)).toEqual(['import-unread-folder']);
    writeFileSync(at('warraq.yaml'), 'name: صحيفة\n');
    const inner = readPaths({ root: at('in') });
    expect(importPlace(inner, join(inner.seeds, 'imported'))).toMatchObject([
      { values: { option: `--root ${site.root}` } },
    ]);
  });
});

describe('a page in a MIME message', () => {
  const message = (coding: string, content: string, charset = 'utf-8') =>
    `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://n.example/2015/03/04/boats\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--B=_1"\r\n\r\n\r\n----B=_1\r\nContent-Type: image/png\r\nContent-Location: https://n.example/a.png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----B=_1\r\nContent-Type: text/html; charset=${charset}\r\nContent-Transfer-Encoding: ${coding}\r\nContent-Location: https://n.example/2015/03/04/boats\r\n\r\n${content}\r\n----B=_1--\r\n`;
  const quoted = [...Buffer.from(page('رسالة'))]
    .map((byte) =>
      byte > 0x7e || byte === 0x3d
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')
    .replace(/.{1,60}(?<!=.?)/g, '$&=\r\n');

  test.each([
    ['quoted-printable', message('quoted-printable', quoted)],
    [
      'base64',
      message('base64', Buffer.from(page('رسالة')).toString('base64').replace(/.{76}/g, '$&\r\n')),
    ],
    ['without an end', message('8bit', page('رسالة')).replace('\r\n----B=_1--\r\n', '')],
  ])('%s', async (_, content) => {
    const result = await bring(join(put({ 'a.mhtml': content }), 'a.mhtml'));
    expect([result.code, result.diagnostics]).toEqual([0, []]);
    expect(Object.values(seeds())[0]).toBe(
      `---\ntitle: رسالة\ndate: 2015-03-04\nurl: https://n.example/2015/03/04/boats\naliases: ['/2015/03/04/boats/']\n---\n\n${body}`,
    );
  });

  test('without a page is named', async () => {
    const content = message('8bit', page('ص'))
      .replaceAll('text/html', 'text/css')
      .replace('type="text/css"', 'type="text/html"');
    expect(rules(await bring(join(put({ 'a.mht': content }), 'a.mht')))).toContain(
      'import-no-main-text',
    );
  });
});

describe('sound UTF-8 is UTF-8 whatever is declared', () => {
  test.each(['page.html', 'feed.xml'])('%s', async (name) => {
    const result = await bring(cases(`06-import-declared-encoding-wrong/${name}`));
    expect(result.diagnostics).toMatchObject([
      { rule: 'import-declared-encoding', severity: 'warning' },
    ]);
    expect(Object.values(seeds())[0]).toContain('افتتح المجلس البلدي');
  });

  test.each([
    [
      'iso-8859-6 in meta',
      page('شباك', '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-6">'),
      1,
    ],
    ['in XML of XHTML', `<?xml version="1.0" encoding="windows-1256"?>${page('شباك', '')}`, 1],
    ['rightly', page('شباك'), 0],
    [
      'only ASCII, which is no reason to speak',
      page('nets', '<meta charset="windows-1256">').replace(
        /[^\0-\x7f]+/g,
        'The boats came home after the storm, and the fishers counted what they had lost of nets. ',
      ),
      0,
    ],
  ])('%s', async (_, html, warnings) => {
    const result = await bring(join(put({ 'a.html': html }), 'a.html'));
    expect([result.articles, rules(result).length]).toEqual([1, warnings]);
  });

  test('and a page that is what it says stays so', async () => {
    const letters = [...page('شبك', '<meta charset="windows-1256">')];
    const arabic = 'ابتثجحخدذرزسشصضطظعغ'.split('');
    const bytes = letters.map((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      if (code < 0x80) return code;
      const place = arabic.indexOf(letter);
      return place === -1
        ? 0xe1
        : ([
            0xc7, 0xc8, 0xca, 0xcb, 0xcc, 0xcd, 0xce, 0xcf, 0xd0, 0xd1, 0xd2, 0xd3, 0xd4, 0xd5,
            0xd6, 0xd8, 0xd9, 0xda, 0xdb,
          ][place] ?? 0xe1);
    });
    const result = await bring(join(put({ 'a.html': Buffer.from(bytes) }), 'a.html'));
    expect([result.articles, result.diagnostics]).toEqual([1, []]);
    expect(Object.values(seeds())[0]).toContain('title: شبل');
  });
});

describe('addresses in a web archive', () => {
  const record = (url: Buffer | string, html: string) => {
    const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}`;
    return Buffer.concat([
      Buffer.from('WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: '),
      Buffer.from(url),
      Buffer.from(
        `\r\nWARC-Date: 2012-07-24T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`,
      ),
    ]);
  };

  test('keep their letters', async () => {
    const result = await bring(cases('07-import-warc-address-and-report/a.warc'));
    expect([result.code, result.articles]).toEqual([0, 5]);
    expect(Object.values(seeds()).join('')).toContain('url: http://s.example/خبر/مكتبة-الحي\n');
  });

  test('that are raw, escaped, or in another encoding; pages left out are named by theirs', async () => {
    const latin = Buffer.concat([
      Buffer.from('http://s.example/'),
      Buffer.from([0xce, 0xc8, 0xd1]),
    ]);
    const path = join(
      put({
        'a.warc': Buffer.concat([
          record('http://s.example/قوارب?ق=١', page('أول')),
          record('http://s.example/%D9%82%D9%88', page('ثان')),
          record(latin, page('ثالث')),
          record('http://s.example/الأقسام/', '<html><body><a href="/">الأولى</a></body></html>'),
        ]),
      }),
      'a.warc',
    );
    const result = await bring(path);
    const urls = Object.values(seeds()).map((text) => /url: (.+)/.exec(text)?.[1]);
    expect(new Set(urls)).toEqual(
      new Set([
        'http://s.example/قوارب?ق=١',
        'http://s.example/%D9%82%D9%88',
        'http://s.example/%CE%C8%D1',
      ]),
    );
    expect(result.diagnostics).toMatchObject([
      {
        rule: 'import-no-main-text',
        message: 'No article was found in this page: http://s.example/الأقسام/.',
      },
    ]);
    const { out, err } = await site.run('import', '--lang', 'en', path);
    expect(out + err).not.toMatch(/Content-Length|Record not followed|warcio/i);
  });
});

describe('XML', () => {
  test('TEI gives its metadata, headings and pages', async () => {
    const result = await bring(cases('05-import-xml-read-as-web-page/tei.xml'));
    expect([result.code, result.diagnostics]).toEqual([0, []]);
    expect(Object.values(seeds())[0]).toMatch(
      /^---\ntitle: مكتبة الحي تفتح أبوابها\nauthors: \[سلمى النجار\]\ndate: 1912-01-15\nsource: صحيفة المدينة\n---\n\n## مكتبة الحي\n\nافتتح[\s\S]+\n\n\\\[ص 2\]\n\nوختم الحفل بقصيدة\.\n$/,
    );
  });

  test.each([
    ['NewsML', '<?xml version="1.0"?><NewsML><NewsItem>نص</NewsItem></NewsML>'],
    [
      'ALTO',
      '<?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout/></alto>',
    ],
    [
      'خبر',
      `<?xml version="1.0" encoding="utf-8"?>\n<!-- تصدير -->\n<خبر><body>${sentence}</body></خبر>`,
    ],
    [
      'sitemap',
      '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"/>',
    ],
  ])('%s is refused by name, and never read as a page', async (kind, xml) => {
    const path = join(put({ 'a.xml': xml }), 'a.xml');
    for (const argv of [[path], [at('in')], [path, '--from', 'html']]) {
      const result = await bring(...argv);
      expect([result.code, result.articles]).toEqual([1, 0]);
      const [refused] = result.diagnostics.filter(({ rule }) => rule === 'import-xml-kind');
      if (kind !== 'خبر') expect(refused?.message).toContain(`not read (${kind})`);
      expect(refused).toBeDefined();
    }
  });
});
