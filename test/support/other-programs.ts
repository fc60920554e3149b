import { wordFile, wordParagraph, wordPicture } from './office-files.ts';
import { pngOf } from './png.ts';
import type { Files } from './temporary-folder.ts';

/** An article as it stands in the archives of several programs. */
export interface SourceArticle {
  readonly name: string;
  readonly title: string;
  readonly author: string;
  /** YYYY-MM-DD. */
  readonly day: string;
  readonly isDraft: boolean;
  readonly paragraphs: readonly string[];
  readonly table: readonly (readonly string[])[];
  /** What the picture shows; its file is `NAME.png`. */
  readonly picture: string;
  readonly topic: string;
}

const places = ['الميناء', 'السوق', 'المدرسة', 'المكتبة', 'الحديقة', 'المستشفى'] as const;
const people = ['سعاد الحلبي', 'مروان عبد الله', 'ليلى حداد'] as const;

/** Returns articles of which every third is a draft; words `كلمةN` tell one from another. */
export const sourceArticles = (count: number): readonly SourceArticle[] =>
  Array.from({ length: count }, (_, i): SourceArticle => {
    const place = places[i % places.length] ?? '';
    const mark = `علامة${i}`;
    return {
      name: `story-${i}`,
      title: `أعمال الصيانة في ${place} تبدأ ${mark}`,
      author: people[i % people.length] ?? '',
      day: `2014-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`,
      isDraft: i % 3 === 2,
      paragraphs: [
        `بدأت صباح أمس أعمال الصيانة في ${place}، وحضر الافتتاح عدد من الأهالي وأعضاء المجلس البلدي ${mark}أ.`,
        `وقال المدير إن العمل سيستمر ثلاثة أشهر، وإن الكلفة لن تزيد على ما كان مقررا في خطة العام الماضي ${mark}ب.`,
        `وطالب سكان الحي بأن تفتح الأبواب في المساء أيضا، لأن معظمهم يعمل في النهار ولا يعود قبل الغروب ${mark}ج.`,
      ],
      table: [
        ['المرحلة', 'المدة'],
        [`${mark}د`, 'شهران'],
      ],
      picture: `عمال الصيانة في ${place} ${mark}ه`,
      topic: `موضوع ${i % 2}`,
    };
  });

/** All words of an article that its reader must find. */
export const wordsOf = ({ title, paragraphs, table, picture }: SourceArticle): readonly string[] =>
  [title, ...paragraphs, ...table.flat(), picture].flatMap(
    (text) => text.match(/[\p{L}\p{N}]+/gu) ?? [],
  );

/** Returns the picture of an article: each has its own width. */
export const pictureOf = ({ name }: SourceArticle): Buffer =>
  pngOf(10 + Number(name.replace(/\D/g, '')), 8);

const htmlTable = (rows: SourceArticle['table']): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;

/** Returns the HTML of an article's text, with its picture at an address. */
const htmlOf = ({ paragraphs, table, picture }: SourceArticle, address: string): string =>
  `${paragraphs.map((text) => `<p>${text}</p>`).join('\n')}\n<figure><img src="${address}" alt="${picture}"></figure>\n${htmlTable(table)}`;

const markdownTable = ([head = [], ...rows]: SourceArticle['table']): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Returns the Markdown of an article's text, with its picture at an address. */
const markdownOf = ({ paragraphs, table, picture }: SourceArticle, address: string): string =>
  `${paragraphs.join('\n\n')}\n\n![${picture}](${address})\n\n${markdownTable(table)}\n`;

/** Returns a site of Hugo: front matter in TOML, pictures in `static/`. */
export const hugoSite = (articles: readonly SourceArticle[]): Files => ({
  'hugo.toml': 'title = "موقع"\n',
  'content/_index.md': '+++\ntitle = "الأرشيف"\n+++\n',
  ...Object.fromEntries(
    articles.flatMap((one) => [
      [
        `content/posts/${one.name}.md`,
        `+++\ntitle = "${one.title}"\ndate = ${one.day}T10:00:00+03:00\ndraft = ${one.isDraft}\ntags = ["${one.topic}"]\nauthor = "${one.author}"\n+++\n\n${markdownOf(one, `/images/${one.name}.png`)}`,
      ],
      [`static/images/${one.name}.png`, pictureOf(one)],
    ]),
  ),
});

