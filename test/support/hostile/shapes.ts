/**
 * A shape: texts of one construction at any size. Each is a seed that takes a careless reader disproportionate
 * time or memory.
 */
export interface Shape {
  readonly name: string;
  /** File name extension of the seed. */
  readonly format: 'md' | 'txt';
  /** Returns a text of about so many UTF-8 bytes. */
  readonly text: (bytes: number) => string;
}

const sizeOf = (text: string): number => Buffer.byteLength(text);

/** Returns a unit repeated up to a size in bytes. */
export const repeated = (unit: string, bytes: number): string =>
  unit.repeat(Math.max(1, Math.floor(bytes / sizeOf(unit))));

/** Returns numbered units up to a size. */
function numbered(unit: (n: number) => string, bytes: number): string {
  const parts: string[] = [];
  for (let size = 0, n = 0; size < bytes; n += 1) {
    const part = unit(n);
    size += sizeOf(part);
    if (size <= bytes || n === 0) parts.push(part);
  }
  return parts.join('');
}

/** Returns levels of nesting, each indented by its number, until the size is reached; then again from the margin. */
function staircase(step: string, mark: string, bytes: number, most = 400): string {
  return numbered((n) => `${step.repeat(n % most)}${mark}ا\n`, bytes);
}

const markdown = (name: string, unit: string, open = ''): Shape => ({
  ...{ name, format: 'md' },
  text: (bytes) => open + repeated(unit, bytes - sizeOf(open)),
});

const markdownOf = (name: string, text: Shape['text']): Shape => ({ name, format: 'md', text });

const plain = (name: string, unit: string, open = ''): Shape => ({
  ...{ name, format: 'txt' },
  text: (bytes) => open + repeated(unit, bytes - sizeOf(open)),
});

const plainOf = (name: string, text: Shape['text']): Shape => ({ name, format: 'txt', text });

const words =
  'قال الوزير إن الحكومة ستعلن غدا خطة جديدة لدعم الزراعة في المحافظات الشمالية وأضاف أن العمل يبدأ مع مطلع العام'.split(
    ' ',
  );

/** Returns a sentence of eighteen words, another for each number. */
const sentence = (n: number): string =>
  `${Array.from({ length: 18 }, (_, i) => words[(i * 7 + n * (1 + (i % 5))) % words.length]).join(' ')}.`;

/** Returns prose: paragraphs of three sentences. */
export const proseOfSize = (bytes: number): string =>
  numbered((n) => `${sentence(n)}${n % 3 === 2 ? '\n\n' : ' '}`, bytes);

const frontMatter = (name: string, lines: (bytes: number) => string): Shape => ({
  ...{ name, format: 'md' },
  // Front matter ends within 8 KiB; the rest is prose.
  text: (bytes) =>
    `---\ntitle: خبر\n${lines(Math.min(7900, bytes))}\n---\n${proseOfSize(Math.max(0, bytes - 8000))}`,
});

