import { expect, test } from 'vitest';
import { messagesFor } from '../../../src/i18n/languages.ts';
import type { Site } from '../../../src/model/site.ts';
import { isolateName, itemName } from '../../../templates/partials/language.ts';

const name = (text: string, written?: string): string => isolateName(text, written).source;

test('an Arabic name runs from right to left, whatever signs are in it', () => {
  const plain = ['الأهرام', 'خُطّة «الحكومة»: إلى أين؟', 'قال (الوزير)…', 'ألف، باء؛ جيم.'];
  for (const text of plain) {
    expect(name(text)).toBe(`<bdi dir="rtl">${text}</bdi>`);
    expect(name(text, 'ar')).toBe(`<bdi dir="rtl">${text}</bdi>`);
  }
});

test('what is escaped, isolated or in another language is so in every name, the second time too', () => {
  for (let time = 0; time < 2; time += 1) {
    expect(name('شركة <ألف> & باء')).toBe('<bdi dir="rtl">شركة &lt;ألف&gt; &amp; باء</bdi>');
    expect(name("مجلة 'ميم'")).toBe('<bdi dir="rtl">مجلة &#39;ميم&#39;</bdi>');
    expect(name('عام 2015')).toBe('<bdi dir="rtl">عام <bdi>2015</bdi></bdi>');
    expect(name('BBC عربي')).toBe('<bdi dir="rtl"><bdi>BBC</bdi> عربي</bdi>');
    expect(name('٢٠')).toBe('<bdi dir="rtl">٢٠</bdi>');
    expect(name('20')).toBe('<bdi dir="ltr">20</bdi>');
    expect(name('The state of the press', 'en')).toBe(
      '<bdi lang="en" dir="ltr">The state of the press</bdi>',
    );
    expect(name('الأهرام', 'en')).toBe('<bdi lang="en" dir="rtl">الأهرام</bdi>');
  }
});

test('an item of Arabic letters alone is isolated only on a page from left to right', () => {
  const on = (language: string, text: string): string =>
    itemName(text, { messages: messagesFor(language) } as Site).source;
  expect(on('ar', 'التواريخ')).toBe('التواريخ');
  expect(on('ar', '١٩٨٥')).toBe('<bdi dir="rtl">١٩٨٥</bdi>');
  expect(on('ar', 'عام 2015')).toBe('<bdi dir="rtl">عام <bdi>2015</bdi></bdi>');
  expect(on('ar', 'okaz')).toBe('<bdi dir="ltr">okaz</bdi>');
  expect(on('en', 'التواريخ')).toBe(name('التواريخ'));
});
