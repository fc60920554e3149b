import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPack } from '../../src/check/read-pack.ts';
import { base91Decode } from '../../src/search/codec/base91-decode.ts';
import { scsuText } from '../../src/search/codec/scsu.ts';
import { treeOf } from '../support/file-tree.ts';
import { program, repository } from '../support/paths.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

/** A word that only held articles have; Latin and Arabic, so that slugs and encodings show it too. */
const secret = { latin: 'zqxsecret', arabic: 'قرنفلانية' };

/** The day on which the archive is shown. */
const day = '2026-11-28';

/** The text of an article with a line of metadata. */
const article = (line: string, isHeld: boolean, date = '2019-05-04'): string => {
  const word = isHeld ? `${secret.latin} ${secret.arabic}` : 'السفينة';
  const author = isHeld ? secret.arabic : 'ليلى حداد';
  return `---
title: عنوان ${word}
authors: [${author}]
topics: [ملاحة ${isHeld ? secret.arabic : ''}]
source: صحيفة الميناء
date: ${date}
${line}
---
رست ${word} في الميناء فجرًا، ثم أبحرت بعد أن أفرغت حمولتها من القمح والزيت.
`;
};

/** Lines that hold an article back on that day. */
const heldLines: Readonly<Record<string, string>> = {
  draft: 'draft: true',
  upper: 'DRAFT: "Yes"',
  tight: 'draft:true',
  published: 'published: false',
  status: 'status: مسودة',
  pending: 'Status: pending',
  unknown: 'status: final',
  private: 'visibility: private',
  embargo: 'embargo: 2026-11-29',
  partial: 'embargo: 2026-11',
  expired: 'expiryDate: 2026-11-28',
  scheduled: 'publishDate: 2026-12-01',
  unclear: 'embargo: 3/4/2027',
};

const shown = {
  'seeds/one.md': article('draft: false', false),
  'seeds/two.txt': article('status: publish', false, '2020-01-02'),
  'seeds/lifted.md': article('embargo: 2026-11-28', false, '2020-01-03'),
  'warraq.yaml': `baseUrl: https://example.org/a/\nasOf: ${day}\nrecords:\n  fields: {status: state}\n`,
  'seeds/rows.csv': `id,title,text,state,draft
row1,خبر السوق,فُتحت السوق صباحًا.,published,
row2,خبر ${secret.arabic},نص ${secret.latin} في صف.,draft,
row3,خبر ${secret.arabic},نص ${secret.latin} في صف.,published,yes
`,
  'seeds/lines.jsonl': [
    { id: 'line1', title: 'خبر الجسر', text: 'افتُتح الجسر.', state: 'publish' },
    { id: 'line2', title: secret.arabic, text: secret.latin, state: 'publish', draft: true },
    { id: 'line3', title: secret.arabic, text: secret.latin, state: 'publish', embargo: '2027' },
    { id: 'line4', title: secret.arabic, text: secret.latin, state: null },
  ]
    .map((record) => `${JSON.stringify(record)}\n`)
    .join(''),
};

const held: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries(heldLines).map(([name, line]) => [`seeds/${name}.md`, article(line, true)]),
  ),
  'seeds/later.md': article('section: أخبار', true, '2026-11-29'),
  'seeds/aside.txt': `${secret.latin} ${secret.arabic}\n`,
  'seeds/aside.yaml': 'published: no\n',
  'seeds/toml.md': `+++\ntitle = "${secret.arabic}"\ndraft = true\n+++\n${secret.latin}\n`,
};

let site: TemporarySite;

/** The contents of a published file: as it is, unpacked, and where it is part of the search index, decoded. */
function contentsOf(file: string): readonly string[] {
  const bytes = readFileSync(file);
  if (file.endsWith('.gz')) return [gunzipSync(bytes).toString()];
  if (file.endsWith('.zip')) {
    const { names, read } = openPack(bytes);
    return names.map((name) => `${name} ${Buffer.from(read(name) ?? '').toString()}`);
  }
  const chunks = [...bytes.toString('latin1').matchAll(/^warraq\("\w+","(.*)"\)$/gm)];
  const decoded = chunks.map(([, packed = '']) => inflateRawSync(base91Decode(packed)));
  return [bytes.toString(), ...decoded.flatMap((chunk) => [scsuText(chunk), chunk.toString()])];
}

/** The published files and folders that have the secret word, in their names or contents. */
const leaks = (): readonly string[] => {
  const entries = readdirSync(site.dist, { recursive: true, withFileTypes: true });
  expect(entries.length).toBeGreaterThan(20);
  return entries
    .filter((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, ...(entry.isFile() ? contentsOf(path) : [])].some(
        (text) => text.includes(secret.latin) || text.includes(secret.arabic),
      );
    })
    .map((entry) => relative(site.dist, join(entry.parentPath, entry.name)));
};

/** Expects that no file has the secret word, and that the site is that of a build from nothing. */
async function expectNoLeak(): Promise<void> {
  expect(leaks()).toEqual([]);
  expect(await site.coldTree()).toEqual(site.tree());
}

