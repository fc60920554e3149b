import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSlugger, slug, termSlug } from '../../../src/arabic/slug.ts';
import { maxSlugBytes } from '../../../src/model/limits.ts';

test('Arabic script is kept, and words are joined by one hyphen', () => {
  expect(slug('محادثات «جنيف» — الجولة 8!')).toBe('محادثات-جنيف-الجولة-8');
  expect(slug('  BBC & وكالة الأنباء  ')).toBe('bbc-وكالة-الأنباء');
});

test('vowel marks and tatweel do not change a slug', () => {
  expect(slug('اجْتِماعٌ بالقـــاهرة')).toBe(slug('اجتماع بالقاهرة'));
});

test('composed and decomposed letters give one slug', () => {
  expect(slug('أحمد')).toBe(slug('أحمد'.normalize('NFD')));
});

test('a text without letters has an empty slug', () => {
  expect(['', '...', '«»', '\u202E'].map((text) => slug(text))).toEqual(['', '', '', '']);
});

test('a long slug is truncated between words, within its limit in bytes', () => {
  const long = slug('كلمة '.repeat(40));
  expect(long).toMatch(/^(?:كلمة-)+كلمة$/);
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(maxSlugBytes);
  expect(Buffer.byteLength(slug('ع'.repeat(200)))).toBe(maxSlugBytes);
});

test('any text gives a safe slug: NFC, short, no path separators, stable', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const name = slug(text);
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(maxSlugBytes);
      expect(name).toBe(name.normalize('NFC'));
      expect(name).not.toMatch(/[\s/\\?#<>"'&.]|^-|-$|--/);
      expect(name.isWellFormed()).toBe(true);
      expect(slug(name)).toBe(name);
    }),
  );
});

test('equal headings of a page are numbered, and none has a reserved or empty id', () => {
  const identify = createSlugger((id) => ['contents'].includes(id), 'قسم');
  expect(['خلفية', 'خلفية', 'contents', '!!!', '؟؟', 'خلفية'].map(identify)).toEqual([
    'خلفية',
    'خلفية-2',
    'contents-2',
    'قسم',
    'قسم-2',
    'خلفية-3',
  ]);
});

test('a numbered id does not collide with a heading that ends with that number', () => {
  const identify = createSlugger(() => false, 'قسم');
  expect(['باب', 'باب 2', 'باب', 'باب 2'].map(identify)).toEqual([
    'باب',
    'باب-2',
    'باب-3',
    'باب-2-2',
  ]);
});

test('ids are unique and short for any headings', () => {
  const heading = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom('أ', 'أ 2', 'ع'.repeat(100), `${'ع'.repeat(59)} ب`, 'content'),
  );
  fc.assert(
    fc.property(fc.array(heading, { maxLength: 40 }), (headings) => {
      const identify = createSlugger((id) => ['content'].includes(id), 'قسم');
      const names = headings.map(identify);
      expect(new Set([...names, 'content']).size).toBe(names.length + 1);
      for (const name of names) {
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(maxSlugBytes);
      }
    }),
  );
});

test('the slugs that are kept hold no text from which their names were cut', () => {
  const heapUsed = (): number => {
    setFlagsFromString('--expose-gc');
    const collect: unknown = runInNewContext('gc');
    if (typeof collect === 'function') collect();
    return process.memoryUsage().heapUsed;
  };
  const before = heapUsed();
  for (let n = 0; n < 50; n += 1) {
    // Flat, so that a part of it is a slice.
    const seed = Buffer.from(
      `بقلم: كاتب من كتاب الجريدة ${n}\n${'نص الخبر. '.repeat(50_000)}`,
    ).toString();
    expect(termSlug(seed.slice(6, seed.indexOf('\n')))).toBe(`كاتب-من-كتاب-الجريدة-${n}`);
  }
  // Each text takes a megabyte.
  expect(heapUsed() - before).toBeLessThan(20e6);
});
