import { expect, test } from 'vitest';
import { fileSizes } from '../../../../src/search/index/file-sizes.ts';
import { memoryIndex } from '../../../support/memory-index.ts';

const stories = Array.from({ length: 11 }, (_, n) => ({
  title: `الخبر ${n}`,
  body: [`نص الخبر رقم ${n}`],
}));

test('the text and stored fields of every article are found, whatever file holds them', async () => {
  const { reader, loaded } = memoryIndex(stories, { articlesPerFile: 2 });
  for (const [n, { body }] of stories.entries()) {
    expect(await reader.text(n)).toEqual([['p1', body[0]]]);
    expect((await reader.storedFields(n))?.title).toBe(`الخبر ${n}`);
  }
  const files = loaded.filter((file) => file.startsWith('texts/'));
  // Six chunks, two in a file, each opened once.
  expect(files).toHaveLength(6);
  expect(new Set(files).size).toBe(3);
  expect(await reader.text(stories.length)).toBeUndefined();
});

test('index files grow with the archive, but more slowly', () => {
  const docCapacities = [2, 1024, 16_384, 32_768, 131_072, 1_048_576];
  const sizes = docCapacities.map(fileSizes);
  sizes.forEach((size, n) => {
    const before = sizes[n - 1];
    expect(size.terms.most).toBeGreaterThan(size.terms.least);
    expect(size.positions.most).toBeGreaterThan(size.positions.least);
    if (before === undefined) return;
    const times = (docCapacities[n] ?? 0) / (docCapacities[n - 1] ?? 1);
    for (const grown of [
      size.terms.least / before.terms.least,
      size.positions.least / before.positions.least,
      size.storedFields / before.storedFields,
      size.texts / before.texts,
    ]) {
      expect(grown).toBeGreaterThanOrEqual(1);
      expect(grown).toBeLessThanOrEqual(times);
    }
  });
  const { storedFields, ...others } = fileSizes(16_384);
  expect(fileSizes(2)).toEqual({ ...others, storedFields: storedFields / 2 });
});
