import { expect, test } from 'vitest';
import { arabicMessages as ar } from '../../../src/i18n/ar/cli.ts';
import { arabicSite as pagesAr } from '../../../src/i18n/ar/site.ts';
import type { CliMessages, DiagnosticText } from '../../../src/i18n/cli-messages.ts';
import { englishMessages as en } from '../../../src/i18n/en/cli.ts';
import { englishSite as pagesEn } from '../../../src/i18n/en/site.ts';
import type { Rule, RuleValues } from '../../../src/model/diagnostic.ts';

/** Values that are named in each language. */
const named: ReadonlySet<unknown> = new Set([
  ...['text', 'list', 'symlink', 'fifo', 'device', 'empty', 'packed', 'index'],
  ...['cut', 'data', 'checksum', 'garbage', 'not-gzip', 'ratio'],
  ...['header', 'length', 'boundary', 'entries', 'repairs', 'signs'],
  ...['query', 'front-page', 'unsafe', 'too-long', 'encoding'],
  ...['empty', 'missing', 'unreadable', 'damaged', 'alto', 'web'],
  ...['bytes', 'pixels', 'no-picture', 'kind', 'drawing', 'html', 'other', '60000000'],
  ...['share', 'related tags', 'pdf', 'picture', 'other'],
  ...['other', 'hijri', 'name', 'yes', 'no'],
  ...['unread', 'rules', 'bytes', 'forced'],
  ...['zip', 'bomb', 'entities', 'encrypted', 'program'],
  ...['html', 'rtf', 'mediawiki', 'wikiextractor', 'openiti', 'latex', 'shortcodes', 'liquid'],
]);

/** What an archive exceeds of a host's limits, and the advice. */
const excess = {
  ...{ host: 'Cloudflare Pages', settings: ['downloads: [original]'], isEnough: true },
  ...{ files: 12_345, bytes: 2 ** 26, others: ['Netlify', 'Amazon S3'] },
};

