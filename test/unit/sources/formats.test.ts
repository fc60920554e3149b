import { expect, test } from 'vitest';
import { extensionOf, formatOf, formats } from '../../../src/sources/formats.ts';

test.each([
  ['a/خبر.txt', 'plain-text'],
  ['a.TXT', 'plain-text'],
  ['a.text', 'plain-text'],
  ['a.md', 'markdown'],
  ['a.markdown', 'markdown'],
  ['a.txt.md', 'markdown'],
  ['a.docx', 'office'],
  ['a.ODT', 'office'],
  ['a.doc', undefined],
  ['a.txt/README', undefined],
  ['.txt', undefined],
])('%s has the format %s', (path, name) => {
  expect(formatOf(path)?.name).toBe(name);
});

test('the extension is the last one, in lower case', () => {
  expect(extensionOf('a.b/c.D.Ef')).toBe('.ef');
  expect(extensionOf('a.b/c')).toBe('');
});

test('no two formats claim the same extension', () => {
  const all = formats.flatMap((format) => format.extensions);
  expect(new Set(all).size).toBe(all.length);
});

test('every format of texts takes front matter', () => {
  const texts = formats.filter(({ convert }) => convert === undefined);
  expect(texts.length).toBeGreaterThan(1);
  for (const format of texts) {
    const { documents } = format.parse('---\ntitle: خبر\n---\nنص', 'a');
    expect(documents).toHaveLength(1);
    expect(documents[0]).toMatchObject({ text: 'نص', assets: [] });
    expect(documents[0].metadata?.get('title')?.value).toBe('خبر');
  }
});
