import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maxSidecarBytes } from '../../../src/model/limits.ts';
import { readDocument } from '../../../src/sources/read-document.ts';

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const bytesOf = (text: string) => new TextEncoder().encode(text);

const article =
  '---\ntitle: رئيس الوزراء: لا تفاوض\nsource: الأهرام\n---\n\nقال رئيس الوزراء أمس.\n';

function read(text: string, sidecar?: string | Uint8Array, path = 'a/خبر.txt') {
  const sidecarFile =
    sidecar === undefined
      ? {}
      : {
          sidecar: {
            path: 'a/خبر.yaml',
            bytes: typeof sidecar === 'string' ? bytesOf(sidecar) : sidecar,
          },
        };
  return readDocument({ path, bytes: bytesOf(text), ...sidecarFile }, sha256);
}

test('a seed gives a document with its text, metadata and provenance', () => {
  const bytes = bytesOf(article);
  expect(read(article)).toEqual({
    value: {
      provenance: {
        path: 'a/خبر.txt',
        encoding: 'utf-8',
        sha256: sha256(bytes),
        bytes: bytes.length,
      },
      format: 'text',
      text: '\nقال رئيس الوزراء أمس.\n',
      metadata: { title: 'رئيس الوزراء: لا تفاوض', source: 'الأهرام' },
      received: article,
      isClean: true,
    },
    diagnostics: [],
  });
});

test('front matter is recognised after a byte-order mark', () => {
  const { value } = read(`\ufeff${article}`);
  expect(value?.provenance.encoding).toBe('utf-8-bom');
  expect(value?.metadata.source).toBe('الأهرام');
});

test('a sidecar overrides front matter key by key', () => {
  const { value, diagnostics } = read(
    article,
    'source: الحياة\ntitel: x\ntopics: [مصر]\nkicker:\n',
  );
  expect(value?.metadata).toMatchObject({
    title: 'رئيس الوزراء: لا تفاوض',
    source: 'الحياة',
    topics: ['مصر'],
  });
  expect(diagnostics).toMatchObject([
    { rule: 'metadata-unknown-key', file: 'a/خبر.yaml', line: 2 },
    { rule: 'metadata-empty', file: 'a/خبر.yaml', line: 4 },
  ]);
});

test.each([
  ['too large', new Uint8Array(maxSidecarBytes + 1).fill(0x23), 'seed-too-large'],
  ['undecodable', Uint8Array.of(0xff), 'seed-undecodable'],
  ['no map', bytesOf('نص'), 'yaml-not-a-map'],
])('a sidecar that is %s costs only itself', (_, bytes, rule) => {
  const { value, diagnostics } = read(article, bytes);
  expect(value?.metadata.source).toBe('الأهرام');
  expect(diagnostics).toMatchObject([{ rule, severity: 'error', file: 'a/خبر.yaml' }]);
});

test('an empty sidecar is allowed', () => {
  expect(read(article, '').diagnostics).toEqual([]);
});

test('metadata without text are published with a warning', () => {
  const { value, diagnostics } = read('---\ntitle: خبر\n---\n');
  expect(value).toMatchObject({ text: '', metadata: { title: 'خبر' } });
  expect(diagnostics).toMatchObject([{ rule: 'seed-empty', severity: 'warning' }]);
});

test('a file that is not text gives no document and one error', () => {
  for (const [text, path, rule] of [
    ['', 'a.txt', 'seed-empty'],
    ['نص', 'a.docx', 'seed-unknown-format'],
    ['\0', 'a.txt', 'seed-binary'],
  ] as const) {
    const { value, diagnostics } = read(text, undefined, path);
    expect(value).toBeUndefined();
    expect(diagnostics).toMatchObject([{ rule, severity: 'error', file: path }]);
  }
});

test('the path of a document is in NFC', () => {
  expect(read('نص', undefined, 'A\u0308.md').value).toMatchObject({
    format: 'markdown',
    provenance: { path: '\u00c4.md' },
  });
});

test('it never throws, and no text is lost', () => {
  const chunks = fc.oneof(
    fc.constantFrom('---\n', '---', '\n', 'title: ', 'date: ', ': ', '#', '[', '{', '- ', '"', 'أ'),
    fc.string({ unit: 'binary' }),
  );
  const text = fc.array(chunks).map((each) => bytesOf(each.join('')));
  const any = fc.oneof(fc.uint8Array({ maxLength: 200 }), text);
  fc.assert(
    fc.property(any, fc.option(any, { nil: undefined }), (bytes, sidecarFile) => {
      const sidecar =
        sidecarFile === undefined ? {} : { sidecar: { path: 'a.yaml', bytes: sidecarFile } };
      const { value, diagnostics } = readDocument({ path: 'a.txt', bytes, ...sidecar }, sha256);
      if (value === undefined) expect(diagnostics.map((d) => d.severity)).toContain('error');
      else if (value.provenance.encoding === 'utf-8' && value.provenance.repairs === undefined) {
        expect(new TextDecoder().decode(bytes).endsWith(value.text.replace(/^\ufeff/, ''))).toBe(
          true,
        );
      }
    }),
    { numRuns: 1000 },
  );
});
