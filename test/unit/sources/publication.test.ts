import { describe, expect, test } from 'vitest';
import { heldBy, holdingMarks } from '../../../src/model/publication.ts';
import type { RecordSettings } from '../../../src/model/record.ts';
import { withOwnDate } from '../../../src/sources/publication.ts';
import { readDocument } from '../../../src/sources/read-document.ts';
import { readRecord } from '../../../src/sources/records/read-record.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Returns the state in which an article is held; `shown` where it is not. */
function stateOf(
  text: string,
  { asOf, sidecar }: { asOf?: number; sidecar?: string } = {},
): string {
  const side =
    sidecar === undefined ? {} : { sidecar: { path: 'a.yaml', bytes: bytesOf(sidecar) } };
  const { value } = readDocument({ path: 'a.md', bytes: bytesOf(text), ...side }, () => '00');
  const { publication, date } = value?.metadata ?? {};
  const marks = publication && holdingMarks(withOwnDate(publication, date));
  return (marks && heldBy(marks, asOf)?.state) ?? 'shown';
}

/** An article with lines in its front matter. */
const withLines = (lines: string, date = '2020-01-01'): string =>
  `---\ntitle: افتتاح المكتبة\ndate: ${date}\n${lines}\n---\nافتُتحت المكتبة صباح اليوم.\n`;

describe('a value that says or may say “not published” holds an article back', () => {
  test.each([
    ...['draft: true', 'Draft: TRUE', 'DRAFT: "yes"', 'draft: نعم', 'draft: 1', 'draft: on # غدًا'],
    ...[
      'draft: ١',
      'draft: "“true”"',
      'draft: ＴＲＵＥ',
      'draft:\n  true',
      'draft: >\n  true',
      'مسودة: نعم',
    ],
    ...['published: false', 'Published: no', 'published: "0"', 'published: لا', 'publish: off'],
    ...['status: draft', 'STATUS: Private', 'status: pending review', 'post_status: future'],
    ...[
      'visibility: password',
      'private: true',
      'unpublished: yes',
      'password: s3',
      'isDraft: true',
    ],
    ...['permalink: false', 'eleventyExcludeFromCollections: true'],
    ...['build:\n  render: never', '_build: {list: never}'],
  ])('%s', (line) => {
    expect(stateOf(withLines(line))).toBe('draft');
  });
});

describe('a value that is not known to mean “published” holds an article back', () => {
  test.each([
    ...[
      'status: مسودة',
      'status: مُسَوَّدة',
      'status: غير منشور',
      'status: final',
      'status: not published',
    ],
    ...[
      'status: [published]',
      'status: {a: published}',
      'status:',
      'draft:',
      'draft: tru',
      'draft: [false]',
    ],
    ...['published: soon', 'published:', 'draft: !!bool true'],
  ])('%s', (line) => {
    expect(stateOf(withLines(line))).toBe('draft');
  });
});

describe('a damaged line holds an article back', () => {
  test.each([
    ...[
      'draft:true',
      'draft : true',
      'draft = true',
      'draft：true',
      'draft:\u00a0true',
      '\tdraft: true',
    ],
    ...['draft: true\n سطر شارد', 'topics: [أ, ب\ndraft: true', 'kicker: "خبر\ndraft: true'],
    ...['source: البيان\n  draft: true', 'draft: false\ndraft: true', 'draft: false\nDraft: true'],
    ...[
      'drafts: true',
      'publishd: false',
      'state: draft',
      'statsu: مسودة',
      'draft true',
      'drаft: true',
    ],
  ])('%s', (line) => {
    expect(stateOf(withLines(line))).toBe('draft');
  });

  test.each([
    '+++\ntitle = "خبر"\ndraft = true\n+++\nنص\n',
    '{"title": "خبر", "draft": true}\n\nنص\n',
    '{\n  "title": "خبر",\n  "status": "مسودة"\n}\n\nنص\n',
    '---\ntitle: خبر\n\ndraft: true\n\nنص بلا سطر يغلق البيانات.\n',
    '---\nعنوان: خبر\ndraft: true\n---\nنص\n',
    '\n\n---\ndraft: true\n---\nنص\n',
    '—\ndraft: true\n—\nنص\n',
    '---toml\ndraft = true\n---\nنص\n',
    '---\n{title: خبر, draft: true}\n---\nنص\n',
    'Title: خبر\nStatus: draft\n\nنص\n',
    'title: خبر\ndraft: true\n---\nنص\n',
    '<!-- قالب -->\n---\ndraft: true\n---\nنص\n',
    '# عنوان المقال\n---\ndraft: true\n---\nنص\n',
    ':status: draft\n\nنص\n',
    '---\ntitle: خبر\ndraft: true\n...\nنص\n',
    '\ufeff---\r\ntitle: خبر\r\ndraft: true\r\n---\r\nنص\r\n',
  ])('%j', (text) => {
    expect(stateOf(text)).toBe('draft');
  });
});

