import fc from 'fast-check';
import { expect, test } from 'vitest';
import { publishedText } from '../support/published-text.ts';
import { type TemporarySite, temporarySite } from '../support/temporary-site.ts';

/**
 * What is withheld: the words of withdrawn articles and the names in `redact` are looked for in every byte of a
 * site, unpacked and decoded, with a folding of its own.
 */

/** Folds letters as a reader does who searches: only letters and digits, one form of each, no marks. */
const fold = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replace(/&#x([0-9a-f]+);?/gi, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    )
    .replace(/&#(\d+);?/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}ـ]/gu, '')
    .toLowerCase()
    .replace(/[ٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/[^\p{L}\p{N}]+/gu, ' ');

/** Returns the output paths of the files in which one of some words can be read, or in whose path. */
const filesWith = (site: TemporarySite, words: readonly string[]): readonly string[] =>
  publishedText(site.dist).flatMap(({ outputPath, text }) => {
    const [path, content] = [fold(outputPath), fold(text)];
    const found = words.filter((word) => content.includes(fold(word)) || path.includes(fold(word)));
    return found.length === 0 ? [] : [`${outputPath}: ${found.join(', ')}`];
  });

const settings = 'baseUrl: https://example.org/a/\n';

const open = (n: number): string =>
  `---\ndate: 2001-0${n}-01\ntopics: [السدود]\n---\nنص مفتوح رقم ${n} عن السد والنهر والحقول حولهما.\n`;

/** Articles that stay, and one of the state that is given. */
function siteWith(article: string): TemporarySite {
  return temporarySite({
    'warraq.yaml': settings,
    ...Object.fromEntries([1, 2, 3].map((n) => [`seeds/open-${n}.txt`, open(n)])),
    'seeds/secret.md': article,
  });
}

const secret = (keys: string): string => `---
title: عنوان زنجبيلي
kicker: تمهيد زنجبيلي
standfirst: خلاصة زنجبيلية
byline: كتب زنجبيل السري
authors: [زنجبيل السري]
date: 2001-02-15
source: صحيفة الزنجبيل
topics: [زنجبيليات, السدود]
people: [زنجبيل]
url: https://zanjabil.example/
${keys}---
## فصل زنجبيلي

نص عن الزنجبيل والسد والنهر، وفيه كلمة زنجبيلة.
`;

const secretWords = ['زنجبيل', 'zanjabil'];

test('a withdrawn article leaves its address, and a warm build gives the same as a cold one', async () => {
  const site = siteWith(secret(''));
  await site.build();
  expect(filesWith(site, secretWords).length).toBeGreaterThan(10);
  const states = [
    'withdrawn: true\n',
    'WITHDRAWN: 2026-03-01 بطلب من أسرته\n',
    'withdrawn: {date: 2026-03-02, reason: خطأ في الوقائع}\n',
    '',
    'withdrawn: [2026-03-01, "قرار محكمة"]\n',
  ];
  for (const keys of states) {
    site.write({ 'seeds/secret.md': secret(keys) });
    await site.build();
    expect(site.tree(), keys).toEqual(await site.coldTree());
    if (keys === '') continue;
    expect(filesWith(site, secretWords), keys).toEqual([]);
    const page = site.read('dist/articles/secret.html');
    expect(page).toContain('<meta name="robots" content="noindex">');
    expect(page).toContain('سُحب هذا المقال');
    expect(site.read('dist/sitemaps/1.xml')).not.toContain('secret');
  }
  expect(site.read('dist/articles/secret.html')).toContain('قرار محكمة');
  site.remove('seeds/secret.md');
  await site.build();
  expect(site.tree()).toEqual(await site.coldTree());
});

test('names are withheld when they are named, and shown again when they are not', async () => {
  const site = siteWith(secret(''));
  await site.build();
  for (const keys of ['redact: [زنجبيل السري]\n', '', 'redact: زنجبيل السري، السدود\n']) {
    site.write({ 'seeds/secret.md': secret(keys) });
    await site.build();
    expect(site.tree(), keys).toEqual(await site.coldTree());
    if (keys !== '') expect(filesWith(site, ['زنجبيل السري'])).toEqual([]);
  }
  site.write({
    'seeds/secret.md': secret(''),
    'warraq.yaml': `${settings}redact: [زنجبيل السري]\n`,
  });
  await site.build();
  expect(site.tree()).toEqual(await site.coldTree());
  expect(filesWith(site, ['زنجبيل السري'])).toEqual([]);
});

/** Names, each with what no file may hold of it. */
const names = [
  'محمد علي الراوي',
  'جمال عبد الناصر',
  'أبو حسن الشيباني',
  'هدى السيّد',
  'مي زيادة',
  'آمنة بنت وهب',
  'إبراهيم القاضي',
  'Mohamed El-Rawi',
  'Zoë Müller',
] as const;

const isLatin = (name: string): boolean => /^[A-Za-z]/.test(name);

/** Ways to write a name. */
const spellings: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.replace(/\p{L}/gu, (letter) => (isLatin(letter) ? letter : `${letter}َ`)),
  (name) =>
    name.replace(/(\p{L})(?=\p{L})/gu, (letter) => (isLatin(letter) ? letter : `${letter}ـ`)),
  (name) => name.replace(/[أإآ]/g, 'ا').replace(/ى/g, 'ي').replace(/ة/g, 'ه'),
  (name) => name.replace(/ي(?=\s|$)/g, 'ى').replace(/ه(?=\s|$)/g, 'ة'),
  (name) => name.replaceAll(' ', '\n'),
  (name) => name.replaceAll(' ', ' '),
  (name) => name.replaceAll(' ', '_'),
  (name) => name.replaceAll(' ', '‏ '),
  (name) => name.toUpperCase(),
  (name) => name.normalize('NFD'),
  (name) => name.replace('عبد ', 'عبد'),
  (name) =>
    [...name].map((letter) => (letter === ' ' ? ' ' : `&#${letter.codePointAt(0)};`)).join(''),
  (name) => name.replace(' ', ' **').concat('**'),
  (name) => name.replace(' ', '* ').replace(/^/, '*'),
];

const particles = ['', 'و', 'ف', 'ب', 'ل', 'ك', 'ول', 'وب'];

/** Places of a name in a Markdown text. */
const places: readonly ((written: string) => string)[] = [
  (written) => `قال ${written} أمس كلامًا كثيرًا.`,
  (written) => `## فصل ${written.replaceAll('\n', ' ')}\n\nنص بعده.`,
  (written) => `- بند ${written.replaceAll('\n', ' ')}\n- بند آخر`,
  (written) => `> قول ${written.replaceAll('\n', ' ')}`,
  (written) => `[كلمة](https://x.example/${encodeURIComponent(written)})`,
  (written) => `[كلمة](https://x.example/ "${written.replaceAll('\n', ' ')}")`,
  (written) => `![${written.replaceAll('\n', ' ')}](https://x.example/a.png)`,
  (written) => `\`${written.replaceAll('\n', ' ')}\``,
  (written) => `    شفرة ${written.replaceAll('\n', ' ')}`,
  (written) =>
    `[${written.replaceAll('\n', ' ')}][1]\n\n[1]: https://x.example/${encodeURI(written.replaceAll('\n', ''))}`,
  (written) => `<!-- ${written} -->\n\nنص بعد تعليق.`,
];

const keys = ['title', 'kicker', 'standfirst', 'byline', 'dateline', 'source', 'section', 'rights'];
const lists = ['authors', 'topics', 'people', 'places'];

test('no output has a name in any spelling, behind any particle, in any place', async () => {
  const article = fc.record({
    key: fc.constantFrom(...keys, ...lists),
    particle: fc.constantFrom(...particles),
    spelling: fc.constantFrom(...spellings),
    keySpelling: fc.constantFrom(...spellings.slice(0, 12)),
    place: fc.constantFrom(...places),
  });
  const samples = fc.sample(article, { numRuns: 160, seed: 17 });
  const site = temporarySite({
    'warraq.yaml': `${settings}redact: [${names.slice(0, 4).join(', ')}]\n`,
    ...Object.fromEntries(
      samples.map(({ key, particle, spelling, keySpelling, place }, n) => {
        const name = names[n % names.length] ?? '';
        const joined = isLatin(name) ? '' : particle;
        const value = JSON.stringify(`${joined}${keySpelling(name).replaceAll('\n', ' ')}`);
        const own = n % names.length < 4 ? '' : `redact: [${JSON.stringify(name)}]\n`;
        const metadata = `${key}: ${lists.includes(key) ? `[${value}]` : value}\n`;
        const file = n % 7 === 0 ? `seeds/${name.replaceAll(' ', '-')}-${n}.md` : `seeds/a${n}.md`;
        return [file, `---\n${own}${metadata}---\n${place(joined + spelling(name))}\n\nنص ${n}.\n`];
      }),
    ),
  });
  const { articles, diagnostics } = await site.build();
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(articles).toBe(samples.length);
  expect(filesWith(site, names)).toEqual([]);
});
