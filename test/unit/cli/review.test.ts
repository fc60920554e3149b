import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { arabicMessages as ar } from '../../../src/i18n/ar/cli.ts';
import { englishMessages as en } from '../../../src/i18n/en/cli.ts';
import type { BreakEvidence, OpeningForm } from '../../../src/structure/rules/evidence.ts';
import { outline } from '../../support/outline.ts';
import { fixture } from '../../support/paths.ts';
import { asRoot, skipIf } from '../../support/skip.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

const flattened = (name: string): string =>
  readFileSync(fixture(`structure/flattened/${name}.txt`), 'utf8');

/** Headings marked by the author, which recovery finds without the model. */
const marked =
  'مقدمة قصيرة عن الموضوع كله.\n\n# الخلفية: عام\n\nبدأت القصة قبل عام.\n\n# النتائج\n\nانتهت.';

let site: TemporarySite;
let cwd = '';

beforeEach(() => {
  site = temporarySite();
  cwd = process.cwd();
});

afterEach(() => {
  process.chdir(cwd);
});

const at = (name: string): string => site.at(name);
const put = (name: string, text: string | Uint8Array): void => site.write({ [name]: text });
const get = (name: string): string => site.read(name);

const run = (...argv: readonly string[]) => site.run(...argv);

/** Reviews files of the site; the page is `page.html` in its root. */
const review = (...argv: readonly string[]) =>
  run('structure', '--review', '--out', at('page.html'), ...argv);

interface Json {
  readonly files: readonly {
    readonly file: string;
    readonly decisions: readonly {
      readonly start: number;
      readonly end: number;
      readonly text: string;
      readonly origin: string;
      readonly shown: boolean;
      readonly confidence: number;
      readonly evidence: readonly { readonly kind: string }[];
    }[];
    readonly paragraphs: readonly number[];
    readonly sidecar: { readonly state: string; readonly lost: readonly string[] };
  }[];
  readonly page: string | null;
  readonly diagnostics: readonly { readonly rule: string }[];
}

const json = async (...argv: readonly string[]): Promise<Json> =>
  JSON.parse((await review('--json', ...argv)).out) as Json;

/** Returns the outcome of one file's sidecar. */
const stateOf = async (file: string): Promise<string | undefined> =>
  (await json(at(file))).files[0]?.sidecar.state;

test('every decision is printed with its confidence, context and evidence', async () => {
  put('seeds/economy.txt', flattened('economy'));
  const { code, out, err } = await review(at('seeds/economy.txt'), '--headings', 'eager');
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/economy\.txt: \d+ headings? shown, \d+ left out, \d+ paragraphs/);
  expect(out).toMatch(
    /\+ shown, confidence [01]\.\d\d\n.*عند 5\.1 في المئة\. «أسعار الغذاء» وانخفضت/,
  );
  expect(out).toContain('2 words · followed by “وانخفضت أسعار”: a conjunction and a verb');
  expect(out).toContain('Headings written to');
});

