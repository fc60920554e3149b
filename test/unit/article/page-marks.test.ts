import { expect, test } from 'vitest';
import { withoutPageMarks } from '../../../src/article/page-marks.ts';
import { placePageMarks } from '../../../src/article/place-page-marks.ts';
import { compile, printBlocks } from '../../support/samples.ts';

const first =
  'وصلت السفينة إلى الميناء بعد رحلة دامت ثلاثة أسابيع، وكان في استقبالها عدد من تجار المدينة';
const second = 'الذين انتظروا البضاعة منذ الصيف الماضي، ثم بدأ تفريغ الحمولة عند الظهر.';

/** Returns the lead of a text as HTML, without links and fragment names of paragraphs. */
const lead = (text: string, path = 'khabar.txt'): string =>
  printBlocks(compile(text, {}, path).value.lead)
    .replace(/<a data-cite href="#p\d+"[^>]*><\/a>/g, '')
    .replace(/ id="p\d+"/g, '');

const anchor = '<a data-page="12" id="page-12"></a>';

test.each([
  '[ص 12]',
  '[ص. ١٢]',
  '[صفحة 12]',
  '[الصفحة 012]',
  '[p. 12]',
  '[P 12]',
  '[ ص12 ]',
  '[page 12]',
])('the mark %s within a paragraph is an anchor, and the paragraph goes on', (mark) => {
  const expected = `<p>${first} ${anchor}${second}</p>`;
  expect(lead(`${first} ${mark} ${second}`)).toBe(expected);
  expect(lead(`${first} ${mark} ${second}`, 'khabar.md')).toBe(expected);
});

test('a mark on a line of its own within a sentence does not end the paragraph', () => {
  for (const joint of ['\n', '\n\n']) {
    expect(lead(`${first}${joint}[ص 12]${joint}${second}`)).toBe(
      `<p>${first} ${anchor}${second}</p>`,
    );
  }
});

test('a mark between two paragraphs, before the first and after the last is a block', () => {
  expect(lead(`${first}.\n\n[ص 12]\n\n${second}`)).toBe(
    `<p>${first}.</p>\n${anchor}\n<p>${second}</p>`,
  );
  expect(lead(`[ص 12]\n${first}.\n${second}`)).toBe(
    `${anchor}\n<p>${first}.</p>\n<p>${second}</p>`,
  );
  expect(lead(`${first}. [ص 12]\n${second}`)).toBe(`<p>${first}.</p>\n${anchor}\n<p>${second}</p>`);
  expect(lead(`${first}.\n${second}\n[ص 12]`)).toBe(
    `<p>${first}.</p>\n<p>${second}</p>\n${anchor}`,
  );
});

test('numbers between dashes are pages where they count up', () => {
  const text = `${first}.\n- 12 -\n${second}\nـ 13 ـ\n${second}`;
  expect(lead(text)).toBe(
    `<p>${first}.</p>\n${anchor}\n<p>${second}</p>\n<a data-page="13" id="page-13"></a>\n<p>${second}</p>`,
  );
  for (const [one, other] of [
    ['- 12 -', 'ـ 14 ـ'],
    ['- 12 -', 'نص'],
  ]) {
    expect(lead(`${first}.\n${one}\n${second}\n${other}\n${second}`)).not.toContain('data-page');
  }
});

test('the second mark of a number has another name', () => {
  expect(lead(`${first} [ص 12] ${first} [ص 12] ${second}`)).toBe(
    `<p>${first} ${anchor}${first} <a data-page="12" id="page-12-2"></a>${second}</p>`,
  );
});

test('a heading is recovered as if its text had no marks, and titles have none', () => {
  const { value } = compile(`[ص 12]\nالميناء يستقبل أول سفينة\n${first} [ص 13] ${second}`);
  expect(value.title).toBe('الميناء يستقبل أول سفينة');
  expect(value.lead.map(({ kind }) => kind)).toEqual(['page-break', 'paragraph', 'paragraph']);
});

test('markup around a mark stays', () => {
  expect(lead(`*${first}* [ص 12] **BBC** ${second}`, 'khabar.md')).toBe(
    `<p><em>${first}</em> ${anchor}<strong><bdi>BBC</bdi></strong> ${second}</p>`,
  );
  expect(lead(`> ${first} [p. 12] ${second}`, 'khabar.md')).toContain(
    `${first} ${anchor}${second}`,
  );
});

test.each([
  '[12]',
  '(ص 12)',
  '[ص 12-14]',
  '[صورة 12]',
  '[ص 12345]',
  '[صح 1]',
  '[انظر ص 12]',
  '[ص]',
])('%s is no mark of a page', (words) => {
  const text = `${first} ${words} ${second}`;
  expect(withoutPageMarks(text)).toBeUndefined();
  expect(lead(text)).not.toContain('data-page');
  const blocks = [{ kind: 'paragraph', text } as const];
  expect(placePageMarks(blocks)).toEqual(blocks);
});

test('lists and verse keep their words below a head and around marks', () => {
  const list = '- طحين وسكر وزيت\n- أرز وعدس وشاي\n- صابون وشمع وكبريت';
  const verse =
    'سلام على دار بها كنت آمنا *** أروح وأغدو في حماها وأرتع\nديار إذا ما لاح للعين برقها *** تساقط دمعي فوق خدي أربع';
  const body = `${first}.\n\n${list}\n\n${verse}\n\n${second}`;
  const head = 'صحيفة الأيام - العدد 12\n\nالميناء يستقبل أول سفينة\nكتب: سالم النجار\n\n';
  const words = (text: string): string =>
    lead(text)
      .replace(/<[^>]*>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  const plain = words(body);
  expect(words(head + body)).toBe(
    `صحيفة الأيام - العدد 12 الميناء يستقبل أول سفينة كتب: سالم النجار ${plain}`,
  );
  expect(words(`[ص 12]\n\n${body}`)).toBe(plain);
  const within = body.replace('- أرز', '[ص 12]\n- أرز');
  expect(words(within)).toBe(plain);
  expect(lead(within)).toContain(anchor);
  expect(words(`${head}${first}. [ص 3]\n\n${list}\n\n${verse}\n\n${second}`)).toContain(
    'أرز وعدس وشاي',
  );
});