/** Shapes of Markdown. */
export const markdownShapes: readonly Shape[] = [
  markdown('a tight list', '* ا\n'),
  markdown('a loose list', '* ا\n\n'),
  markdown('a list that is loose at its end', '* ا\n', '* ا\n\n'),
  markdown('an ordered list', '1. ا\n'),
  markdown('lists whose marker changes', '* ا\n- ا\n+ ا\n'),
  markdown('ordered lists whose marker changes', '1. ا\n1) ا\n'),
  markdown('items of two paragraphs', '* ا\n\n  ب\n\n'),
  markdown('empty items', '-\n'),
  markdownOf('a staircase of lists', (bytes) => staircase('  ', '- ', bytes)),
  markdownOf('stairs of lists of twenty steps', (bytes) => staircase('  ', '- ', bytes, 20)),
  markdown('lists in quotations in lists', '- > - > ا\n'),
  markdown('quotations with lazy lines', '> ا\nب\n'),
  markdown('quotations apart', '> ا\n\n'),
  markdown('quotations ninety deep', `${'> '.repeat(90)}ا\n\n`),
  markdown('one quotation ninety deep', `${'> '.repeat(90)}ا\n`),
  markdown('a wide table', '| ا ', '| أ | ب |\n|---|---|\n'),
  markdown('a long table', '| ا | ب |\n', '| أ | ب |\n|---|---|\n'),
  markdown('a ragged table', '| ا |\n| ا | ب | ت | ث |\n', '| أ | ب |\n|---|---|\n'),
  markdown('links', '[ا](/u) '),
  markdown('links with titles', '[ا](/u "ع") '),
  markdown('links, each a paragraph', '[ا](/u)\n\n'),
  markdown('brackets that open', '['),
  markdown('brackets that close', ']'),
  markdownOf('brackets in brackets', (bytes) => {
    const half = Math.floor(bytes / 2);
    return '['.repeat(half) + ']'.repeat(half);
  }),
  markdown('empty brackets', '[]'),
  markdown('links that never end', '[a]('),
  markdown('pictures', '![ا](https://e.org/a.png) '),
  markdown('pictures in pictures that never end', '![['),
  markdown('emphasis that alternates', '*_'),
  markdown('emphasis of words', '*ا* '),
  markdown('emphasis of words, each a paragraph', '*ا*\n\n'),
  markdown('emphasis that never closes', '**a '),
  markdown('emphasis within words', 'ا*ب_'),
  markdownOf('strong in strong', (bytes) => {
    const quarter = Math.floor(bytes / 8);
    return `${'**a '.repeat(quarter)}${'b** '.repeat(quarter)}`;
  }),
  markdown('one reference used often', '[ا] ', '[ا]: /u\n\n'),
  markdown('one reference used often, each a paragraph', '[ا]\n\n', '[ا]: /u\n\n'),
  markdown('references to nothing', '[ا] '),
  markdown('references to nothing, each a paragraph', '[ا]\n\n'),
  markdownOf('definitions', (bytes) => numbered((n) => `[ا${n}]: /u\n`, bytes)),
  markdownOf('definitions and their references', (bytes) =>
    numbered((n) => `[ا${n}]: /u\n\n[ا${n}]\n\n`, bytes),
  ),
  markdown('a definition repeated', '[ا]: /u\n'),
  markdown('footnotes', '[^1] ', '[^1]: ا\n\n'),
  markdown('entities', '&amp;'),
  markdown('entities without a name', '&a;'),
  markdown('ampersands', '&'),
  markdown('escapes', '\\*'),
  markdown('headings', '# ا\n'),
  markdown('headings with texts', '## عنوان\n\nنص.\n\n'),
  markdownOf('headings, each different', (bytes) => numbered((n) => `## عنوان ${n}\n`, bytes)),
  markdown('headings of marks only', '#\n'),
  markdown('underlined headings', 'ا\n=\n'),
  markdown('underlined headings apart', 'ا\n=\n\n'),
  markdown('a heading of many words', 'ا ', '# '),
  markdown('separators', '---\n'),
  markdown('a fence that never closes', 'ا\n', '```\n'),
  markdown('fences', '```\nا\n```\n'),
  markdown('fences in items', '- ```\n'),
  markdownOf('grave accents of all lengths', (bytes) =>
    numbered((n) => `${'`'.repeat(n % 900)}a`, bytes),
  ),
  markdown('grave accents', '`'),
  markdown('code', '`a` '),
  markdown('code, each a paragraph', '`a`\n\n'),
  markdown('HTML in lines', '<b>ا</b> '),
  markdown('HTML blocks', '<div>\nا\n</div>\n\n'),
  markdown('comments that never close', '<!-- ا '),
  markdown('angles that never close', '<a '),
  markdown('addresses in angles', '<https://e.org/> '),
  markdown('addresses', 'https://e.org/ '),
  markdown('hard breaks', 'ا  \n'),
  markdown('hard breaks of backslashes', 'ا\\\n'),
  markdown('a word of the whole length', 'ا', '**ا** '),
  markdown('one line', 'ا ', '**ا** '),
  markdown('lines of a letter', 'ا\n', '**ا**\n'),
  markdown('paragraphs of a letter', 'ا\n\n', '**ا**\n\n'),
  markdown('paragraphs with emphasis', `**خبر** ${sentence(0)}\n\n`),
  markdown('lines of blanks', '   \n', '**ا**\n'),
  markdown('blanks', ' ', '**ا** '),
  markdown('blanks before a break', `ا${' '.repeat(2000)}\n`, '**ا**\n'),
  markdown('tabs', '\t', '**ا** '),
  markdown('items with tabs', '-\tا\n'),
  markdown('byte order marks', '\ufeff', '**ا**'),
  markdown('combining marks', '\u064e\u0651', '**ا**'),
  markdown('bidi controls', '\u202eا', '**ا** '),
  markdown('isolates', '\u2067ا\u2069', '**ا** '),
  markdown('NULs', '\0', '**ا** '),
  markdown('carriage returns', 'ا\r', '**ا**\r'),
  markdown('Latin words', 'ا a ', '**ا** '),
  markdown('a Latin run that never ends', 'a.-', '**ا** '),
  markdown('digits', '1', '**ا** '),
  markdown('plus signs', '+\n'),
  frontMatter('keys of front matter', (bytes) => numbered((n) => `k${n}: v\n`, bytes)),
  frontMatter('one key of front matter repeated', (bytes) => repeated('source: ا\n', bytes)),
  frontMatter('anchors of front matter', (bytes) => numbered((n) => `k${n}: &a${n} v\n`, bytes)),
  frontMatter('aliases of front matter', (bytes) =>
    numbered((n) => `k${n}: &a${n} [*a${n - 1}, *a${n - 1}]\n`, bytes),
  ),
  frontMatter('brackets of front matter', (bytes) => `topics: ${'['.repeat(bytes - 10)}`),
  frontMatter('maps of front matter', (bytes) => `topics: ${'{a: '.repeat(bytes / 4 - 10)}`),
  frontMatter('a long scalar of front matter', (bytes) => `source: ${'ا'.repeat(bytes / 2 - 10)}`),
  frontMatter(
    'a quoted scalar of front matter',
    (bytes) => `source: "${'\\"'.repeat(bytes / 2 - 10)}`,
  ),
  frontMatter('hashtags of front matter', (bytes) => repeated('source: a #b\n', bytes)),
  frontMatter('colons of front matter', (bytes) => repeated('a: b: c\n', bytes)),
  frontMatter(
    'colons in one line of front matter',
    (bytes) => `source: ${repeated('a: ', bytes - 20)}`,
  ),
  frontMatter('question marks of front matter', (bytes) => repeated('? ', bytes)),
  frontMatter('hyphens of front matter', (bytes) => `topics:\n  ${repeated('- ', bytes - 20)}`),
  frontMatter('blank lines of front matter', (bytes) => repeated('\n', bytes)),
];

/** Shapes of plain text. */
export const plainShapes: readonly Shape[] = [
  plainOf('one line of prose', (bytes) => proseOfSize(bytes).replaceAll('\n', ' ')),
  plain('a word repeated in one line', 'كلمة '),
  plain('a word repeated in lines', 'كلمة\n'),
  plain('lines of two words', 'محادثات جنيف\n'),
  plainOf('candidates of headings', (bytes) =>
    numbered((n) => `${n % 2 === 0 ? `محادثات جنيف ${n}` : sentence(n)}\n`, bytes),
  ),
  plainOf('candidates of headings in one line', (bytes) =>
    numbered((n) => `${n % 4 === 0 ? 'محادثات جنيف الجديدة ' : sentence(n)} `, bytes),
  ),
  plain('marked headings', '# عنوان\nنص.\n'),
  plain('marks of headings', '# '),
  plain('marks of headings without blanks', '#'),
  plain('digits in one line', '1'),
  plain('numbers', '12 '),
  plain('numbers in lines', '12\n'),
  plain('dates', '23/7/2012 '),
  plain('dates in lines', 'الاثنين 23 يوليو 2012\n'),
  plain('full stops', '.'),
  plain('full stops apart', '. '),
  plain('punctuation', '؟!،؛:«»()'),
  plain('quotation marks that open', '«'),
  plain('parentheses that open', '('),
  plain('colons', 'قال: '),
  plain('datelines', 'القاهرة - رويترز: '),
  plain('datelines in lines', 'القاهرة - رويترز:\n'),
  plain('bylines', 'كتب محمد علي:\n'),
  plain('bylines in one line', 'كتب محمد علي: '),
  plain('names', 'محمد '),
  plain('places', 'القاهرة '),
  plain('mastheads', 'العدد (232) الصفحة 5 '),
  plain('a word of the whole length in plain text', 'ا'),
  plain('a Latin word of the whole length', 'a'),
  plain('Latin runs', 'a, '),
  plain('a Latin run that never ends in plain text', 'a-'),
  plain('tatweel', 'ـ', 'ا'),
  plain('combining marks in plain text', '\u064e\u0651', 'ا'),
  plain('presentation forms', 'ﺍﻟﻌ '),
  plain('bidi controls in plain text', '\u202eا '),
  plain('soft hyphens', '\u00adا'),
  plain('byte order marks in plain text', '\ufeffا'),
  plain('NULs in plain text', '\0', 'ا'),
  plain('blanks in plain text', ' ', 'ا'),
  plain('tabs in plain text', '\t', 'ا'),
  plain('line feeds', '\n', 'ا\nب'),
  plain('carriage returns in plain text', '\r', 'ا'),
  plain('lines of blanks in plain text', '   \n', 'ا\nب'),
  plain('line separators', 'ا\u2028'),
  plain('letters and spaces', 'ا '),
  plain('waws', 'و '),
  plain('ampersands in plain text', '&amp;', 'خبر '),
  plain('double encoding', 'Ø§Ù„Ø¹Ø±Ø¨ÙŠØ© '),
  plain('replacement characters', '\ufffdا '),
  plain('surrogates', '😀'),
  plain('stars', '* * * '),
  plain('hyphens', '- '),
  plain('wrapped lines', `${sentence(3).slice(0, 70)}\n`),
  plainOf('hard-wrapped prose', (bytes) => proseOfSize(bytes).replace(/(.{50,70}) /g, '$1\n')),
  plainOf('numbered headings', (bytes) =>
    numbered((n) => `${n % 2 === 0 ? `${n / 2 + 1}- محادثات جنيف` : sentence(n)}\n`, bytes),
  ),
  plain('colons at the ends of lines', 'محادثات جنيف:\n'),
  plain('rows of tabs', 'قمح\t12\t5\n'),
  plainOf('rows that differ', (bytes) =>
    numbered((n) => `قمح${'\t5'.repeat((n % 7) + 1)}\n`, bytes),
  ),
  plain('two columns that are no table', 'محمد علي\tمدير\n'),
  plain('rows of bars', '| قمح | 12 |\n'),
  plain('rules of bars', '|---|\n'),
  plain('verse in halves', 'قفا نبك من ذكرى حبيب *** بسقط اللوى بين الدخول\n'),
  plain('halves that do not rhyme', 'قفا نبك من ذكرى / بسقط اللوى اليوم\nقفا نبك / يا\n'),
  plainOf('verse in one column', (bytes) =>
    numbered((n) => `${'كم من ذكرى حبيب ومنزل'.slice(n % 3)}\n`, bytes),
  ),
  plain('items', '- بند من البنود\n'),
  plain('rules', '***\n-----\n'),
  plain('questions and answers', 'س: متى بدأت العمل؟\nج: بدأت قبل سنوات طويلة.\n'),
  plainOf('speakers', (bytes) =>
    numbered((n) => `${n % 2 === 0 ? 'الجريدة: متى العودة؟' : `ضيف ${n}: بعد أيام.`}\n`, bytes),
  ),
  plain('marked questions', '- متى بدأت العمل؟\nبدأت قبل سنوات طويلة.\n'),
  plain('form feeds', 'ا\f\v'),
];

/** All shapes. */
export const shapes: readonly Shape[] = [...markdownShapes, ...plainShapes];
