import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { outline } from '../../support/outline.ts';
import { fixture } from '../../support/paths.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

const archives = fixture('imports');

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite();
});

const at = (name: string): string => site.at(name);
const get = (name: string): string => site.read(name);
const seeds = (folder = 'seeds/imported'): readonly string[] => readdirSync(at(folder)).sort();
const run = (...argv: readonly string[]) => site.run(...argv);
const bring = (...argv: readonly string[]) => run('import', ...argv);

interface Json {
  readonly articles: number;
  readonly written: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly edited: number;
  readonly deleted: number;
  readonly taken: number;
  readonly duplicate: number;
  readonly leftOut: Readonly<Record<string, number>>;
  readonly first?: string;
  readonly last?: string;
  readonly samples: readonly string[];
  readonly diagnostics: readonly {
    readonly rule: string;
    readonly file: string;
    readonly line?: number;
  }[];
}

const json = async (...argv: readonly string[]): Promise<Json> =>
  JSON.parse((await bring('--json', ...argv)).out) as Json;

/** Returns every file of a folder with its content and modification time. */
const snapshot = (folder = 'seeds/imported'): unknown =>
  seeds(folder).map((name) => {
    const file = join(at(folder), name);
    return [name, readFileSync(file, 'utf8'), statSync(file).mtimeMs];
  });

const rss = (items: string): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>الواحة</title>${items}</channel></rss>`;
const item = (number: number, text: string, title = `خبر ${number}`): string =>
  `<item><title>${title}</title><link>https://w.example/${number}</link><guid>https://w.example/${number}</guid><description>${text}</description></item>`;

