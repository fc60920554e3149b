import { expect, test } from 'vitest';
import { citedName, citedTitle } from '../../../templates/partials/cited-text.ts';

const arabic = ['«', '»'] as const;
const english = ['“', '”'] as const;

test.each([
  ['هل ينجح الاتفاق؟', 'هل ينجح الاتفاق؟'],
  ['هل ينجح الاتفاق؟.', 'هل ينجح الاتفاق؟'],
  ['هل ينجح الاتفاق؟؟', 'هل ينجح الاتفاق؟'],
  ['انتصار!.', 'انتصار!'],
  ['الحرب في ليبيا.. والصراع', 'الحرب في ليبيا… والصراع'],
  ['انتهى الموسم...', 'انتهى الموسم…'],
  ['انتهى الموسم.', 'انتهى الموسم'],
  ['،القاهرة،، دمشق،', 'القاهرة، دمشق'],
  ['سعره 3.5 دولار', 'سعره 3.5 دولار'],
  ['خطاب في U.S.', 'خطاب في U.S.'],
  ['…', '…'],
])('«%s» is cited as «%s»', (written, cited) => {
  expect(citedName(written)).toBe(cited);
  expect(citedTitle(written, arabic)).toBe(cited);
});

test.each([
  ['«البلدية» تقول', '“البلدية” تقول'],
  ['"البلدية" تقول', '“البلدية” تقول'],
  ['«لا هدم قبل العام»', 'لا هدم قبل العام'],
  ['"لا هدم"', 'لا هدم'],
  ['«الميناء» و«السوق»', '“الميناء” و“السوق”'],
  ['قال: «اسم “السد” باق»', 'قال: “اسم ‘السد’ باق”'],
  ['شاشة 15" جديدة', 'شاشة 15" جديدة'],
])('quotation marks in the title «%s» are those of the second level', (title, cited) => {
  expect(citedTitle(title, arabic)).toBe(cited);
});

test('in an English reference the marks of the second level are single', () => {
  expect(citedTitle('“Port” opens', english)).toBe('‘Port’ opens');
  expect(citedTitle('«الميناء» يفتح', english)).toBe('«الميناء» يفتح');
});