/** Returns a site of Jekyll: days in the names of files, drafts in `_drafts/`, pictures in `assets/`. */
export const jekyllSite = (articles: readonly SourceArticle[]): Files => ({
  '_config.yml': 'title: موقع\n',
  ...Object.fromEntries(
    articles.flatMap((one) => [
      [
        `_posts/${one.day}-${one.name}.md`,
        `---\nlayout: post\ntitle: ${one.title}\ncategories: ${one.topic.replace(' ', '-')}\nauthor: ${one.author}\n${one.isDraft ? 'published: false\n' : ''}---\n${markdownOf(one, `/assets/${one.name}.png`)}`,
      ],
      [`assets/${one.name}.png`, pictureOf(one)],
    ]),
  ),
});

/** Returns an export of WordPress with the folder of its uploads beside it. */
export const wordPressExport = (articles: readonly SourceArticle[]): Files => ({
  'export.xml': `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>موقع</title>
${articles
  .map(
    (
      one,
      i,
    ) => `<item><title>${one.title}</title><link>https://old.example/${one.name}/</link><dc:creator>${one.author}</dc:creator>
<content:encoded><![CDATA[${htmlOf(one, `https://old.example/wp-content/uploads/2014/${one.name}.png`)}]]></content:encoded>
<wp:post_id>${i + 1}</wp:post_id><wp:post_date>${one.day} 10:00:00</wp:post_date><wp:status>${one.isDraft ? 'draft' : 'publish'}</wp:status><wp:post_type>post</wp:post_type><wp:post_name>${one.name}</wp:post_name>
<category domain="post_tag" nicename="t"><![CDATA[${one.topic}]]></category></item>`,
  )
  .join('\n')}
</channel></rss>`,
  ...Object.fromEntries(
    articles.map((one) => [`wp-content/uploads/2014/${one.name}.png`, pictureOf(one)]),
  ),
});

/** Returns the page of an article as a site shows it. */
const pageOf = (one: SourceArticle, address: string): string =>
  `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${one.title} - موقع</title><meta property="og:title" content="${one.title}"><meta property="article:published_time" content="${one.day}T10:00:00+03:00"><meta name="author" content="${one.author}"></head><body>
<div class="cookie-notice" role="dialog"><p>نستخدم ملفات تعريف الارتباط في هذا الموقع لتحسين تجربتك، وبمتابعة التصفح توافق على ذلك.</p></div>
<nav><a href="/">الرئيسة</a> <a href="/about">من نحن</a></nav>
<article><h1>${one.title}</h1>${htmlOf(one, address)}</article>
<footer>حقوق النشر محفوظة</footer></body></html>`;

/** Returns saved pages, each with the folder that a browser saves beside it. */
export const savedPages = (articles: readonly SourceArticle[]): Files =>
  Object.fromEntries(
    articles.flatMap((one) => [
      [`${one.name}.html`, pageOf(one, `${one.name}_files/${one.name}.png`)],
      [`${one.name}_files/${one.name}.png`, pictureOf(one)],
    ]),
  );

/** Returns a record of a WARC file. */
function warcRecord(url: string, type: string, content: Uint8Array): Buffer {
  const body = Buffer.concat([
    Buffer.from(
      `HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\nContent-Length: ${content.length}\r\n\r\n`,
    ),
    content,
  ]);
  const head = `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${body.length}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), body, Buffer.from('\r\n\r\n')]);
}

/** Returns a web archive: pages, and their pictures before or after them. */
export const webArchive = (articles: readonly SourceArticle[]): Files => ({
  'site.warc': Buffer.concat(
    articles.flatMap((one, i) => {
      const page = warcRecord(
        `https://old.example/${one.name}`,
        'text/html; charset=utf-8',
        Buffer.from(pageOf(one, `/images/${one.name}.png`)),
      );
      const picture = warcRecord(
        `https://old.example/images/${one.name}.png`,
        'image/png',
        pictureOf(one),
      );
      return i % 2 === 0 ? [picture, page] : [page, picture];
    }),
  ),
});

/** Returns Word files, one of each article. */
export const wordFiles = (articles: readonly SourceArticle[]): Files =>
  Object.fromEntries(
    articles.map((one) => {
      const cell = (text: string): string => `<w:tc>${wordParagraph(text)}</w:tc>`;
      const rows = one.table.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('');
      const body = [
        wordParagraph(one.title, { bold: 'bCs' }),
        wordParagraph(`كتب: ${one.author}`),
        wordParagraph(one.day),
        ...one.paragraphs.map((text) => wordParagraph(text)),
        wordPicture.replace(/descr="[^"]*"/, `descr="${one.picture}"`),
        `<w:tbl>${rows}</w:tbl>`,
      ].join('');
      return [`${one.name}.docx`, wordFile(body, { 'word/media/image1.png': pictureOf(one) })];
    }),
  );
