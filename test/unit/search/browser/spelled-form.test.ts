import { expect, test } from 'vitest';
import { eachWord, formOf } from '../../../../src/arabic/word-letters.ts';
import { spelledForm } from '../../../../src/search/browser/spelled-form.ts';

const folded = (word: string): string => {
  let form = '';
  eachWord(word, (found) => {
    form = formOf(found);
  });
  return form;
};

test.each([
  ['مسؤول', 'المسؤولين'],
  ['على', 'عليها'],
  ['على', 'عليه'],
  ['إلى', 'وإليهم'],
  ['مدينة', 'المدينة'],
  ['سياسي', 'السياسية'],
  ['كتاب', 'كتابه'],
  ['أحمد', 'وأحمد'],
])('beside %s the form %s is spelt as it is written', (typed, form) => {
  expect(spelledForm(folded(form), folded(typed), typed)).toBe(form);
});
