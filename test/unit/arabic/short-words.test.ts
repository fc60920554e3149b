import { expect, test } from 'vitest';
import { shortKeyBounds } from '../../../src/arabic/short-words.ts';

/** Returns the key of a form; undefined where it is no form of a short word. */
function keyOf(form: string): string | undefined {
  const bounds = shortKeyBounds(form);
  return bounds === undefined ? undefined : form.slice(...bounds);
}

test('the forms of a short word have its letters as their key', () => {
  for (const form of ['الحق', 'وبالحق', 'للحق', 'فكالحق', 'حقها', 'وحقهما', 'فلحقنا']) {
    expect(keyOf(form), form).toBe('حق');
  }
  for (const form of ['لغه', 'اللغات', 'بلغتهم', 'ولغاتنا', 'وبلغتين', 'لللغه']) {
    expect(keyOf(form), form).toBe('لغ');
  }
  for (const form of ['صوت', 'وبصوت', 'فكصوت']) expect(keyOf(form), form).toBe('صوت');
});

test('words that have more or other letters are not short', () => {
  const others = ['', 'ا', 'حق', 'الحقل', 'حقول', 'والحقها', 'لغ', 'لغهه', 'الصوت', 'صوتها'];
  const unusual = ['كتاب', 'وو', 'ووحقها', 'فولغه', 'abc', '12', 'ﻻ', 'و'.repeat(300)];
  for (const form of [...others, ...unusual]) expect(keyOf(form), form).toBeUndefined();
});
