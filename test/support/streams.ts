import { closeSync, openSync, writeSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A file that goes on without end in one place; what comes after that place is sound. */
export interface EndlessFile {
  readonly name: string;
  /** What is endless, for people. */
  readonly what: string;
  readonly head: string;
  /** Repeated until the file has its size. */
  readonly filler: string;
  readonly tail: string;
  /** Rules of which at least one must be reported. */
  readonly rules: readonly string[];
  /** Title of the sound article after the endless place; undefined where the format allows none. */
  readonly title: string | undefined;
}

const mebibyte = 1024 * 1024;

/** Words that compress as texts do, so that no bound on ratios ends the reading early. */
function words(): string {
  const known = 'وصلت القافلة إلى المدينة مساء أمس بعد رحلة طويلة عبر الجبال والأودية'.split(' ');
  let state = 1;
  let text = '';
  while (text.length < mebibyte / 2) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += `${known[state % known.length] ?? ''}${state % 1000} `;
  }
  return text;
}

const text = words();
const sentence = 'وصلت القافلة إلى المدينة مساء أمس بعد رحلة طويلة عبر الجبال والأودية. ';

const page = (title: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${`<p>${title}: ${sentence.repeat(3)}</p>`.repeat(3)}</article></body></html>`;

const record = (title: string): string => {
  const http = `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page(title)}`;
  const url = `https://w.example/${encodeURIComponent(title)}`;
  return `WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2012-01-01T00:00:00Z\r\nContent-Length: ${Buffer.byteLength(http)}\r\n\r\n${http}\r\n\r\n`;
};

const warcHead = 'WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://w.example/x\r\n';
const rssHead = '<rss version="2.0"><channel><title>الواحة</title><item><title>أ</title>';
const rssTail = (title: string): string =>
  `<item><title>${title}</title><description>${sentence}</description></item></channel></rss>`;

/** The endless files that `import` reads. */
export const endlessImports: readonly EndlessFile[] = [
  ['warc-header-line', 'a header line', `${warcHead}X: `, text, '\r\n\r\n', 'warc-record'],
  ['warc-headers', 'a header', warcHead, 'X-A: b\r\n'.repeat(60_000), '\r\n', 'warc-record'],
  [
    'warc-http-header',
    'an HTTP header',
    `${warcHead}Content-Length: 999999999999\r\n\r\nHTTP/1.1 200 OK\r\nX: `,
    text,
    '\r\n\r\n',
    'warc-record',
  ],
  [
    'warc-record',
    'a record',
    `${warcHead}Content-Length: 999999999999\r\n\r\n`,
    text,
    '\r\n\r\n',
    'warc-record',
  ],
  ['warc-none', 'what is no record', '', `${text}\n`, '\r\n', 'warc-record'],
]
  .map(([name = '', what = '', head = '', filler = '', end = '', rule = '']): EndlessFile => {
    const title = `سليم بعد ${name}`;
    const tail = `${end}${record(title)}`;
    const rules = [rule];
    return { name: `${name}.warc.gz`, what, head, filler, tail, rules, title };
  })
  .concat(
    [
      ['xml-text', 'a text', '<description>', text, '</description></item>'],
      ['xml-cdata', 'a CDATA section', '<description><![CDATA[', text, ']]></description></item>'],
      ['xml-comment', 'a comment', '<!--', text, '--></item>'],
      ['xml-attribute', 'an attribute', '<a b="', text, '"></a></item>'],
      [
        'xml-attributes',
        'the attributes of a tag',
        '<a',
        ' abc="x"'.repeat(60_000),
        '></a></item>',
      ],
      ['xml-name', 'a name', '<a', 'ا'.repeat(500_000), '></a></item>'],
      ['xml-nested', 'nesting', '<description>', '<a>'.repeat(300_000), '</item>'],
      ['xml-fields', 'the elements of an item', '', '<a></a>'.repeat(150_000), '</item>'],
      [
        'xml-entity',
        'a reference',
        '<description>&',
        'ا'.repeat(500_000),
        ';</description></item>',
      ],
    ].map(([name = '', what = '', head = '', filler = '', end = '']): EndlessFile => {
      const title = `سليم بعد ${name}`;
      return {
        ...{ name: `${name}.xml.gz`, what, filler, title },
        head: rssHead + head,
        tail: end + rssTail(title),
        rules: ['import-item-too-large', 'import-abandoned'],
      };
    }),
    {
      name: 'csv-cell.csv.gz',
      what: 'a cell in quotation marks',
      head: `العنوان,النص\nأ,"`,
      filler: `${text}\n`,
      tail: `"\nسليم بعد csv-cell,${sentence}\n`,
      rules: ['record-too-large', 'csv-columns', 'records-abandoned'],
      title: 'سليم بعد csv-cell',
    },
    {
      name: 'csv-row.csv.gz',
      what: 'a row',
      head: 'العنوان,النص\nأ,ب',
      filler: ','.repeat(mebibyte) + text,
      tail: `\nسليم بعد csv-row,${sentence}\n`,
      rules: ['record-too-large'],
      title: 'سليم بعد csv-row',
    },
  );

/** The endless seeds that `build` reads. */
export const endlessSeeds: readonly EndlessFile[] = [
  ['line', 'jsonl', 'a line', '{"id":"x","text":"', text, '"}\n'],
  ['key', 'jsonl', 'a key', '{"', text, '":1}\n'],
  ['number', 'jsonl', 'a number', '{"id":', '1234567890'.repeat(100_000), '}\n'],
  ['blanks', 'json', 'white space', '[', ' '.repeat(3).concat('\t').repeat(200_000), ''],
  ['string', 'json', 'a string', '[\n{"id":"x","text":"', text, '"},\n'],
  ['array', 'json', 'a list', '[\n{"id":"x","text":[1', ',2'.repeat(500_000), ']},\n'],
  ['nested', 'json', 'nesting', '[\n{"id":"x","a":', '[{"a":'.repeat(200_000), '1},\n'],
  ['cell', 'csv', 'a cell', 'id,text\nx,"', text, '"\n'],
].map(([name = '', form = '', what = '', head = '', filler = '', end = '']): EndlessFile => {
  const title = `after-${name}`;
  const sound =
    form === 'csv' ? `${title},${sentence}\n` : `{"id":"${title}","text":"${sentence}"}\n`;
  const rules = name === 'blanks' ? [] : ['record-too-large', 'record-too-deep'];
  const tail = end + sound + (form === 'json' ? ']' : '');
  return { name: `${name}.${form}.gz`, what, head, filler, tail, rules, title };
});

/** Writes a file whose unpacked size is at least a number of bytes; holds one part of it at a time. */
export function writeEndless(
  path: string,
  { head, filler, tail }: EndlessFile,
  bytes: number,
): void {
  const descriptor = openSync(path, 'w');
  try {
    writeSync(descriptor, gzipSync(head));
    const part = gzipSync(filler, { level: 1 });
    for (let size = 0; size < bytes; size += Buffer.byteLength(filler)) writeSync(descriptor, part);
    writeSync(descriptor, gzipSync(tail));
  } finally {
    closeSync(descriptor);
  }
}