beforeAll(async () => {
  site = temporarySite({ ...shown, ...held });
  await site.build();
});

describe('articles that are held back', () => {
  test('leave no trace in a build from nothing, and are counted and named', async () => {
    await expectNoLeak();
    const { code, out } = await site.run('build', '--json', '--lang', 'en');
    const result = JSON.parse(out) as {
      readonly held: object;
      readonly asOf: string;
      readonly articles: number;
      readonly diagnostics: readonly { readonly file: string; readonly message: string }[];
    };
    expect(code).toBe(0);
    expect(result).toMatchObject({ asOf: day, articles: 5 });
    expect(result.held).toEqual({
      ...{ draft: 14, scheduled: 2, embargoed: 4, expired: 1, withdrawn: 0 },
    });
    const named = new Set(result.diagnostics.map(({ file }) => file));
    for (const name of Object.keys(heldLines)) expect(named).toContain(`seeds/${name}.md`);
    const draft = result.diagnostics.find(({ file }) => file === 'seeds/draft.md');
    expect(draft?.message).toBe('draft: true, so it was not published.');
  });

  test('leave the site as it is without them', async () => {
    const others = temporarySite(shown);
    await others.build();
    // The record files hold records that are held back.
    expect(treeOf(others.dist)).toEqual(site.tree());
  });

  test('leave no trace when a published article becomes a draft, and return', async () => {
    const published = site.tree();
    site.write({ 'seeds/draft.md': article('draft: false', true) });
    await site.build();
    const found = leaks().map((file) => file.replace(/\/\w+\.js$/, ''));
    // The search would not find a word whose files are not decoded.
    expect(found).toEqual(
      expect.arrayContaining([
        ...[
          'articles/draft.html',
          'originals/صحيفة-الميناء/2019.zip',
          'all/index.html',
          'feed.xml',
        ],
        ...['search/cards', 'search/texts', 'exports/archive.jsonl.gz'],
      ]),
    );
    site.write({ 'seeds/draft.md': article('status: private', true) });
    await site.build();
    await expectNoLeak();
    expect(site.tree()).toEqual(published);
    site.write({ 'seeds/draft.md': article('draft: true', true) });
    await site.build();
    expect(site.tree()).toEqual(published);
  });

  test('appear and vanish with the day, without reading a seed', async () => {
    const before = site.tree();
    const later = await site.run('build', '--json', '--as-of', '2027-12-31');
    const { read, articles, asOf } = JSON.parse(later.out) as Record<string, unknown>;
    expect({ read, articles, asOf }).toEqual({ read: 0, articles: 10, asOf: '2027-12-31' });
    expect(existsSync(site.at('dist/articles/embargo.html'))).toBe(true);
    await site.build();
    expect(site.tree()).toEqual(before);
    await expectNoLeak();
  });

  test('are shown, marked, by build --drafts, and only there', async () => {
    const before = site.tree();
    const { code } = await site.run('build', '--drafts');
    expect(code).toBe(0);
    expect(site.tree()).toEqual(before);
    const page = site.read('.cache/drafts/articles/draft.html');
    expect(page).toContain('data-held="draft">مسودة<');
    expect(page).toContain('<meta name="robots" content="noindex');
    expect(site.read('.cache/drafts/all/index.html')).toContain('data-held="embargoed"');
    expect(site.read('.cache/drafts/articles/one.html')).not.toContain('data-held');
    await site.build();
    expect(site.tree()).toEqual(before);
    await expectNoLeak();
  });

  test('are served, marked, from their own folder, and dist stays as it is', async () => {
    const before = site.tree();
    const argv = [program, 'serve', '--root', site.root, '--port', '0'];
    const child: ChildProcess = spawn(process.execPath, argv, {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    child.stderr?.resume();
    const [line] = (await once(child.stdout ?? child, 'data')) as [Buffer];
    const address = /http:\S+\//.exec(String(line))?.[0] ?? '';
    const response = await fetch(`${address}articles/draft.html`);
    expect(await response.text()).toContain('data-held="draft"');
    const exit = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await exit)[0]).toBe(0);
    expect(site.tree()).toEqual(before);
    await expectNoLeak();
  });
});

test('drafts of the shared case are left out and named, and the exit code is 0', async () => {
  const drafts = join(repository, 'test/fixtures/cases/11-drafts-published');
  const files = readdirSync(drafts).map((name) => [
    `seeds/${name}`,
    readFileSync(join(drafts, name), 'utf8'),
  ]);
  const copied = temporarySite({ ...Object.fromEntries(files), 'seeds/other.txt': 'نص منشور.\n' });
  const { code, out } = await copied.run('build', '--lang', 'en');
  expect(code).toBe(0);
  expect(out).toContain('draft: true, so it was not published.');
  expect(out).toContain('published: false, so it was not published.');
  expect(out).toContain('Held back: 2 articles (draft 2).');
  expect(readdirSync(copied.at('dist/articles')).join()).not.toContain('dr');
});