describe('other articles are shown', () => {
  test.each([
    ...[
      'draft: false',
      'draft: "No"',
      'draft: لا',
      'published: true',
      'published: نعم',
      'publish: yes',
    ],
    ...['published: 2015-07-21', 'published: 21/7/2015', 'status: Published', 'status: publish'],
    ...['status: نُشِر', 'status: منشور', 'visibility: public', '# draft: true', 'permalink: /a/b/'],
    ...[
      'cover:\n  hidden: true',
      'build:\n  render: always',
      'expiryDate: never',
      'embargo: false',
    ],
    ...[
      'password:',
      'publishDate: 2019-12-31',
      'publishDate: 2020-01-01',
      'topics: [draft, private]',
    ],
  ])('%s', (line) => {
    expect(stateOf(withLines(line))).toBe('shown');
  });

  test('a text that speaks of drafts is no metadata', () => {
    expect(stateOf('قال الكاتب:\ndraft: true\n')).toBe('shown');
    expect(stateOf(`${withLines('x: 1')}\ndraft: true\nstatus: draft\n`)).toBe('shown');
  });
});

test('a sidecar goes before front matter key by key, and one key that holds is enough', () => {
  expect(stateOf(withLines('draft: true'), { sidecar: 'draft: false\n' })).toBe('shown');
  expect(stateOf(withLines('draft: false'), { sidecar: 'Draft: yes\n' })).toBe('draft');
  expect(stateOf(withLines('draft: true'), { sidecar: 'published: true\n' })).toBe('draft');
  expect(stateOf(withLines('topics: [أ]'), { sidecar: '\u0000\u0001\u0002' })).toBe('draft');
});