/** Sample values for every rule; a missing rule does not compile. */
const samples: { readonly [R in Rule]: readonly RuleValues[R][] } = {
  'same-text': [
    { count: 2, others: 'seeds/b.txt' },
    { count: 12, others: 'seeds/b.txt, seeds/c.jsonl#3, …' },
  ],
  'seed-empty': [{}],
  'seed-too-large': [{ bytes: 20_971_521, limit: 20_971_520 }],
  'seed-binary': [{ offset: 0 }, { offset: 1234 }],
  'seed-undecodable': [{ offset: 7 }],
  'seed-bytes-lost': [
    { offset: 7, count: 1 },
    { offset: 7, count: 12 },
  ],
  'text-double-encoding': [{ lines: 1 }, { lines: 12 }],
  'text-visual-order': [{ lines: 1 }, { lines: 12 }],
  'text-order-doubtful': [{}],
  'text-presentation-forms': [{ count: 1 }, { count: 12 }],
  'text-invisible': [{ count: 1 }, { count: 12 }],
  'text-replacements': [{ count: 1 }, { count: 12 }],
  'text-entities': [{ count: 1 }, { count: 12 }],
  'markup-read': [
    { kind: 'html', dropped: 0 },
    { kind: 'rtf', dropped: 1 },
    { kind: 'mediawiki', dropped: 12 },
    { kind: 'wikiextractor', dropped: 0 },
    { kind: 'openiti', dropped: 3 },
    { kind: 'latex', dropped: 3 },
    { kind: 'shortcodes', dropped: 1 },
    { kind: 'liquid', dropped: 2 },
  ],
  'markup-unreadable': [{ kind: 'rtf' }],
  'letters-lost': [{ words: 1 }, { words: 12 }],
  'letters-lost-some': [{ words: 4 }, { words: 12 }],
  'articles-several': [
    { count: 3, isSplit: true },
    { count: 12, isSplit: false },
  ],
  'title-only': [{}],
  'encoding-guessed': [{ encoding: 'windows-1256' }, { encoding: 'utf-16le' }],
  'encoding-undecided': [{ encoding: 'windows-1256', rival: 'cp720' }],
  'encoding-mixed': [
    { encoding: 'cp720', lines: 1 },
    { encoding: 'cp720', lines: 12 },
  ],
  'seed-unknown-format': [
    { extension: '.docx' },
    { extension: '.html' },
    { extension: '.jpg' },
    { extension: '' },
    { extension: '.xml', content: 'alto' },
    { extension: '', content: 'web' },
    { extension: '.docx', content: 'damaged' },
  ],
  'seeds-gone': [
    { published: 1, state: 'empty' },
    { published: 300, state: 'missing' },
    { published: 12, state: 'unreadable' },
  ],
  'removal-too-large': [{ removed: 1200, published: 2000 }],
  'no-article': [
    { files: 1, published: 0 },
    { files: 58, published: 12 },
  ],
  'office-unreadable': (
    ['zip', 'bomb', 'entities', 'encrypted', 'damaged', 'program'] as const
  ).map((fault) => ({ fault, reason: 'word/document.xml' })),
  'office-macros': [{}],
  'office-left-out': [{ elements: 'w:object' }],
  'office-unseen': [
    { hidden: 12, deleted: 0, contents: 0, margins: 1, comments: 0 },
    { hidden: 0, deleted: 5, contents: 340, margins: 0, comments: 2 },
  ],
  'office-original': [{}],
  'office-picture-missing': [{ count: 1 }, { count: 12 }],
  'office-no-program': [{ extension: '.doc' }],
  'own-page-format': [{}],
  'own-page-folder': [{}],
  'own-page-pictures': [{ count: 2, names: 'logo.png' }],
  'own-page-link': [{ link: 'a.md' }],
  'own-page-redact': [{}],
  'own-page-value': [{ key: 'order', value: 'أ', expected: '1' }],
  'own-page-twice': [{ url: 'pages/about.html', other: 'pages/about.md' }],
  'own-pages-too-many': [{ limit: 500 }],
  'menu-no-page': [{ target: 'people/index.html' }],
  'title-invisible': [{}],
  'title-marks': [{ limit: 8 }],
  'seed-not-a-file': [{ kind: 'symlink' }, { kind: 'fifo' }, { kind: 'folder' }],
  'seed-unreadable': [{ reason: 'EACCES: permission denied' }],
  'seed-name-invalid': [{}],
  'seed-hidden': [{}],
  'record-syntax': [{}],
  'record-not-object': [{}],
  'record-not-found': [{}],
  'record-no-text': [{ field: 'content' }, { field: 'text', list: 'articles' }],
  'record-too-large': [{ limit: 4194304 }],
  'record-too-deep': [{ limit: 100 }],
  'record-undecodable': [{}],
  'record-surrogates': [{}],
  'record-unknown-field': [
    { field: 'autor', nearest: 'authors' },
    { field: 'x1', nearest: '' },
  ],
  'records-abandoned': [{}],
  'gzip-damaged': ['cut', 'data', 'checksum', 'garbage', 'not-gzip', 'ratio'].flatMap((fault) => [
    { fault, offset: 1234, resumed: -1, isSeed: true },
    { fault, offset: 1234, resumed: 2345, isSeed: false },
  ]),
  'csv-quote': [{}],
  'csv-columns': [{ cells: 7, columns: 5 }],
  'sidecar-orphan': [{}],
  'front-matter-unclosed': [{ limit: 8192 }],
  'front-matter-engine': [{ engine: 'javascript' }],
  'front-matter-syntax': [{ form: 'TOML', reason: 'invalid value' }],
  'front-matter-too-long': [{ form: 'JSON', limit: 8192 }],
  'front-matter-foreign': [{ line: 'المحرر المناوب: هدى العلي' }],
  'metadata-unused-keys': [{ keys: 'layout, comments' }],
  'metadata-key-again': [{ key: 'excerpt', other: 'summary' }],
  'metadata-parted': [{ key: 'topics', names: 3 }],
  'yaml-syntax': [{ reason: 'bad indentation' }],
  'yaml-alias': [{}],
  'yaml-too-tangled': [
    { limit: 300, of: 'repairs' },
    { limit: 2000, of: 'signs' },
  ],
  'yaml-depth': [{ limit: 6 }],
  'yaml-not-a-map': [{}],
  'yaml-duplicate-key': [{ key: 'title' }],
  'yaml-hashtag': [{ key: 'title' }],
  'metadata-unknown-key': [
    { key: 'titel', nearest: 'title' },
    { key: 'لون', nearest: '' },
    { key: 'token', nearest: '', isLeftOut: true },
  ],
  'table-row-unmatched': [{ name: 'a.txt' }],
  'table-row-ambiguous': [{ name: 'a' }],
  'table-row-twice': [{ name: 'a.txt' }],
  'table-row-unnamed': [{}],
  'table-row-damaged': [{ isHeld: true }, { isHeld: false }],
  'table-column': [
    { column: 'titel', nearest: 'title' },
    { column: 'لون', nearest: '' },
  ],
  'table-rows-more': [{ count: 3 }],
  'field-value': [
    { key: 'pages', type: 'number', value: 'بضع' },
    { key: 'عام', type: 'date', value: 'قديمًا' },
  ],
  'metadata-type': [
    { key: 'title', expected: 'text' },
    { key: 'topics', expected: 'list' },
  ],
  'metadata-empty': [{ key: 'date' }],
  'metadata-too-many': [{ key: 'topics', items: 100_000, limit: 500 }],
  'metadata-id': [{ value: 'معرف' }],
  'metadata-date': [
    { value: '3/4/2015', suggestion: '', readings: ['2015-04-03', '2015-03-04'] },
    { value: '25/1/2011', suggestion: '2011-01-25' },
    { value: 'أمس', suggestion: '' },
  ],
  'metadata-date-doubtful': [
    { value: 'الأربعاء 24 يوليو 2012', date: '2012-07-24' },
    { value: '24/7/2012 - 25/7/2012', date: '2012-07-24', hasTwo: true },
  ],
  'date-read': (['other', 'hijri', 'name'] as const).flatMap((form) =>
    [1, 12].map((articles) => ({ form, written: '24/7/2012', date: '2012-07-24', articles })),
  ),
  'metadata-dates-disagree': [{ hijri: '3 رمضان 1439', date: '2017-12-12', reckoned: '24/3/1439' }],
  'masthead-date': [{ line: '31 فبراير 2012 العدد 5', date: '31 فبراير 2012' }],
  'masthead-dates-disagree': [{ line: 'الثلاثاء 23 يوليو 2012م' }],
  'metadata-url': [{ value: 'example.org' }],
  'metadata-language': [{ value: 'عربي' }],
  'metadata-controls': [{ key: 'title' }],
  'headings-too-many': [{ headings: 25_000, limit: 5000 }],
  'lines-joined': [{ lines: 4_000_000, limit: 100_000 }],
  'text-controls': [{ count: 1 }, { count: 1200 }],
  'held-draft': [{ key: 'draft', value: 'true' }],
  'held-unknown': [
    { key: 'status', value: 'مسودة' },
    { key: 'status', value: '' },
  ],
  'held-damaged': [{ key: 'draft', value: 'true' }],
  'held-sidecar': [{ sidecar: 'a.yaml' }],
  'held-date-unclear': [
    { key: 'embargo', value: 'الشتاء', suggestion: '' },
    { key: 'embargo', value: '25/1/2027', suggestion: '2027-01-25' },
  ],
  'held-without-day': [{ key: 'embargo', value: '2027-01-25' }],
  'held-until': [{ key: 'embargo', value: '2027', asOf: '2026-11-28', from: '2027-12-31' }],
  'held-withdrawn': [{}],
  'held-expired': [{ key: 'expiryDate', value: '2026', asOf: '2026-11-28' }],
  'weights-unusable': [{ problem: 'damaged' }, { problem: 'unreadable' }],
  'heading-flood': [{ omitted: 1 }, { omitted: 1200 }],
  'redact-name': [{ name: 'و' }, { name: '' }],
  'redact-title': [{}],
  'redact-setting': [{ key: 'description' }],
  'redact-incomplete': [{ where: 'metadata' }],
  'heading-not-found': [{ heading: 'خلفية' }],
  'decision-not-found': [{ heading: 'خلفية' }],
  'decision-line': [{}],
  'markdown-too-large': [{ bytes: 600_000, limit: 524_288 }],
  'markdown-too-deep': [{ limit: 100 }],
  'markdown-too-tangled': [{}],
  'markup-dropped': [{ what: '<img>' }],
  'folder-key-of-text': [{ key: 'title' }],
  'folder-unmatched': [{}],
  'link-target-missing': [{ link: '../ميناء.md#عنوان' }],
  'link-fragment-missing': [{ link: 'port.md#x', fragment: 'x' }],
  'link-ambiguous': [{ link: 'port', seed: 'seeds/a/port.md', other: 'seeds/b/port.md' }],
  'links-too-many': [{ limit: 5000 }],
  'metadata-picture': [{}],
  'picture-missing': [
    { picture: 'صور/الميناء.jpg', nearest: '' },
    { picture: 'port.jpg', nearest: 'Port.JPG' },
  ],
  'picture-outside': [{ picture: '../../etc/passwd' }],
  'picture-unusable': [
    { picture: 'a.jpg', problem: 'empty', detail: '' },
    { picture: 'a.jpg', problem: 'bytes', detail: '60000000' },
    { picture: 'a.png', problem: 'pixels', detail: '40000×40000' },
    { picture: 'a.jpg', problem: 'no-picture', detail: 'html' },
    { picture: 'a.jpg', problem: 'no-picture', detail: 'other' },
    { picture: 'a.tif', problem: 'kind', detail: 'TIFF' },
    { picture: 'a.jpg', problem: 'cut', detail: '' },
    { picture: 'a.jpg', problem: 'damaged', detail: '' },
    { picture: 'a.svg', problem: 'drawing', detail: '' },
    { picture: 'a.jpg', problem: 'unreadable', detail: 'EACCES' },
  ],
  'picture-ending': [{ picture: 'a.jpg', kind: 'PNG' }],
  'picture-remote': [{ count: 1 }, { count: 12 }],
  'picture-alt': [{ count: 1 }, { count: 12 }],
  'picture-large': [{ picture: 'a.jpg', bytes: 900_000, limit: 512_000 }],
  'picture-withheld': [{ count: 1 }, { count: 12 }],
  'picture-drawing': [{ picture: 'a.svg' }],
  'pictures-too-many': [{ pictures: 1200, limit: 1000 }],
  'pictures-unused': [{ count: 2, names: 'a.jpg, b.jpg' }],
  'pictures-without-sharp': [{ reason: "Cannot find module 'sharp'" }],
  'imported-picture-unusable': [{ picture: 'a.jpg' }],
  'imported-picture-link': [{ count: 1 }, { count: 12 }],
  'imported-picture-missing': [{ count: 1 }, { count: 12 }],
  'article-damaged': [{}],
  'id-collision': [{ id: 'a', other: 'seeds/a.txt' }],
  'metadata-alias': (['query', 'front-page', 'unsafe', 'too-long', 'encoding'] as const).map(
    (problem) => ({ value: '/?p=1', problem }),
  ),
  'alias-taken': [{ alias: 'old.html', other: 'seeds/a.txt' }],
  'alias-loop': [{ alias: 'old.html', other: 'seeds/a.txt' }],
  'alias-claimed': [{ alias: 'old.html', other: 'seeds/a.txt' }],
  'alias-reserved': [{ alias: 'index.html' }],
  'alias-no-page': [{ alias: 'old.php' }],
  'address-line': [{ copy: '.cache/addresses-damaged-1.jsonl' }],
  'address-lines': [{ count: 12_000, copy: '.cache/addresses-damaged-1.jsonl' }],
  'redirects-limit': [{ host: 'cloudflare', count: 2001, limit: 2000 }],
  'old-url-dead': [{ url: 'https://example.org/old.html' }],
  'old-url-list': [{ problem: 'empty' }, { problem: 'packed' }, { problem: 'index' }],
  'url-collision': [{ url: 'a.html', other: 'seeds/a.txt' }],
  'url-reserved': [
    { url: 'index.html', kind: 'home' },
    { url: '404.html', kind: 'not-found' },
    { url: 'all/index.html', kind: 'articles' },
  ],
  'config-unknown-key': [
    { key: 'nmae', nearest: 'name' },
    { key: 'قالب', nearest: '' },
  ],
  'learned-ignored': [{ isDamaged: true }, { isDamaged: false }],
  'authority-file-old-name': [{ name: 'authority.yaml' }],
  'authority-file-twice': [{ other: 'subjects.yaml' }],
  'config-value': [{ key: 'region', value: 'XX', expected: 'EG, SY' }],
  'authority-name-twice': [{ name: 'ناصر', first: 'جمال', second: 'سعيد' }],
  'template-broken': [{ reason: 'Unexpected token' }],
  'asset-missing': [{ name: 'look.logo: logo.svg' }],
  'template-unknown': [{ nearest: 'article' }, { nearest: '' }],
  'link-broken': [{ link: 'a.html' }],
  'original-lost': [{ pack: 'originals/ahram/2017.zip', member: 'a.txt' }],
  'fragment-missing': [{ link: '#a' }],
  'id-duplicate': [{ id: 'a' }],
  'request-foreign': [{ address: 'https://x.example/' }],
  'script-inline': [{ what: '<script>' }],
  'file-missing': [{}],
  'file-changed': [{}],
  'html-invalid': [{ reason: 'x' }],
  'feed-invalid': [{ reason: 'x' }],
  'file-unlisted': [{}],
  'import-unknown-kind': [{}, { reason: 'pdf' }],
  'import-doctype': [{}],
  'import-malformed': [{ reason: 'unclosed tag' }],
  'import-cut-short': [{}],
  'import-not-a-file': [{ kind: 'fifo' }, { kind: 'device' }],
  'import-too-many': [{ limit: 1_000_000 }],
  'host-files': [
    { ...excess, measured: 30_000, limit: 20_000, withFolders: false },
    {
      ...excess,
      settings: [],
      isEnough: false,
      measured: 300_000,
      limit: 200_000,
      withFolders: true,
    },
  ],
  'host-bytes': [{ ...excess, others: [], isEnough: false, measured: 2 ** 31, limit: 2 ** 30 }],
  'host-file-size': [
    { ...excess, measured: 2 ** 25, limit: 25 * 2 ** 20 },
    { ...excess, settings: [], isEnough: false, measured: 2 ** 25, limit: 25 * 2 ** 20 },
  ],
  'host-folder': [{ ...excess, isEnough: false, measured: 60_000, limit: 54_000 }],
  'host-path': [{ host: 'Amazon S3', measured: 1100, limit: 1024 }],
  'host-redirects': [
    { host: 'GitHub Pages', problem: 'unread', count: 0, limit: 0 },
    { host: 'GitLab Pages', problem: 'rules', count: 1200, limit: 1000 },
    { host: 'GitLab Pages', problem: 'bytes', count: 70_000, limit: 65_536 },
    { host: 'Cloudflare Pages', problem: 'forced', count: 1, limit: 0 },
  ],
  'check-too-large': [{ bytes: 70_000_000, limit: 67_108_864 }],
  'settings-too-large': [{ bytes: 70_000_000, limit: 16_777_216 }],
  'settings-not-a-file': [{ kind: 'device' }, { kind: 'folder' }],
  'html-over-limits': [{}],
  'html-reduced': [{}],
  'warc-record': ['header', 'length', 'boundary'].map((fault) => ({ fault, offset: 1234 })),
  'zip-entry': [
    { name: '', reason: 'entries' },
    { name: 'archive/data.warc', reason: 'ratio' },
    { name: 'archive/data.warc', reason: 'too many bytes in the stream' },
  ],
  'import-abandoned': [{ limit: 67_108_864 }],
  'import-item-too-large': [{ limit: 4_194_304 }],
  'import-controls': [{ count: 1 }, { count: 1200 }],
  'import-replaced': [{}],
  'import-date': [{ value: '3/4/2011' }],
  'import-duplicate': [{ key: 'https://news.example/?p=7' }],
  'import-too-long': [{ key: 'standfirst' }],
  'import-no-text-column': [{ columns: 'الرقم, العنوان' }],
  'import-unknown-column': [{ column: 'عدد المشاهدات' }],
  'import-no-main-text': [{}, { address: 'http://s.example/a' }],
  'import-left-out': [
    { letters: 1, kinds: 'share', text: 'شارك' },
    { letters: 340, kinds: 'related tags', text: 'اقرأ أيضا' },
  ],
  'import-embedded': [
    { video: 1, audio: 0, frame: 2, lost: 0 },
    { video: 0, audio: 3, frame: 0, lost: 1 },
  ],
  'import-declared-encoding': [
    { declared: 'windows-1256' },
    { declared: 'iso-8859-6', address: 'http://s.example/a' },
  ],
  'import-passed-over': [
    { reason: 'pdf' },
    { reason: 'picture' },
    { reason: 'text' },
    { reason: 'other' },
  ],
  'import-nothing-found': [{ files: 1 }, { files: 58 }],
  'import-xml-kind': [{ kind: 'NewsML' }],
  'import-json-part': [{}],
  'import-unread-folder': [{ option: '--seeds /srv/texts' }, { option: '--root /srv/site' }],
  'import-edited': [{}],
  'import-deleted': [{}],
  'import-taken': [{}],
};

