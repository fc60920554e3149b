import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isolateLtr, literal } from '../../src/render/html.ts';
import { launchChromium, withoutBrowser } from '../support/browser/chromium.ts';
import { skipIf } from '../support/skip.ts';

/**
 * Returns the characters of each line of a page in the order in which they stand, from the left: for each its offset in
 * the line's text.
 */
const visualOrders = `[...document.querySelectorAll('p')].map((line) => {
  const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  const places = [];
  let offset = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    for (let at = 0; at < node.data.length; at += 1, offset += 1) {
      if (/\\s/.test(node.data[at])) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      const { left, right } = range.getBoundingClientRect();
      places.push({ offset, middle: left + right });
    }
  }
  return places.sort((a, b) => a.middle - b.middle).map((place) => place.offset);
})`;

/** Mixed sentences that read as UAX #9 has them without isolates. */
const sentences = [
  'صدر الكتاب في London, UK عن دار Smith & Sons, Ltd. وعنوانه "War, Peace and Love" في السوق.',
  'قال المدير: "We are proud, very proud. Thank you" ثم جلس.',
  "وكتب بالفرنسية: L'avenir, c'est le livre! ثم انصرف.",
  'نشرته The New York Times, Le Monde; Die Zeit في يوم واحد.',
  'الموقع https://example.org/a?b=c&d=e يعمل، وكذلك www.example.org في كل حين.',
  'البريد news@example.org والبديل first.last@mail.example.org معًا.',
  'سعره USD 5.3, EUR 4.9 في السوق، أو 5.3 في غيره.',
  'بين 2010–2015 ثم بين 1990–1999 زاد العدد، وبلغ 1,250 كتابًا.',
  'في عام 2015 12 شخصًا، ومنهم 7، وبعدهم 9 آخرون.',
  'يوم 12/12/2017 عند الساعة 16:30، وفي 3.5 من الأيام.',
  'فاز الفريق 2-1 في مباراة 2015-2016 أمام الجمهور.',
  'أعلنت (BBC) ثم (CNN) الخبر، وقناة BBC (London) بعدهما.',
  'قناة (BBC) (CNN) معًا، ثم BBC (British Broadcasting Corporation), London في الختام.',
  'أوردت BBC (البريطانية) CNN الخبر نفسه (نقلًا عن AFP).',
  'قالت «رويترز» و«Reuters» إن «Port of Rotterdam» مغلق؛ Hamburg مفتوح؟',
  'طراز Mercedes-Benz E-Class, 2015 ثم Rolls-Royce; هل رأيته؟ نعم.',
  'أغنية Hello, Goodbye! وفيلم What? Why! ثم خرجوا.',
  'في القائمة: BBC، CNN، AFP، ثم رويترز.',
  'كتب Jean-Paul Sartre – Simone de Beauvoir رسائل كثيرة…',
  'كتب بالروسية Москва, London وباليونانية Αθήνα, Paris ثم عاد.',
  'في القرن ١٩، نشر E. W. Lane كتابه An Account of the Manners, London 1836 في جزأين.',
  'Hello, world: أول ما يكتب، ثم Bye.',
  'الجدول [A] و[B, C] و{D} في الصفحة 12.',
];

/**
 * Sentences that read better than UAX #9 has them, with the characters as they stand from the left. A sign written
 * together with a word or number belongs to it; UAX #9 takes it for the Arabic line's.
 */
const better = [
  { sentence: 'بنسبة 50% منه', shown: ['50%'] },
  { sentence: 'لغة C++ ولغة C# هنا', shown: ['C++', 'C#'] },
  { sentence: 'سعره $5.3 ثم $5.3 billion ثم €12', shown: ['$5.3', '$5.3billion', '€12'] },
  { sentence: 'حساب @example ووسم #news هنا', shown: ['@example', '#news'] },
  // Numbers with several hyphens, or with a zero at the beginning: days, telephones, standard numbers.
  { sentence: 'هاتف 011-2345678 يوم 12-12-2017', shown: ['011-2345678', '12-12-2017'] },
  { sentence: 'هاتف +962-6-1234567 هنا', shown: ['+962-6-1234567'] },
  // Digits at the beginning of a word.
  { sentence: 'فيلم 20th Century Fox وجهاز 4K', shown: ['20thCenturyFox', '4K'] },
  // Both marks of a quotation stand at its ends.
  { sentence: 'قال "We are proud," he said. ثم', shown: ['"Weareproud,"hesaid'] },
  { sentence: 'مجلة The "World" هنا', shown: ['The"World"'] },
  { sentence: 'وحدة km² هنا', shown: ['km²'] },
];

describe('the order of mixed sentences in a browser', skipIf(withoutBrowser), () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchChromium();
    page = await browser.newPage({ viewport: { width: 1900, height: 900 } });
  });
  afterAll(() => browser?.close());

  async function orders(lines: readonly string[]): Promise<readonly (readonly number[])[]> {
    const paragraphs = lines.map((line) => `<p>${line}</p>`).join('');
    await page.setContent(
      `<html dir="rtl"><body style="font: 16px serif; white-space: nowrap">${paragraphs}</body></html>`,
    );
    return page.evaluate(visualOrders);
  }

  test('isolated runs stand as UAX #9 has the sentence without them', async () => {
    const plain = await orders(sentences.map((sentence) => literal(sentence).source));
    const isolated = await orders(sentences.map((sentence) => isolateLtr(sentence).source));
    const readAll = (all: readonly (readonly number[])[]) =>
      all.map((order, i) => order.map((at) => sentences[i]?.[at]).join(''));
    expect(readAll(isolated)).toEqual(readAll(plain));
    expect(isolated).toEqual(plain);
  });

  test('signs that belong to a word or number stand beside it', async () => {
    const isolated = await orders(better.map(({ sentence }) => isolateLtr(sentence).source));
    better.forEach(({ sentence, shown }, i) => {
      const visual = (isolated[i] ?? []).map((at) => sentence[at]).join('');
      for (const run of shown) expect(visual, sentence).toContain(run);
    });
  });
});
