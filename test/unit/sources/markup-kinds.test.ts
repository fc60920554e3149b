import { expect, test } from 'vitest';
import { readDocuments } from '../../../src/sources/read-document.ts';
import { recordText } from '../../../src/sources/records/record-text.ts';

const before = 'افتتح المجلس البلدي أمس مكتبة الحي الجديدة بعد سنتين من العمل.';
const after = 'وحضر الافتتاح جمع من الأهالي والطلاب، وتضم المكتبة عشرة آلاف كتاب.';

/** Reads a seed: the text and metadata of its first article, and the kinds of markup that were read. */
function read(path: string, text: string) {
  const [{ value, diagnostics }] = readDocuments(
    { path, bytes: new TextEncoder().encode(text) },
    () => 'hash',
  );
  const kinds = diagnostics.flatMap(({ rule, values }) =>
    rule === 'markup-read' ? [values.kind] : [],
  );
  return { text: value?.text.trim(), metadata: value?.metadata, kinds };
}

test.each([
  `دليل الوسوم\n\nالوسم <br> يكسر السطر، والوسم <p> يبدأ فقرة. ${before}`,
  `شرح الوسم\n\nيكتب العنوان بين الوسم <h1> والوسم </h1>. ${before}`,
  `تعليق\n\n${before} <!-- لم يغلق ${after}`,
  `تعليق\n\n${before} <!-- تعليق --> ${after}`,
  `مسألة\n\nإذا كان x<y وكان y>z فإن x<z. ${before}`,
])('a text that is about tags, or has other signs, has no HTML: %#', (text) => {
  expect(read('a.txt', text)).toMatchObject({ text, kinds: [] });
});

test('comments of HTML are no text; a sign before a letter is no tag', () => {
  const text = `خبر\n\n<b>عاجل:</b> ${before} <!-- للمحرر -->\n\n${after}`;
  expect(read('a.txt', text)).toMatchObject({
    text: `خبر\n\nعاجل: ${before} \n\n${after}`,
    kinds: ['html'],
  });
  expect(recordText(`<p>${before} x<y</p>`, 'html', false, undefined).text).toContain('x<y');
});

/** Returns letters as RTF writes them in the Arabic code page of Windows. */
const arabic = (text: string): string =>
  [...text]
    .map((letter) => {
      const at = 'ابتثجحخد'.indexOf(letter);
      const codes = ['c7', 'c8', 'ca', 'cb', 'cc', 'cd', 'ce', 'cf'];
      return at === -1 ? letter : `\\'${codes[at]}`;
    })
    .join('');

test('each font of RTF has its own encoding', () => {
  const fonts = '{\\fonttbl{\\f0\\fnil\\fcharset0 Calibri;}{\\f1\\fnil\\fcharset178 Arial;}}';
  const rtf = `{\\rtf1\\ansi\\ansicpg1252\\deff0${fonts}\\pard\\f1\\rtlch ${arabic('باب حاد')}\\f0 caf\\'e9\\par}`;
  expect(read('a.txt', rtf).text).toBe('باب حادcafé');
});

test('LaTeX: percent signs of figures, tables, marks and names in its head', () => {
  const source = [
    '\\documentclass{article}\\title{رحلة \\textbf{القافلة}}\\author{سالم النجار \\and منى حداد}',
    `\\begin{document}\\section{الوصول}\n${before} وبلغت النسبة 40% من السكان. % تعليق`,
    '\\begin{tabular}{p{3cm}r}\nاسم & عدد \\\\ \\hline\nجمل & 12 \\\\\n\\end{tabular}\n\\end{document}',
  ].join('\n');
  const { text, metadata } = read('a.txt', source);
  expect(metadata).toMatchObject({ title: 'رحلة القافلة', authors: ['سالم النجار', 'منى حداد'] });
  expect(text).toContain('وبلغت النسبة 40% من السكان.');
  expect(text).toContain('| اسم | عدد |\n| - | - |\n| جمل | 12 |');
  expect(text).not.toMatch(/تعليق|cm|tabular/);
});

test('the first line of a text of another markup is its title', () => {
  const wiki = `رحلة القافلة\n\n== الوصول ==\n${before} [[قرية|القرى]]\n`;
  expect(read('a.txt', wiki).text).toMatch(/^# رحلة القافلة\n/);
  const sentence = `${before}\n\n== الوصول ==\n${after} [[قرية|القرى]]\n`;
  expect(read('a.txt', sentence).text).toMatch(/^افتتح/);
});

test('tags of HTML in metadata are not shown', () => {
  const head =
    'title: <b>رحلة</b> القافلة\nauthors: ["<a href=x>سالم النجار</a>"]\nkicker: الوسم <b>\nsource: <b onclick=x>جريدة</b>\nsection: <script>أخبار</script>';
  expect(read('a.md', `---\n${head}\n---\n\n${before}\n`).metadata).toMatchObject({
    ...{ title: 'رحلة القافلة', authors: ['سالم النجار'], kicker: 'الوسم <b>' },
    ...{ source: '<b onclick=x>جريدة</b>', section: '<script>أخبار</script>' },
  });
});

test('hostile tables and comments are read in linear time', () => {
  const started = performance.now();
  for (const part of ['\\begin{tabular}{', '\\begin{tabular}{l} & ', '<!--', '<!-- --', '\\title{'])
    read('a.txt', `\\documentclass{article}\n${part.repeat(20_000)}`);
  expect(performance.now() - started).toBeLessThan(3000);
});