const languages: readonly (readonly [name: string, messages: CliMessages])[] = [
  ['Arabic', ar],
  ['English', en],
];

/** Returns all texts in an object of messages, by their path. */
function texts(value: unknown, path = ''): readonly (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

const sound = /^(?!.*(?:undefined|\[object|NaN|\{(?!id\})[a-z]+\}|null)).+$/s;

for (const [name, messages] of languages) {
  for (const [rule, values] of Object.entries(samples)) {
    test(`${name} has a message and a fix: ${rule}`, () => {
      const word = messages.rules[rule as Rule] as (given: unknown) => DiagnosticText;
      for (const given of values) {
        const { message, fix } = word(given);
        expect(message).toMatch(sound);
        expect(fix).toMatch(sound);
        expect(fix).not.toBe(message);
        // Numbers are formatted by language, so only texts are looked for.
        for (const part of Object.values(given).filter((v) => typeof v === 'string')) {
          const known = named.has(part);
          if (!known) expect(`${message} ${fix}`).toContain(part);
        }
      }
    });
  }

  test(`${name} has a message for every usage error`, () => {
    for (const say of Object.values(messages.usageProblems)) expect(say('--x')).toMatch(sound);
  });
}

test('Arabic messages are in Arabic', () => {
  for (const [rule, values] of Object.entries(samples)) {
    const { message, fix } = (ar.rules[rule as Rule] as (given: unknown) => DiagnosticText)(
      values[0],
    );
    for (const text of [message, fix]) expect(text, rule).toMatch(/[\u0620-\u064A]/);
  }
});

test('the pages have every text in both languages, and none is empty', () => {
  // Plural forms and names of months differ by language.
  const own = /\.(?:two|few|many)$|^\.region\./;
  const keys = (messages: unknown) =>
    texts(messages)
      .map(([path]) => path)
      .filter((path) => !own.test(path));
  expect(keys(pagesAr)).toEqual(keys(pagesEn));
  for (const messages of [pagesAr, pagesEn]) {
    for (const [path, text] of texts(messages)) expect(text.trim(), path).not.toBe('');
  }
});

test('texts of the pages have the same placeholders in both languages', () => {
  const places = (text: string) => [...text.matchAll(/\{[a-z]+\}/g)].map(String).sort();
  const english = new Map(texts(pagesEn));
  for (const [path, text] of texts(pagesAr)) {
    // The Arabic singular and dual contain no number.
    if (/\.(?:zero|one|two)$/.test(path)) continue;
    const same = path.replace(/\.(?:few|many)$/, '.other');
    expect(places(text), path).toEqual(places(english.get(same) ?? ''));
  }
});

test.each([
  [1, 'من هنا سطر واحد', 'فقُرئ بترميزه', 'وُجد مقال واحد في ملف واحد', 'تغيّر ملف واحد'],
  [2, 'من هنا سطران', 'فقُرئا بترميزهما', 'وُجد مقالان في ملفين', 'تغيّر ملفان'],
  [3, 'من هنا ٣ أسطر', 'فقُرئت بترميزها', 'وُجدت ٣ مقالات في ٣ ملفات', 'تغيّرت ٣ ملفات'],
  [11, 'من هنا ١١ سطرًا', 'فقُرئت بترميزها', 'وُجد ١١ مقالًا في ١١ ملفًا', 'تغيّر ١١ ملفًا'],
  [100, 'من هنا ١٠٠ سطر', 'فقُرئت بترميزها', 'وُجد ١٠٠ مقال في ١٠٠ ملف', 'تغيّر ١٠٠ ملف'],
  [103, 'من هنا ١٠٣ أسطر', 'بترميزها', 'وُجدت ١٠٣ مقالات في ١٠٣ ملفات', 'تغيّرت ١٠٣ ملفات'],
])('Arabic words agree with the number %i', (count, subject, verb, found, changed) => {
  const { message } = ar.rules['encoding-mixed']({ encoding: 'cp720', lines: count });
  expect(message).toContain(subject);
  expect(message).toContain(verb);
  expect(ar.rebuilt(count)).toContain(changed);
  const leftOut = { draft: 0, page: 0, attachment: 0, protected: 0, other: 0, empty: 0 };
  const outcomes = { written: count, updated: 0, unchanged: 0, edited: 0, deleted: 0, taken: 0 };
  const [first] = ar.imports.summary({
    ...{ articles: count, sources: count, duplicate: 0, passedOver: {}, samples: [], leftOut },
    ...{ ...outcomes, pictures: 0, pictureLinks: 0, dryRun: false, into: 'seeds', folder: '/a' },
    ...{ first: undefined, last: undefined },
  });
  expect(first).toBe(`${found}.`);
});