describe('dates are decided by the day', () => {
  test.each([
    ['embargo: 2026-11-28', undefined, 'embargoed'],
    ['embargo: 2026-11-28', 20261127, 'embargoed'],
    ['embargo: 2026-11-28', 20261128, 'shown'],
    ['embargo: 2026-11-28T18:00', 20261128, 'embargoed'],
    ['embargo: 2026-12-31T00:00:00Z', 20261231, 'shown'],
    ['embargo: 2026-12-31T23:30:00Z', 20261231, 'embargoed'],
    ['embargo: 2026-12-31T23:30:00Z', 20270101, 'shown'],
    ['embargo: 2026-02', 20260227, 'embargoed'],
    ['embargo: 2026-02', 20260228, 'shown'],
    ['embargo: ٢٠٢٦-١١-٢٨', 20261128, 'shown'],
    ['embargo: 28/11/2026', 20261128, 'shown'],
    ['embargo: 3/4/2020', 20261128, 'embargoed'],
    ['embargo: 2020~', 20261128, 'embargoed'],
    ['embargo: 1448-01-01', 20261128, 'embargoed'],
    ['embargo: true', 20261128, 'embargoed'],
    ['embargo: [2020-01-01]', 20261128, 'embargoed'],
    ['expiryDate: 2026-11-28', undefined, 'expired'],
    ['expiryDate: 2026-11-28', 20261127, 'shown'],
    ['expiryDate: 2026-11-28', 20261128, 'expired'],
    ['expiryDate: 2026-12', 20261130, 'shown'],
    ['expiryDate: 2026-12', 20261201, 'expired'],
    ['expiryDate: غدًا', 20261128, 'expired'],
    ['publish_date: 2020-01-02', undefined, 'scheduled'],
    ['publishDate: 2020-01-02', 20200101, 'scheduled'],
    ['publishDate: 2020-01-02', 20200102, 'shown'],
    ['published: 2027-01-01', undefined, 'shown'],
    ['published: 2027-01-01', 20261128, 'scheduled'],
    ['embargo: 2020-01-01\nexpiryDate: 2021-01-01', 20200601, 'shown'],
    ['embargo: 2020-01-01\nexpiryDate: 2021-01-01', 20210601, 'expired'],
  ] as const)('%s as of %s', (line, asOf, state) => {
    expect(stateOf(withLines(line), asOf === undefined ? {} : { asOf })).toBe(state);
  });

  test('without a date of its own, and with an uncertain month, a publishDate waits for a day', () => {
    expect(stateOf('---\ntitle: خبر\npublishDate: 2010-01-01\n---\nنص\n')).toBe('scheduled');
    expect(stateOf(withLines('publishDate: 2020-01-15', '2020-01'))).toBe('scheduled');
    expect(stateOf(withLines('publishDate: 2020-01', '2020-01'))).toBe('shown');
  });

  test('a date that cannot be read is later where its year may be', () => {
    const text = withLines('section: أخبار', 'قبيل ربيع 2027');
    expect(stateOf(text)).toBe('shown');
    expect(stateOf(text, { asOf: 20261128 })).toBe('scheduled');
    expect(stateOf(text, { asOf: 20271231 })).toBe('shown');
  });
});

describe('records', () => {
  const settings: RecordSettings = { fields: {}, ignore: [], format: 'text' };

  const stateOfRecord = (
    record: object | string,
    reading: Partial<RecordSettings> = {},
  ): string => {
    const text = typeof record === 'string' ? record : JSON.stringify({ text: 'نص', ...record });
    const { value } = readRecord(
      { ordinal: 1, line: 1, bytes: 1, text },
      { path: 'a.jsonl', columns: undefined, defaults: {}, settings: { ...settings, ...reading } },
      '00',
    );
    const marks = holdingMarks(value?.metadata.publication);
    return (marks && heldBy(marks, undefined)?.state) ?? 'shown';
  };

  test.each([
    [{ draft: true }],
    [{ DRAFT: 'Yes' }],
    [{ is_published: 0 }],
    [{ published: null }],
    [{ status: '' }],
    [{ status: { name: 'published' } }],
    [{ post_status: 'مسودة' }],
    [{ draft: { a: 1 } }],
    ['{"text": "نص", "draft": true, "draft": false}'],
  ])('%j is held', (record) => {
    expect(stateOfRecord(record)).toBe('draft');
  });

  test.each([
    [{ draft: null }],
    [{ draft: '' }],
    [{ draft: false, status: 'Publish' }],
    [{ published: '2015-07-21T10:00:00Z' }],
    [{ status: 'publish', comments: [{ status: 'draft' }] }],
  ])('%j is shown', (record) => {
    expect(stateOfRecord(record)).toBe('shown');
  });

  test('fields are mapped, or ignored by name', () => {
    const mapped = { fields: { status: 'meta.state' } };
    expect(stateOfRecord({ meta: { state: 'مسودة' } }, mapped)).toBe('draft');
    expect(stateOfRecord({ meta: { state: 'published' }, status: 200 }, mapped)).toBe('shown');
    expect(stateOfRecord({ status: 200 })).toBe('draft');
    expect(stateOfRecord({ status: 200 }, { ignore: 'all' })).toBe('draft');
    expect(stateOfRecord({ status: 200 }, { ignore: ['status'] })).toBe('shown');
    expect(stateOfRecord({ published: false }, { fields: { date: 'published' } })).toBe('draft');
    expect(stateOfRecord({ published: '2015' }, { fields: { date: 'published' } })).toBe('shown');
  });
});
