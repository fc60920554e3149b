import { expect, test } from 'vitest';
import { runLanguage } from '../../../src/arabic/latin-language.ts';
import { articleTextLanguage, textLanguage } from '../../../src/arabic/text-language.ts';

const english =
  'The council opened the library yesterday. It has ten thousand books, and a hall for children.';

test.each([
  [
    'fa',
    'کتابخانه ملی امروز در تهران با حضور وزیر گشایش یافت و هزاران کتاب در آن برای خوانندگان است.',
  ],
  // With the Arabic kaf and yeh of old keyboards.
  [
    'fa',
    'رئيس جمهور گفت كه اين كتابخانه براي همه مردم است و از فردا باز مي شود. پنج كتاب آنجا است',
  ],
  ['ur', 'لاہور میں آج ایک نئی لائبریری کھل گئی ہے جس میں دس ہزار کتابیں ہیں۔'],
  ['ur', 'وزیر نے کہا کہ یہ سب کے لیے ہے۔'],
  ['ckb', 'کتێبخانەی نوێ دوێنێ لە هەولێر کرایەوە و دە هەزار کتێبی تێدایە'],
  ['ps', 'نوی کتابتون پرون په ښار کې پرانیستل شو او لس زره کتابونه پکې دي چې ټول يې لوستلی شي'],
  ['he', 'הספרייה החדשה נפתחה אתמול במרכז העיר, ויש בה עשרת אלפים ספרים.'],
  ['en', english],
  ['en', 'The word «كتاب» means a book, and it is in the title of the story.'],
  ['en', 'He said: "نعم، بكل سرور" and left. The price was 5,000 ليرة (about $3.5).'],
  [
    'en',
    'This is the library of the city (مكتبة المدينة القديمة، في وسطها), and it is open to all.',
  ],
  ['fr', 'La bibliothèque nationale a ouvert ses portes hier matin dans le centre de la ville.'],
  ['fr', "L'avenir, c'est le livre!"],
  ['de', 'Die neue Bibliothek wurde gestern eröffnet, und die Kinder sind sehr froh.'],
  ['es', 'La biblioteca nacional abrió ayer sus puertas y los niños están muy contentos.'],
  ['it', 'La biblioteca nazionale ha aperto ieri e i bambini sono molto contenti della sala.'],
  ['tr', 'Kütüphane dün açıldı ve çocuklar bu yeni salon için çok mutlu oldu.'],
  ['nl', 'De bibliotheek is gisteren geopend en de kinderen waren er heel blij mee.'],
  ['pt', 'A biblioteca não abriu ontem, mas as crianças já são muito felizes.'],
  ['ru', 'Новая библиотека открылась вчера, и мы были рады.'],
  ['el', 'Η νέα βιβλιοθήκη άνοιξε χθες.'],
])('%s: %s', (language, text) => {
  expect(textLanguage(text)?.language).toBe(language);
  expect(articleTextLanguage('', text)).toBe(language);
});

test.each([
  'فتحت المكتبة الوطنية أبوابها أمس في وسط المدينة.',
  // An Arabic line, whatever names it has.
  'شركة Smith & Sons Limited of London',
  'قال المدير: "We are proud, very proud. Thank you" ثم جلس.',
  'The New York Times of London: «فتحت المكتبة الوطنية أبوابها أمس في وسط المدينة القديمة».',
  'World of Books (London) معرض للكتب يقام في المدينة كل عام',
  'BBC عربي',
  'iPhone 15 Pro يصل إلى الأسواق',
  'Mercedes-Benz E-Class طراز جديد',
  // Arabic typed on a Persian keyboard, with foreign names, with Hebrew.
  'قال الرئیس الایرانی ان المفاوضات ستستمر فی الاسبوع القادم وکان الوزیر قد وصل',
  'وصل گوهرشاد وپژمان إلى چابهار أمس',
  'كتبت الصحيفة «הארץ» أمس أن الحكومة ستجتمع غدًا',
  '2015',
  '٥٪ (٢٠١٥)',
  '',
])('Arabic: %s', (text) => {
  expect(textLanguage(text)).toBeUndefined();
});

test('texts in Latin letters run from left to right, whatever their language', () => {
  for (const text of [
    'CNN',
    'iPhone 15 Pro Max',
    'news@example.org',
    'Lorem ipsum dolor sit amet',
  ]) {
    expect(textLanguage(text)).toEqual({ direction: 'ltr', language: undefined });
  }
});

test('an article has the language of its beginning and its end', () => {
  const arabic = 'فتحت المكتبة الوطنية أبوابها أمس في وسط المدينة. '.repeat(60);
  expect(articleTextLanguage('', english.repeat(40))).toBe('en');
  expect(articleTextLanguage('', `${english.repeat(20)} ${arabic}`)).toBeUndefined();
  expect(articleTextLanguage('Terms of the loan', arabic)).toBeUndefined();
});

test('runs of more than a few words have their language', () => {
  expect(runLanguage('We are proud, very proud. Thank you')).toBe('en');
  expect(runLanguage("L'avenir, c'est le livre pour tous")).toBe('fr');
  for (const run of [
    'London, UK',
    'Smith & Sons, Ltd',
    'Jean-Paul Sartre',
    'Lorem ipsum dolor sit',
  ]) {
    expect(runLanguage(run)).toBeUndefined();
  }
});