test('--lang ar makes report, sidecar comment and page Arabic', async () => {
  put('seeds/a.txt', marked);
  const { out } = await review(at('seeds/a.txt'), '--lang', 'ar');
  expect(out).toContain('يظهر عنوانان، لم يُترك شيء، ٣ فقرات');
  expect(out).toContain('يظهر: وسمه الكاتب');
  expect(get('seeds/a.yaml')).toMatch(/^# عناوين .*a\.txt/);
  expect(get('page.html')).toContain('<html lang="ar" dir="rtl">');
});

test('--json prints the decisions, with suggestions marked as not shown', async () => {
  put('seeds/economy.txt', flattened('economy'));
  const { files, page, diagnostics } = await json(at('seeds/economy.txt'), '--headings', 'eager');
  expect(diagnostics).toEqual([]);
  expect(page).toContain('page.html');
  const [file] = files;
  expect(file?.paragraphs.length).toBeGreaterThan(2);
  for (const { start, end, text, shown, confidence, evidence } of file?.decisions ?? []) {
    expect(flattened('economy').slice(start, end)).toBe(text);
    expect(evidence.map(({ kind }) => kind)).toContain('echo');
    if (!shown) expect(confidence).toBeLessThan(0.6);
  }
  const shown = file?.decisions.filter((decision) => decision.shown) ?? [];
  expect(shown.map(({ text }) => text)).toContain('أسعار الغذاء');
});

test('a build with the sidecar gives the same sections, with origin editor', async () => {
  put('warraq.yaml', 'recovery:\n  headings: eager\n');
  const names = ['economy', 'politics', 'science', 'sport', 'courts'];
  for (const name of names) put(`seeds/${name}.txt`, flattened(name));
  put('seeds/marked.txt', marked);
  put(
    'seeds/lines.txt',
    'مدخل طويل بعض الشيء.\r\n\r\n## ضغوط "العملة" #1 ##\r\n\r\nتراجعت العملة أمس.\r\n',
  );
  put('seeds/kept.txt', `---\ntitle: كلمات: قليلة\n---\n${flattened('economy')}`);
  const all = [...names, 'marked', 'lines', 'kept'];
  const body = (name: string): string => {
    const lines = outline(get(`dist/articles/${name}.html`)).split('\n');
    const origins = /\[(?:recovered|marked|editor)\]/;
    return lines
      .slice(lines.indexOf('  lead'))
      .map((line) => line.replace(origins, '[editor]'))
      .join('\n');
  };
  const pages = (): readonly string[] => all.map((name) => get(`dist/articles/${name}.html`));
  await run('build', '--quiet');
  expect(pages().join('')).toContain('data-origin="recovered"');
  const before = all.map(body);
  const { files } = await json(...all.map((name) => at(`seeds/${name}.txt`)));
  expect(files.flatMap(({ sidecar }) => sidecar.lost)).toEqual([]);
  expect((await run('build', '--strict')).out).toContain('0 marked by the author, 0 recovered');
  expect(all.map(body)).toEqual(before);
  expect(pages().join('')).not.toMatch(/data-origin="(?:recovered|marked)"/);
});

test('deleting the # of a suggested heading includes it', async () => {
  const text = flattened('economy');
  put('seeds/economy.txt', text);
  // At this sensitivity nothing is shown, so the result depends on the comments only.
  put('seeds/economy.yaml', 'title: أسعار\n');
  await review(at('seeds/economy.txt'), '--headings', 'eager');
  const listed = get('seeds/economy.yaml');
  const items = listed.match(/^ {2}- .*$/gm) ?? [];
  expect(items.length).toBeGreaterThan(0);
  const left = listed
    .replace(/^( {2})- (.*)$/gm, '$1#- $2  # (0.41)')
    .replace('\nheadings', '\n#headings');
  for (const taken of [
    left.replace(/^( *)#(?=-|h)/gm, '$1'),
    left.replace(/^( *)# ?(?=-|h)/gm, '$1'),
  ]) {
    put('seeds/economy.yaml', taken);
    const { files, diagnostics } = await json(at('seeds/economy.txt'));
    expect(diagnostics).toEqual([]);
    expect(files[0]?.decisions.map((found) => `  - ${found.text}`)).toEqual(items);
    expect(files[0]?.decisions.every(({ origin }) => origin === 'editor')).toBe(true);
  }
});

test('existing content of a sidecar is never overwritten', async () => {
  put('seeds/a.txt', marked);
  const headings = 'title: قصة\nheadings:\n  - النتائج\n';
  put('seeds/a.yaml', headings);
  expect(await stateOf('seeds/a.txt')).toBe('kept');
  expect(get('seeds/a.yaml')).toBe(headings);
  put('seeds/a.yaml', 'title: قصة');
  expect(await stateOf('seeds/a.txt')).toBe('appended');
  expect(get('seeds/a.yaml')).toMatch(/^title: قصة\n# [\s\S]*\nheadings:\n {2}- 'الخلفية: عام'\n/);
  const once = get('seeds/a.yaml');
  expect(await stateOf('seeds/a.txt')).toBe('kept');
  expect(get('seeds/a.yaml')).toBe(once);
});

test.each([
  ['a map on one line', '{title: قصة}\n'],
  ['UTF-16', Buffer.from('\ufefftitle: قصة\n', 'utf16le')],
  ['bytes that are no text', Buffer.from([0xff, 0x00, 0x81])],
])('a sidecar to which nothing can be appended is not changed: %s', async (_, bytes) => {
  put('seeds/a.txt', marked);
  put('seeds/a.yaml', bytes);
  expect(await stateOf('seeds/a.txt')).toBe('refused');
  expect(readFileSync(at('seeds/a.yaml'))).toEqual(Buffer.from(bytes));
});

test('a sidecar is found as in a build: .yml, or another letter case', async () => {
  put('seeds/a.txt', marked);
  put('seeds/a.YML', 'headings: [النتائج]\n');
  expect(await stateOf('seeds/a.txt')).toBe('kept');
  expect(existsSync(at('seeds/a.yaml'))).toBe(false);
});

test('headings in front matter, and an empty list, count as an editor’s list', async () => {
  put('seeds/a.txt', `---\nheadings: [النتائج]\n---\n${marked}`);
  put('seeds/b.txt', flattened('economy'));
  put('seeds/b.yaml', 'headings: []\n');
  expect(await stateOf('seeds/a.txt')).toBe('kept');
  const { files, diagnostics } = await json(at('seeds/b.txt'));
  expect([files[0]?.sidecar.state, files[0]?.decisions, diagnostics]).toEqual(['kept', [], []]);
});

test('headings of Markdown are reported and not listed in a sidecar', async () => {
  put('seeds/a.md', marked);
  const { files } = await json(at('seeds/a.md'));
  expect(files[0]?.decisions.map(({ text, origin }) => [text, origin])).toEqual([
    ['الخلفية: عام', 'marked'],
    ['النتائج', 'marked'],
  ]);
  expect(files[0]?.sidecar.state).toBe('markdown');
  expect(existsSync(at('seeds/a.yaml'))).toBe(false);
});

test('a text without headings gets no sidecar', async () => {
  put('seeds/a.txt', 'وصل الوفد أمس إلى العاصمة.');
  expect(await stateOf('seeds/a.txt')).toBe('nothing');
  expect(existsSync(at('seeds/a.yaml'))).toBe(false);
});

test('a heading whose words occur earlier in the text is reported as ambiguous', async () => {
  put('seeds/a.txt', 'مدخل. النتائج كثيرة.\n\n# النتائج\n\nانتهت القصة أمس.');
  const { files } = await json(at('seeds/a.txt'));
  expect(files[0]?.sidecar).toMatchObject({ state: 'written', lost: ['النتائج'] });
});

test('the page is one file without requests and scripts, for any text', async () => {
  const evil =
    'مدخل <script>alert(1)</script> & "كلام".\n\n# عنوان <img src=x onerror=alert(1)>\n\nنص.';
  put('seeds/evil & <b>.txt', evil);
  put('seeds/economy.txt', flattened('economy'));
  await review(at('seeds/evil & <b>.txt'), at('seeds/economy.txt'));
  const page = get('page.html');
  expect(page).not.toMatch(/<script|<img|<link|<b>|\b(?:src|href)="|url\(|@import|https?:/);
  expect(page).toContain('&lt;b&gt;');
  expect(page).toContain('evil &amp; &lt;b&gt;.txt');
  const words = page.replace(/<ul[\s\S]*?<\/ul>|<[^>]*>|\s/g, '');
  expect(words).toContain(flattened('economy').replace(/\s/g, ''));
});

test('a page overwrites an older review, and no other file', async () => {
  put('seeds/a.txt', marked);
  expect((await review(at('seeds/a.txt'))).code).toBe(0);
  expect((await review(at('seeds/a.txt'))).code).toBe(0);
  const over = await run('structure', '--review', at('seeds/a.txt'), '--out', at('seeds/a.txt'));
  expect(over.code).toBe(2);
  expect(over.err).toContain('Name another file with --out');
  expect(get('seeds/a.txt')).toBe(marked);
});

test('without --out the page is structure-review.html in the current folder', async () => {
  put('seeds/a.txt', marked);
  process.chdir(site.root);
  expect((await run('structure', '--review', 'seeds/a.txt')).out).toContain('seeds/a.yaml');
  expect(existsSync(at('structure-review.html'))).toBe(true);
});

test('a file that is no seed is reported, the others are reviewed, and the exit code is 1', async () => {
  put('seeds/a.txt', marked);
  put('seeds/b.docx', 'x');
  const argv = [at('seeds/none.txt'), at('seeds/a.txt'), at('seeds/b.docx')];
  const { code, out } = await review('--json', ...argv);
  const found = JSON.parse(out) as Json;
  expect(code).toBe(1);
  expect(found.files).toHaveLength(1);
  const rules = found.diagnostics.map(({ rule }) => rule);
  expect(rules).toEqual(['seed-unreadable', 'office-unreadable']);
  const nothing = await json(at('seeds/none.txt'));
  expect([nothing.files, nothing.page]).toEqual([[], null]);
});

test('--quiet prints nothing and writes all files', async () => {
  put('seeds/a.txt', marked);
  expect(await review(at('seeds/a.txt'), '--quiet')).toEqual({ code: 0, out: '', err: '' });
  expect(existsSync(at('seeds/a.yaml')) && existsSync(at('page.html'))).toBe(true);
});

test('the site’s settings decide what is shown, and --headings overrides them', async () => {
  put('seeds/economy.txt', flattened('economy'));
  put('warraq.yaml', 'recovery: {headings: off}\n');
  const count = async (...argv: readonly string[]): Promise<number | undefined> =>
    (await json(at('seeds/economy.txt'), ...argv)).files[0]?.decisions.length;
  expect(await count()).toBe(0);
  expect(await count('--headings', 'eager')).toBeGreaterThan(0);
});

test('usage errors name their subject', async () => {
  const bare = await run('structure', '--review');
  expect([bare.code, bare.err]).toEqual([2, expect.stringContaining('No files to review.')]);
  expect((await run('structure', 'a.txt')).err).toContain('add --review');
  expect((await run('structure', '--headings', 'bold')).err).toContain('--headings needs one of');
  expect((await review(at('a.txt'), '--headings', 'bold')).code).toBe(2);
});

test('a folder without write permission is a system error', skipIf(asRoot), async () => {
  put('seeds/a.txt', marked);
  chmodSync(at('seeds'), 0o500);
  try {
    expect((await review(at('seeds/a.txt'))).code).toBe(3);
  } finally {
    chmodSync(at('seeds'), 0o700);
  }
});

test('a sidecar is not written through a link', async () => {
  put('seeds/a.txt', marked);
  symlinkSync(at('elsewhere.yaml'), at('seeds/a.yaml'));
  expect(await stateOf('seeds/a.txt')).toBe('refused');
  expect(existsSync(at('elsewhere.yaml'))).toBe(false);
});

const seams: readonly BreakEvidence[] = ['start', 'line', 'mark', 'stop', 'glued', 'running'];
const forms: readonly OpeningForm[] = [
  ...(['conjunction-verb', 'verb', 'opener', 'other', 'heading', 'nothing'] as const),
];

test('both languages have a text for every evidence', () => {
  for (const { review: say } of [ar, en]) {
    const said = [
      ...seams.map((seam) => say.evidence.before({ kind: 'before', seam })),
      ...forms.map((form) => say.evidence.opening({ kind: 'opening', form, words: 'وقال' })),
      ...[0, 1, 2, 3, 11].map((words) => say.evidence.length({ kind: 'length', words })),
      ...[0, 1, 2, 3, 11].map((count) => say.evidence.others({ kind: 'others', count })),
      ...[[], ['أ', 'ب']].map((words) => say.evidence.echo({ kind: 'echo', words })),
    ];
    expect(new Set(said).size).toBe(said.length);
    for (const words of said) expect(words).not.toMatch(/undefined|NaN|\{|^$/);
  }
});
