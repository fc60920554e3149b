import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readDocuments } from '../../../src/sources/read-document.ts';

const cases = join(import.meta.dirname, '../../fixtures/cases');
const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Reads a seed; gives the text and metadata of its articles, and the rules of its diagnostics. */
function read(path: string, text: string) {
  const documents = readDocuments({ path, bytes: bytesOf(text) }, () => 'hash');
  return {
    texts: documents.map(({ value }) => value?.text.trim()),
    formats: documents.map(({ value }) => value?.format),
    metadata: documents.map(({ value }) => value?.metadata),
    repairs: documents[0].value?.provenance.repairs ?? [],
    rules: documents.flatMap(({ diagnostics }) =>
      diagnostics.map(({ rule, values }) => ('kind' in values ? `${rule} ${values.kind}` : rule)),
    ),
  };
}

const readCase = (path: string) =>
  read(path.split('/').at(-1) ?? '', readFileSync(join(cases, path), 'utf8'));

describe('character references', () => {
  test('those that lost their sign are restored, with quotation marks in the order of letters', () => {
    const { texts, rules, repairs } = readCase('15-broken-entities/input.txt');
    expect(texts[0]).toContain('فعاليات «أيام الكتاب» التي');
    expect(texts[0]).not.toMatch(/#\d|«[^»]*$/);
    expect(rules).toEqual(['text-entities']);
    expect(repairs).toEqual([{ kind: 'entities', count: 10 }]);
  });

  test('whole ones are restored', () => {
    const { texts } = readCase('15-broken-entities/whole-entities.txt');
    expect(texts[0]).toContain('تنطلق غدا "أيام الكتاب" في المدينة & ضواحيها .');
    expect(texts[0]).toContain('وقال المدير «نعم» وانصرف.');
  });

  test.each([
    ['escaped twice', 'سعر&amp;nbsp;القمح &amp;amp;quot;ثابت&amp;amp;quot;', 'سعر القمح "ثابت"'],
    ['without their semicolon', 'قال &laquoنعم&raquo ثم سكت', 'قال «نعم» ثم سكت'],
    ['without their sign, by name', 'قال quot;نعمquot; ثم', 'قال "نعم" ثم'],
    ['letters by number', '&#1605;&#1610;&#1606;&#1575;&#x621;', 'ميناء'],
    ['dashes of Windows', 'عام 1950 &#150; 1960', 'عام 1950 – 1960'],
    ['a dash alone', 'المدينة #8211; القديمة', 'المدينة – القديمة'],
    ['of two digits, around words', 'قال #34;نعم#34; أمس', 'قال "نعم" أمس'],
  ])('%s', (_, text, restored) => {
    expect(read('a.txt', text).texts[0]).toBe(restored);
  });

  test.each([
    'رقم #5; وهذا رأي',
    'الحلقة #187; ثم الحلقة #188;',
    'شركة AT&T وقسم R&D; وسؤال',
    'لغة C#; ولون #fff;',
    'العدد #34; وحده',
  ])('prose stays: %s', (text) => {
    const { texts, rules } = read('a.txt', text);
    expect(texts[0]).toBe(text);
    expect(rules).toEqual([]);
  });

  test('in metadata they are restored after YAML was read, and in Markdown only damaged ones', () => {
    const { metadata, texts } = read(
      'a.md',
      '---\ntitle: &quot;أيام الكتاب&quot; تنطلق\n---\n\nقال &lt;b&gt; و#171;نعم#187; و&amp;nbsp;هذا\n',
    );
    expect(metadata[0]?.title).toBe('"أيام الكتاب" تنطلق');
    expect(texts[0]).toBe('قال &lt;b&gt; و«نعم» و هذا');
  });
});

describe('markup of other programs is read', () => {
  test('articles of WikiExtractor, with their titles and addresses', () => {
    const { texts, metadata, rules } = readCase('20-foreign-text-dumps/wikiextractor.txt');
    expect(metadata).toEqual([
      { title: 'مكتبة الحي', url: 'https://ar.wikipedia.org/wiki?curid=7' },
      { title: 'حديقة الحي', url: 'https://ar.wikipedia.org/wiki?curid=8' },
    ]);
    expect(texts[1]).toBe('الحديقة قرب المكتبة وفيها شجر كثير.');
    expect(rules).toEqual(['markup-read wikiextractor']);
  });

  test('a page of MediaWiki: its categories are topics, its day is its date', () => {
    const { texts, metadata, rules } = readCase('20-foreign-text-dumps/wikinews.txt');
    expect(texts[0]).toMatch(/^المدينة: افتتح/);
    expect(texts[0]).toMatch(/## المصادر\n\n- \[الجريدة\]\(<http:\/\/n\.example>\)$/);
    expect(metadata[0]?.topics).toEqual(['أخبار محلية']);
    expect(metadata[0]?.date?.edtf).toBe('2012-07-24');
    expect(rules).toContain('markup-read mediawiki');
  });

  test('articles parted by lines, where each begins as one; else the file is told', () => {
    const many = readCase('20-foreign-text-dumps/many.txt');
    expect(many.texts).toHaveLength(5);
    expect(many.rules).toEqual(['articles-several']);
    const part = (n: number) =>
      `قسم ${'ا'.repeat(n)}\n\nنص طويل فيه كلام كثير عن المدينة وأهلها وأسواقها القديمة.\n`;
    const sections = read('a.txt', [1, 2, 3].map(part).join('\n-----\n\n'));
    expect(sections.texts).toHaveLength(1);
    expect(sections.rules).toEqual(['articles-several']);
  });

  test.each<[what: string, text: string, result: string, rule: string]>([
    [
      'a page',
      '<html><head><title>خبر</title></head><body><h1>افتتاح</h1><p>نص.</p></body></html>',
      '# افتتاح\n\nنص.',
      'html',
    ],
    [
      'paragraphs and a table',
      '<p>نص أول</p><table><tr><th>أ<th>ب<tr><td>١<td>٢</table>',
      'نص أول\n\n| أ | ب |\n| - | - |\n| ١ | ٢ |',
      'html',
    ],
    [
      'marks within lines',
      'قال <b>نعم</b> أمس.\n<b>عنوان</b>\nنص <i>بعده</i>.',
      'قال نعم أمس.\n**عنوان**\nنص بعده.',
      'html',
    ],
    [
      'a title above lines with tags',
      'مكتبة جديدة في الحي\n\nافتتح المجلس أمس <a href="https://a.example/">مكتبة</a> الحي الجديدة في المدينة.',
      '# مكتبة جديدة في الحي\n\nافتتح المجلس أمس [مكتبة](https://a.example/) الحي الجديدة في المدينة.',
      'html',
    ],
    [
      'a script that never ends',
      'نص <u>أول</u>.<script>x\n\nنص أخير.',
      'نص أول. x\n\nنص أخير.',
      'html',
    ],
    [
      'RTF',
      "{\\rtf1\\ansi\\ansicpg1256{\\fonttbl{\\f0 Arial;}}\\rtlpar \\u1582?\\u1576?\\u1585? \\'e3\\'ed\\'e4\\'c7\\'c1\\par}",
      'خبر ميناء',
      'rtf',
    ],
    [
      'LaTeX',
      '\\documentclass{article}\n\\title{خبر}\n\\begin{document}\n\\section{تمهيد}\nنص \\textbf{غامق}\\footnote{حاشية} % سر\n\\end{document}',
      '## تمهيد\n\nنص **غامق** (حاشية)',
      'latex',
    ],
    [
      'OpenITI',
      '######OpenITI#\n#META# 020.BookTITLE :: كتاب الأخبار\n#META#Header#End#\n\n### | باب أول\n# قال الراوي PageV01P001 كلاما\n~~وبقيته ms1\n',
      '## باب أول\n\nقال الراوي كلاما وبقيته',
      'openiti',
    ],
    [
      'templates within templates',
      "'''عدن''' {{قالب|س={{داخل}}}} مدينة [[ملف:a.jpg|تصغير]].\n\n== تاريخ ==\nنص<ref>مصدر</ref>.",
      '**عدن**  مدينة .\n\n## تاريخ\n\nنص.',
      'mediawiki',
    ],
    [
      'a table of a wiki',
      '== جدول ==\n{|\n! أ !! ب\n|-\n| ١ || [[عدن]]\n|}',
      '## جدول\n\n| أ | ب |\n| - | - |\n| ١ | عدن |',
      'mediawiki',
    ],
    [
      'shortcodes',
      'نص [caption id="a"]تعليق[/caption] و{{< figure src="a.jpg" caption="صورة" >}} و[1].',
      'نص تعليق وصورة و[1].',
      'shortcodes',
    ],
    [
      'Liquid',
      'نص {% highlight ruby %}شيفرة{% endhighlight %} و{{ page.title }}.',
      'نص شيفرة و.',
      'liquid',
    ],
  ])('%s', (_, text, result, kind) => {
    const { texts, rules } = read('a.txt', text);
    expect(texts[0]?.replace(/\| -(?= \|)/g, '| -')).toBe(result);
    expect(rules).toEqual([`markup-read ${kind}`]);
  });

  test.each([
    'الوسم <b> يجعل النص غامقا.',
    'إذا كان س < ص وص > ع فإن س أكبر.',
    'المجموعة {١، ٢} والقوس [انظر] و[sic].',
    'مسار C:\\new\\table وملف.',
    "قال ''نعم'' ثم {{سكت.",
    'سطر\n-----\nسطر آخر قصير\n-----\nثالث.',
  ])('prose stays: %s', (text) => {
    const { texts, rules } = read('a.txt', text);
    expect(texts[0]).toBe(text);
    expect(rules).toEqual([]);
  });

  test('code of Markdown keeps its tags', () => {
    const text = 'اكتب `{{< youtube x >}}` أو:\n\n```\n{% include a %}\n```\n';
    expect(read('a.md', text).texts[0]).toBe(text.trim());
  });
});

describe('texts that lost their letters', () => {
  test('are not published where nothing is left, else told', () => {
    const lost = readCase('29-damaged-texts/qmarks.txt');
    expect([lost.texts, lost.rules]).toEqual([[undefined], ['letters-lost']]);
    const half = readCase('29-damaged-texts/half.txt');
    expect(half.texts[0]).toContain('قال المحافظ');
    expect(half.rules).toEqual(['letters-lost-some']);
  });

  test.each(['ماذا حدث؟؟ ???? ولماذا ????', 'كلام ?? وكلام ??? وكلام كثير بعده في هذا السطر'])(
    'prose with question marks stays: %s',
    (text) => {
      expect(read('a.txt', text).rules).toEqual([]);
    },
  );

  test('HTML and RTF in texts', () => {
    expect(readCase('29-damaged-texts/html.txt').texts[0]).toBe(
      'خبر من عدن عن الميناء\n\nسطر آخر & شيء',
    );
    expect(readCase('29-damaged-texts/rtfintxt.txt').texts[0]).toBe('الع');
    expect(read('a.txt', '{\\rtf1\\ansi{\\pict 0000}}').rules).toEqual(['markup-unreadable rtf']);
  });
});

test('hostile markup is read in linear time', () => {
  const started = performance.now();
  for (const [head, part] of [
    ['{\\rtf1', '{\\u1575?'],
    ["'''عدن''' [[أ]]", '{{قالب'],
    ['== أ ==\n[[أ]]', '[[ملف:'],
    ['== أ ==\n[[أ]]\n', '<ref>'],
    ['== أ ==\n[[أ]]\n', '{|\n'],
    ['== أ ==\n[[أ]]\n', '[http://a '],
    ['\\documentclass{a}', '\\textbf{'],
    ['<doc id="1">\n', '<doc id="1">'],
    ['', '{{< x {% y '],
    ['', '&amp;'],
    ['<p>أ</p>', '<script><!--'],
    ['', '?? '],
    ['######OpenITI#\n#META#Header#End#\n', '# أ @QUR '],
  ] as const) {
    read('a.txt', head + part.repeat(20_000));
  }
  expect(performance.now() - started).toBeLessThan(8000);
});
