import { expect, test } from 'vitest';
import { pageArticle } from '../../../src/import/page-article.ts';

const story = [
  'أعلنت إدارة المرفأ أن حوض الصيانة الجديد سيبدأ العمل مطلع الشهر المقبل بعد تجارب دامت ثلاثة أسابيع.',
  'وقال مدير المرفأ إن الحوض يتسع لستة مراكب كبيرة في وقت واحد، وإن أجرته أقل من أجرة الأحواض الخاصة.',
  'وأضاف أن المرحلة الثانية من المشروع تشمل رافعة جديدة ومخزنًا للزيوت، وأنها تبدأ بعد موسم الصيد مباشرة.',
  'ويشكو الصيادون منذ سنوات من طول الانتظار قبل إصلاح مراكبهم، ومن أجرة الأحواض الخاصة التي تتضاعف كل صيف.',
  'ووعد المدير بأن تبقى الأجرة على حالها خمس سنوات، وبأن يكون للمراكب الصغيرة يومان في كل أسبوع من أيام العمل.',
  'وكان الحوض القديم قد توقف عن العمل قبل أربعة أعوام بعد أن غمرته المياه في عاصفة ضربت الساحل كله في الشتاء.',
].join('<br><br>');

const read = async (html: string) =>
  (await pageArticle(html, { file: 'x', name: 'x.html' })).article;

test('the headline of a table layout stands above its text, and is not the title of the site', async () => {
  const article = await read(
    `<html><head><title>جريدة الساحل - العدد 312</title></head><body><table><tr><td colspan=2>جريدة الساحل</td></tr><tr><td><a href=1>الأولى</a><br><a href=2>محليات</a></td><td><center><font size=5><b>حوض جديد في المرفأ</b></font></center><br><font size=3>كتبت ليلى حداد:<br><br>${story}</font></td></tr><tr><td colspan=2>الحقوق محفوظة</td></tr></table></body></html>`,
  );
  expect(article?.metadata.title).toBe('حوض جديد في المرفأ');
  expect(article?.body).toMatch(/^كتبت ليلى حداد:\n\nأعلنت/);
  expect(article?.body).not.toContain('محليات');
});

test('«site: title» is the title where the page shows it; the only day in a line of its own is the date', async () => {
  const article = await read(
    `<title>مدونة المرفأ: حوض جديد</title><div><h2 class="date-header">الأحد، 9 مارس 2014</h2><div class="post"><h3 class="post-title">حوض جديد</h3><div class="post-body">${story}</div></div></div>`,
  );
  expect(article?.metadata).toMatchObject({ title: 'حوض جديد', date: '2014-03-09' });
});

test('several days in such lines give none', async () => {
  const article = await read(
    `<title>حوض جديد</title><span class="post-date">9 مارس 2014</span><span class="post-date">2 مارس 2014</span><div class="post-body">${story}</div>`,
  );
  expect(article?.metadata.date).toBeUndefined();
});