describe('a folder of exports of every kind', () => {
  test('a dry run reports the import and writes nothing', async () => {
    const { code, out } = await bring(archives, '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('10 articles found in 8 files, from 2008-01-05 to 2016-10-03.');
    expect(out).toContain('· موسم الزيتون');
    expect(out).toContain(
      'drafts or not public (1), pages (1), attachments (1), password-protected (1)',
    );
    expect(out).toContain('Would write 10 new seeds to seeds/imported');
    expect(readdirSync(site.root)).toEqual(['seeds']);
    expect(readdirSync(at('seeds'))).toEqual([]);
  });

  test('an import writes what the dry run reported, and a second import writes nothing', async () => {
    const dry = await json(archives, '--dry-run');
    const first = await json(archives);
    expect({ ...first, dryRun: true }).toEqual(dry);
    const before = snapshot();
    const second = await json(archives);
    expect([second.written, second.updated, second.unchanged]).toEqual([0, 0, 10]);
    expect(snapshot()).toEqual(before);
  });

  test('the report is available in Arabic', async () => {
    const { out } = await bring(archives, '--lang', 'ar');
    expect(out).toContain('كُتب في seeds/imported: ١٠ نصوص جديدة');
    expect(out).toContain('مسودات أو غير منشور: ١');
  });

  test('imported seeds build without errors, with metadata and structure', async () => {
    await bring(archives);
    const built = await run('build', '--json');
    expect(built.code).toBe(0);
    const { articles, diagnostics } = JSON.parse(built.out) as {
      readonly articles: number;
      readonly diagnostics: readonly { readonly rule: string }[];
    };
    expect(articles).toBe(10);
    expect(diagnostics.filter(({ rule }) => rule !== 'markup-dropped')).toEqual([]);
    const page = get('dist/articles/wheat.html');
    expect(outline(page)).toMatch(/section \[marked\].*\n\s+h2: توقف شهرًا/);
    expect(page).toContain('سلمى النجار');
    expect(page).toContain('<time datetime="2012-07-24">');
    expect(page).toContain('href="https://mina.example/2012/06/strike/"');
    expect(page).not.toMatch(/attachment_9|\[gallery|wp:|خبر مفرح/);
    const site = readdirSync(at('dist/articles')).map((name) => get(`dist/articles/${name}`));
    for (const secret of ['مسودة', 'كلمة السر', 'جريدة يومية']) {
      expect(site.join('\n')).not.toContain(secret);
    }
  });
});

describe('a stopped import', () => {
  test('resumes: existing seeds stay, missing ones are written, a cut-off log line is ignored', async () => {
    await bring(archives);
    const whole = new Map(seeds().map((name) => [name, get(`seeds/imported/${name}`)]));
    // The state after a kill: seeds are missing, the last one is not logged, a line is cut off.
    const log = get('seeds/imported/.import.jsonl').split('\n').filter(Boolean);
    const kept = log.slice(0, 3);
    for (const line of log.slice(4)) {
      rmSync(at(`seeds/imported/${(JSON.parse(line) as { readonly file: string }).file}`));
    }
    writeFileSync(
      at('seeds/imported/.import.jsonl'),
      `${kept.join('\n')}\n${log[3]?.slice(0, 20)}`,
    );
    writeFileSync(at('seeds/imported/.import.part'), '---\ntitle: نصف');
    const result = await json(archives);
    expect([result.written, result.unchanged, result.taken]).toEqual([6, 4, 0]);
    rmSync(at('seeds/imported/.import.part'), { force: true });
    for (const [name, text] of whole) {
      if (name.startsWith('.')) continue;
      expect(get(`seeds/imported/${name}`), name).toBe(text);
    }
    expect((await json(archives)).unchanged).toBe(10);
  });

  test('stops cleanly on a signal, and the same command resumes it', async () => {
    const many = Array.from({ length: 300 }, (_, i) => item(i, `نص الخبر رقم ${i}.`)).join('');
    writeFileSync(at('many.xml'), rss(many));
    let asked = false;
    const stop = (): void => {
      asked = true;
    };
    // The last listener catches the signal that would end the process.
    process.on('SIGHUP', stop);
    try {
      setImmediate(() => process.kill(process.pid, 'SIGHUP'));
      await bring(at('many.xml'));
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      process.off('SIGHUP', stop);
    }
    expect(asked).toBe(true);
    const result = await json(at('many.xml'));
    expect(result.written + result.unchanged).toBe(300);
    expect(seeds().filter((name) => name.endsWith('.txt'))).toHaveLength(300);
  });
});

describe('a seed changed by a person', () => {
  test('is not overwritten and is reported, even where the source has changed', async () => {
    writeFileSync(at('feed.xml'), rss(item(1, 'النص الأول.') + item(2, 'النص الثاني.')));
    await bring(at('feed.xml'));
    const [, name = ''] = seeds();
    const edited = `${get(`seeds/imported/${name}`)}\nزيادة المحرر.\n`;
    writeFileSync(at(`seeds/imported/${name}`), edited);
    writeFileSync(at('feed.xml'), rss(item(1, 'نص أحدث.') + item(2, 'نص أحدث منه.')));
    const result = await json(at('feed.xml'));
    expect([result.updated, result.edited]).toEqual([1, 1]);
    expect(get(`seeds/imported/${name}`)).toBe(edited);
    expect(result.diagnostics).toMatchObject([
      { rule: 'import-edited', file: `seeds/imported/${name}` },
    ]);
  });

  test('is not restored after deletion', async () => {
    writeFileSync(at('feed.xml'), rss(item(1, 'النص الأول.')));
    await bring(at('feed.xml'));
    const [, name = ''] = seeds();
    rmSync(at(`seeds/imported/${name}`));
    const result = await json(at('feed.xml'));
    expect([result.written, result.deleted]).toEqual([0, 1]);
    expect(result.diagnostics).toMatchObject([{ rule: 'import-deleted' }]);
  });

  test('keeps its name when its text gains or loses diacritics', async () => {
    writeFileSync(at('feed.xml'), rss(item(1, 'النص الأول.')));
    await bring(at('feed.xml'));
    const [, before = ''] = seeds();
    writeFileSync(at('feed.xml'), rss(item(1, '&lt;h2&gt;عنوان&lt;/h2&gt;النص الأول.')));
    expect((await json(at('feed.xml'))).updated).toBe(1);
    expect(seeds()).toEqual(['.import.jsonl', before.replace('.txt', '.md')]);
    expect((await json(at('feed.xml'))).unchanged).toBe(1);
  });

  test('is not overwritten where it existed before the import, nor is the target of a link', async () => {
    const slug = (name: string) =>
      `<item><title>خبر</title><guid>https://w.example/${name}</guid><description>نص.</description><wp:post_name>${name}</wp:post_name></item>`;
    mkdirSync(at('seeds/imported'));
    writeFileSync(at('seeds/imported/mine.txt'), 'نصي أنا.\n');
    writeFileSync(at('outside.txt'), 'خارج المجلد.\n');
    symlinkSync(at('outside.txt'), at('seeds/imported/linked.txt'));
    writeFileSync(
      at('feed.xml'),
      rss(slug('mine') + slug('linked')).replace(
        '<rss',
        '<rss xmlns:wp="http://wordpress.org/export/1.2/"',
      ),
    );
    const result = await json(at('feed.xml'));
    expect([result.written, result.taken]).toEqual([0, 2]);
    expect(get('seeds/imported/mine.txt')).toBe('نصي أنا.\n');
    expect(get('outside.txt')).toBe('خارج المجلد.\n');
  });
});

test('a table keeps Hijri dates as printed and parses other dates in its own order', async () => {
  writeFileSync(
    at('t.csv'),
    'العنوان,النص,التاريخ\nأ,نص أول,23 جمادى الآخرة 1445\nب,نص ثان,1432-05-01\nج,نص ثالث,3/4/2011\nد,نص رابع,25/1/2011\n',
  );
  expect((await json(at('t.csv'))).diagnostics).toEqual([]);
  const all = seeds()
    .map((name) => get(`seeds/imported/${name}`))
    .join('');
  for (const line of [
    'hijri: 23 جمادى الآخرة 1445',
    'hijri: 1432-05-01',
    'date: 2011-04-03',
    'date: 2011-01-25',
  ]) {
    expect(all).toContain(`${line}\n`);
  }
});

describe('hostile archives', () => {
  test('slugs that are paths, devices or duplicates never become file names', async () => {
    const slugs = [
      '../../escape',
      '/etc/passwd',
      '..',
      'con',
      '.hidden',
      'a/b',
      'A',
      'a',
      'خبر',
      'x'.repeat(300),
    ];
    const items = slugs.map(
      (slug, i) =>
        `<item><title>خبر ${i}</title><guid isPermaLink="false">https://w.example/?p=${i}</guid><content:encoded>نص ${i}.</content:encoded><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_name>${slug}</wp:post_name></item>`,
    );
    const spaces =
      'xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/"';
    writeFileSync(at('wp.xml'), rss(items.join('')).replace('<rss', `<rss ${spaces}`));
    expect((await json(at('wp.xml'))).written).toBe(slugs.length);
    const names = seeds().filter((name) => name !== '.import.jsonl');
    expect(names).toHaveLength(slugs.length);
    expect(names.filter((name) => !/^(?:A|[0-9a-f]{12})\.txt$/.test(name))).toEqual([]);
    expect(readdirSync(site.root).sort()).toEqual(['.cache', 'seeds', 'wp.xml']);
    expect((await json(at('wp.xml'))).unchanged).toBe(slugs.length);
  });

  test('a file that declares entities is refused, other files of the run are imported', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ها"><!ENTITY b "&a;&a;&a;&a;">]>${rss(item(1, '&b;')).replace(/^<\?xml[^>]*>/, '')}`;
    const file = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>${rss(item(2, '&x;')).replace(/^<\?xml[^>]*>/, '')}`;
    writeFileSync(at('a.xml'), bomb);
    writeFileSync(at('b.xml'), file);
    writeFileSync(at('c.xml'), rss(item(3, 'نص سليم.')));
    const result = await json(at('a.xml'), at('b.xml'), at('c.xml'));
    expect(result.written).toBe(1);
    expect(result.diagnostics.map(({ rule }) => rule)).toEqual([
      'import-doctype',
      'import-doctype',
    ]);
    expect((await bring(at('a.xml'))).code).toBe(1);
  });

  test('an item of 10 MB is reported and excluded, its neighbours are imported', async () => {
    const huge = 'كلمة طويلة '.repeat(550_000);
    writeFileSync(at('feed.xml'), rss(item(1, 'قبله.') + item(2, huge) + item(3, 'بعده.')));
    const result = await json(at('feed.xml'));
    expect(result.written).toBe(2);
    expect(result.diagnostics).toMatchObject([{ rule: 'import-item-too-large', line: 1 }]);
  });

  test('items with one guid are distinct where their URLs differ, duplicates where not', async () => {
    const one = (link: string, text: string) =>
      `<item><title>خبر</title><link>https://w.example/${link}</link><guid>urn:same</guid><description>${text}</description></item>`;
    writeFileSync(
      at('feed.xml'),
      rss(one('1', 'الأول.') + one('2', 'الثاني.') + one('1', 'الأول.') + one('1', 'غيره.')),
    );
    const result = await json(at('feed.xml'));
    expect([result.written, result.duplicate]).toEqual([2, 2]);
    expect(result.diagnostics).toMatchObject([{ rule: 'import-duplicate' }]);
    expect((await json(at('feed.xml'))).unchanged).toBe(2);
  });

  test('complete items of a truncated file are imported, and the truncation is reported', async () => {
    const whole = readFileSync(join(archives, 'wordpress.xml'), 'utf8');
    writeFileSync(at('wp.xml'), whole.slice(0, whole.indexOf('ويستمر عشرة')));
    const result = await json(at('wp.xml'));
    expect(result.written).toBe(1);
    expect(result.diagnostics).toMatchObject([
      { rule: 'import-embedded' },
      { rule: 'imported-picture-link' },
      { rule: 'import-cut-short' },
    ]);
  });

  test('a log with paths outside the folder is ignored', async () => {
    mkdirSync(at('seeds/imported'));
    writeFileSync(at('outside.md'), 'خارج المجلد.\n');
    const key = 'https://w.example/1';
    writeFileSync(
      at('seeds/imported/.import.jsonl'),
      `${JSON.stringify({ key, file: '../../outside.md', sha256: 'x', from: '' })}\nnull\n[]\n{\n`,
    );
    appendFileSync(at('feed.xml'), rss(item(1, 'نص.')));
    expect((await json(at('feed.xml'))).written).toBe(1);
    expect(get('outside.md')).toBe('خارج المجلد.\n');
  });
});

describe('the command line', () => {
  test('refuses a folder outside the seeds, an unknown kind and an empty file list', async () => {
    expect((await bring()).code).toBe(2);
    expect((await bring(archives, '--from', 'gopher')).code).toBe(2);
    expect((await bring(archives, '--into', at('elsewhere'))).code).toBe(2);
    expect((await bring(archives, '--into', at('seeds/.hidden'))).code).toBe(2);
    expect((await run('build', '--into', 'x')).code).toBe(2);
  });

  test('writes seeds to the folder of --into and reports unreadable files', async () => {
    writeFileSync(at('notes.doc'), 'ليس مما يستورد');
    const result = await json(
      join(archives, 'blog.atom'),
      at('notes.doc'),
      at('missing.xml'),
      '--into',
      at('seeds/blogs/rif'),
    );
    expect(seeds('seeds/blogs/rif')).toEqual(['.import.jsonl', '8d6b1a31d797.md']);
    expect(result.diagnostics.map(({ rule }) => rule)).toEqual([
      'import-unknown-kind',
      'seed-unreadable',
    ]);
  });
});
