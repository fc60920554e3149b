import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { brotliCompressSync, crc32, gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { WARCRecord, WARCSerializer } from 'warcio';
import { recordedRun } from '../../support/recorded-run.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

let site: TemporarySite;

beforeEach(() => {
  site = temporarySite();
});

const at = (name: string): string => site.at(name);

async function bring(...names: readonly string[]) {
  const { out } = await recordedRun(['import', '--json', '--root', site.root, ...names.map(at)]);
  return JSON.parse(out) as {
    readonly written: number;
    readonly unchanged: number;
    readonly leftOut: { readonly other: number };
    readonly diagnostics: readonly { readonly rule: string }[];
  };
}

/** The texts of all seeds, without metadata. */
const texts = (): readonly string[] =>
  readdirSync(at('seeds/imported'))
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => readFileSync(at(`seeds/imported/${name}`), 'utf8'));

const sentence = 'وصلت القافلة إلى المدينة مساء أمس بعد رحلة طويلة عبر الجبال والأودية. ';
const page = (title: string): string =>
  `<!DOCTYPE html><html><head><title>${title}</title></head><body><article><h1>${title}</h1>${`<p>${title}: ${sentence.repeat(3)}</p>`.repeat(3)}</article></body></html>`;

interface Answer {
  readonly url: string;
  readonly date?: string;
  readonly status?: string;
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

async function warc(answers: readonly Answer[], gzip = false): Promise<Buffer> {
  const parts = answers.map(
    async ({
      url,
      date = '2012-01-01T00:00:00Z',
      status = '200 OK',
      type = 'text/html; charset=utf-8',
      headers = {},
      body,
    }) => {
      const bytes = typeof body === 'string' ? Buffer.from(body) : body;
      const record = WARCRecord.create(
        {
          ...{ url, date, type: 'response', statusline: `HTTP/1.1 ${status}` },
          httpHeaders: { 'Content-Type': type, ...headers },
        },
        [bytes],
      );
      return await WARCSerializer.serialize(record, { gzip });
    },
  );
  return Buffer.concat(await Promise.all(parts));
}

/** A ZIP file of stored entries, as WACZ requires (APPNOTE 4.3). */
function zip(entries: Readonly<Record<string, Buffer>>): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, bytes] of Object.entries(entries)) {
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), bytes]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02\x14\x00'), common, rest, Buffer.from(name));
    files.push(local);
    offset += local.length;
  }
  const index = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  const count = Object.keys(entries).length;
  end.writeUInt16LE(count, 4);
  end.writeUInt16LE(count, 6);
  end.writeUInt32LE(index.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...files, index, Buffer.from('PK\x05\x06'), end]);
}

test('the newest capture of each URL in all files is read; other types and errors are skipped', async () => {
  const url = 'https://w.example/a';
  writeFileSync(
    at('one.warc'),
    await warc([
      { url, date: '2013-05-01T00:00:00Z', body: page('وسط') },
      { url, date: '2011-05-01T00:00:00Z', body: page('قديم') },
      { url: 'https://w.example/b', status: '404 Not Found', body: page('مفقود') },
      { url: 'https://w.example/c', status: '301 Moved', body: page('منقول') },
      { url: 'https://w.example/d', type: 'image/png', body: page('صورة') },
      {
        url: 'https://w.example/',
        body: `<ul>${'<li><a href="/x">خبر من أخبار اليوم</a></li>'.repeat(30)}</ul>`,
      },
    ]),
  );
  writeFileSync(
    at('two.warc.gz'),
    await warc([{ url: `${url}#top`, date: '2016-05-01T00:00:00Z', body: page('حديث') }], true),
  );
  const result = await bring('one.warc', 'two.warc.gz');
  expect([result.written, result.leftOut.other]).toEqual([1, 1]);
  expect(result.diagnostics).toMatchObject([
    { rule: 'import-no-main-text', message: expect.stringContaining('https://w.example/.') },
  ]);
  expect(texts()).toHaveLength(1);
  expect(texts()[0]).toMatch(/title: حديث\n(?:.*\n)*url: https:\/\/w\.example\/a\n/);
  expect((await bring('one.warc', 'two.warc.gz')).unchanged).toBe(1);
});

test('responses are decompressed and decoded by their headers, also where these are wrong', async () => {
  const packed = (name: string, coding: string, body: Uint8Array): Answer => ({
    url: `https://w.example/${name}`,
    headers: { 'Content-Encoding': coding },
    body,
  });
  const original = Buffer.from(page('مضغوط'));
  const chunked = Buffer.concat([
    Buffer.from(`${original.length.toString(16)}\r\n`),
    original,
    Buffer.from('\r\n0\r\n\r\n'),
  ]);
  writeFileSync(
    at('a.warc'),
    await warc([
      packed('gzip', 'gzip', gzipSync(original)),
      packed('br', 'br', brotliCompressSync(original)),
      packed('bare', 'gzip', original),
      {
        url: 'https://w.example/chunks',
        headers: { 'Transfer-Encoding': 'chunked' },
        body: chunked,
      },
    ]),
  );
  expect((await bring('a.warc')).written).toBe(4);
  for (const text of texts()) expect(text).toContain(`مضغوط: ${sentence.trim()}`);
});

test('a WACZ package gives the pages of its WARC files', async () => {
  const archive = await warc(
    [{ url: 'https://w.example/2012/07/qafila/', body: page('قافلة') }],
    true,
  );
  writeFileSync(
    at('site.wacz'),
    zip({
      'archive/data.warc.gz': archive,
      'datapackage.json': Buffer.from('{}'),
      'indexes/index.cdx': Buffer.from(''),
    }),
  );
  expect((await bring('site.wacz')).written).toBe(1);
  expect(readdirSync(at('seeds/imported')).sort()).toEqual(['.import.jsonl', 'qafila.txt']);
});

test.each([
  ['within a picture', 'image/png'],
  ['within a page', 'text/html'],
])('an archive that is cut off %s ends', async (_, type) => {
  const good = await warc([{ url: 'https://w.example/good', body: page('سليم') }]);
  const next = await warc([{ url: 'https://w.example/next', type, body: page('مقطوع') }]);
  for (const length of [20, 250, 400, next.length - 200]) {
    writeFileSync(at('cut.warc'), Buffer.concat([good, next.subarray(0, length)]));
    const { diagnostics, written, unchanged } = await bring('cut.warc');
    expect(written + unchanged).toBe(1);
    expect(diagnostics, String(length)).toMatchObject([{ rule: 'import-cut-short' }]);
  }
  expect(texts()).toHaveLength(1);
});

test('a truncated, broken or oversized archive is reported, and complete pages are read', async () => {
  const bomb = {
    url: 'https://w.example/bomb',
    headers: { 'Content-Encoding': 'gzip' },
    body: gzipSync(Buffer.alloc(64 * 1024 * 1024)),
  };
  const good = await warc([bomb, { url: 'https://w.example/good', body: page('سليم') }], true);
  const next = await warc([{ url: 'https://w.example/cut', body: page('مقطوع') }], true);
  writeFileSync(at('cut.warc.gz'), Buffer.concat([good, next.subarray(0, 200)]));
  writeFileSync(
    at('broken.wacz'),
    Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(500, 7)]),
  );
  const result = await bring('cut.warc.gz', 'broken.wacz');
  expect(texts().filter((text) => text.includes('title: سليم'))).toHaveLength(1);
  const rules = result.diagnostics.map(({ rule }) => rule);
  expect(rules).toEqual(['import-item-too-large', 'import-cut-short', 'zip-entry']);
  expect(texts()).toHaveLength(1);
});
