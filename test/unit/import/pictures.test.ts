import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { sha256 } from '../../../src/publish/sha256.ts';
import { samplePicture } from '../../support/sample-pictures.ts';
import { type TemporarySite, temporarySite } from '../../support/temporary-site.ts';

let site: TemporarySite;
let red: Buffer;
let green: Buffer;

beforeEach(async () => {
  site = temporarySite();
  [red, green] = await Promise.all([
    samplePicture('jpeg', { colour: '#a00' }),
    samplePicture('png', { colour: '#0a0' }),
  ]);
});

interface Json {
  readonly written: number;
  readonly unchanged: number;
  readonly pictures: number;
  readonly pictureLinks: number;
  readonly passedOver: Readonly<Record<string, number>>;
  readonly diagnostics: readonly { readonly rule: string }[];
}

const bring = async (...names: readonly string[]): Promise<Json> => {
  const { out } = await site.run('import', '--json', ...names.map((name) => site.at(name)));
  return JSON.parse(out) as Json;
};

const nameOf = (bytes: Buffer, extension: string): string =>
  `media/${sha256(bytes).slice(0, 16)}.${extension}`;

const folder = (): readonly string[] =>
  readdirSync(site.at('seeds/imported'), { recursive: true }).map(String).sort();

const seed = (): string => {
  const name = folder().find((one) => /^[^.].*\.(?:md|txt)$/.test(one)) ?? '';
  return site.read(`seeds/imported/${name}`);
};

const body = 'وصلت سفن الملح إلى الميناء القديم صباح أمس بعد غياب طويل عن الساحل كله.';

const wordpress = (content: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>جريدة</title><wp:wxr_version>1.2</wp:wxr_version>
<item><title>سفن الملح</title><link>https://paper.example/2015/07/salt/</link><guid>https://paper.example/?p=1</guid><wp:post_type>post</wp:post_type><wp:status>publish</wp:status><wp:post_date>2015-07-21 10:00:00</wp:post_date>
<content:encoded><![CDATA[<p>${body}</p>${content}]]></content:encoded></item></channel></rss>`;

const page = (inside: string): string =>
  `<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>سفن الملح</title></head><body><article><h1>سفن الملح</h1><p>${body}</p>${inside}<p>${body} ${body}</p></article></body></html>`;

describe('pictures of a source are written beside the seeds, and named in the text', () => {
  test('of WordPress, from its folder of uploads, in full size where a copy is missing', async () => {
    site.write({
      'wp/export.xml': wordpress(
        '<figure><img src="https://paper.example/wp-content/uploads/2015/07/a-300x200.jpg" alt="السفن"/><figcaption>السفن في الميناء</figcaption></figure>[caption id="x" width="9"]<img src="http://paper.example/wp-content/uploads/b.png" alt=""> الرصيف[/caption]<img src="https://cdn.example/c.jpg" alt="بعيدة">',
      ),
      'wp/wp-content/uploads/2015/07/a.jpg': red,
      'wp/wp-content/uploads/b.png': green,
      'wp/wp-content/uploads/unused.png': await samplePicture('png', { colour: '#00a' }),
    });
    const result = await bring('wp');
    expect(result).toMatchObject({ written: 1, pictures: 2, pictureLinks: 1 });
    // Two are brought along, one is in no article.
    expect(result.passedOver).toMatchObject({ picture: 1 });
    expect(result.diagnostics.map(({ rule }) => rule)).toEqual(['imported-picture-link']);
    expect(seed()).toContain(`![السفن](${nameOf(red, 'jpg')} "السفن في الميناء")`);
    expect(seed()).toContain(`![](${nameOf(green, 'png')} "الرصيف")`);
    expect(seed()).toContain('[بعيدة](https://cdn.example/c.jpg)');
    expect(readFileSync(site.at('seeds/imported', nameOf(red, 'jpg')))).toEqual(red);
    const again = await bring('wp');
    expect(again).toMatchObject({ written: 0, unchanged: 1, pictures: 2 });
    await site.build();
    expect(readdirSync(site.at('dist/assets/media'))).toHaveLength(2);
  });

  test('of WordPress, the picture of the post itself, which is an attachment after it', async () => {
    const attachment = `<item><wp:post_id>7</wp:post_id><wp:post_type>attachment</wp:post_type><wp:attachment_url><![CDATA[https://paper.example/wp-content/uploads/a.jpg]]></wp:attachment_url></item></channel>`;
    const meta =
      '<wp:postmeta><wp:meta_key><![CDATA[_thumbnail_id]]></wp:meta_key><wp:meta_value><![CDATA[7]]></wp:meta_value></wp:postmeta></item>';
    site.write({
      'wp/export.xml': wordpress('').replace('</item>', meta).replace('</channel>', attachment),
      'wp/uploads/a.jpg': red,
    });
    expect(await bring('wp')).toMatchObject({ written: 1, pictures: 1, pictureLinks: 0 });
    expect(seed()).toContain(`images: [${nameOf(red, 'jpg')}]`);
    await site.build();
    expect(readdirSync(site.at('dist/assets/media'))).toHaveLength(1);
  });

  test('of a saved page, from the folder saved with it, and from its own address', async () => {
    site.write({
      'الصفحة.html': page(
        `<img src="./%D8%A7%D9%84%D8%B5%D9%81%D8%AD%D8%A9_files/a.jpg" alt="السفن"><img alt="الرصيف" src="data:image/png;base64,${green.toString('base64')}">`,
      ),
      'الصفحة_files/a.jpg': red,
    });
    expect(await bring('الصفحة.html')).toMatchObject({ written: 1, pictures: 2, diagnostics: [] });
    expect(seed()).toContain(`![السفن](${nameOf(red, 'jpg')})`);
    expect(seed()).toContain(`![الرصيف](${nameOf(green, 'png')})`);
  });

  test('of a message with its pictures (MHTML)', async () => {
    const part = (type: string, location: string, content: string): string =>
      `--b\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\nContent-Location: ${location}\r\n\r\n${content}\r\n`;
    const html = Buffer.from(page('<img src="a.jpg" alt="السفن">')).toString('base64');
    site.write({
      'page.mhtml': `From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n${part('text/html; charset=utf-8', 'https://paper.example/salt/', html)}${part('image/jpeg', 'https://paper.example/salt/a.jpg', red.toString('base64'))}--b--\r\n`,
    });
    expect(await bring('page.mhtml')).toMatchObject({ written: 1, pictures: 1 });
    expect(folder()).toContain(nameOf(red, 'jpg'));
  });

  test.each(['before', 'after'])('of a web archive, captured %s the page', async (order) => {
    const record = (url: string, type: string, content: Buffer): Buffer => {
      const http = Buffer.from(`HTTP/1.1 200 OK\r\nContent-Type: ${type}\r\n\r\n`);
      const block = Buffer.concat([http, content]);
      return Buffer.concat([
        Buffer.from(
          `WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: ${url}\r\nWARC-Date: 2015-07-21T00:00:00Z\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`,
        ),
        block,
        Buffer.from('\r\n\r\n'),
      ]);
    };
    const pictures = [
      record('https://paper.example/img/a.jpg', 'image/jpeg', red),
      record('https://paper.example/img/unused.png', 'image/png', green),
    ];
    const html = record(
      'https://paper.example/salt/',
      'text/html; charset=utf-8',
      Buffer.from(
        page('<img src="../img/a.jpg" alt="السفن"><img src="../img/lost.jpg" alt="ضائعة">'),
      ),
    );
    site.write({
      'a.warc': Buffer.concat(order === 'before' ? [...pictures, html] : [html, ...pictures]),
    });
    expect(await bring('a.warc')).toMatchObject({ written: 1, pictures: 1, pictureLinks: 1 });
    expect(seed()).toContain(`![السفن](${nameOf(red, 'jpg')})`);
    expect(seed()).toContain('[ضائعة](https://paper.example/img/lost.jpg)');
    // Only what an article shows is written.
    expect(folder().filter((name) => name.startsWith('media/'))).toEqual([nameOf(red, 'jpg')]);
  });
});

test('no file outside the folder of the source is read, and nothing but pictures', async () => {
  site.write({
    'secret.jpg': red,
    'in/page.html': page(
      '<img src="../secret.jpg" alt="أ"><img src="link.jpg" alt="ب"><img src="text.jpg" alt="ج"><img src="data:image/png;base64,AAAA" alt="د"><img src="http://[" alt="ه">',
    ),
    'in/text.jpg': 'هذا نص لا صورة',
  });
  symlinkSync(site.at('secret.jpg'), site.at('in/link.jpg'));
  const result = await bring('in');
  expect(result.pictures).toBe(0);
  expect(result.diagnostics.map(({ rule }) => rule)).toContain('imported-picture-unusable');
  expect(result.diagnostics.map(({ rule }) => rule)).toContain('imported-picture-missing');
  expect(folder().filter((name) => name.startsWith('media'))).toEqual([]);
  for (const words of ['أ', 'ب', 'ج', 'د']) expect(seed()).toContain(words);
});

test('a dry run writes no picture', async () => {
  site.write({ 'page.html': page('<img src="a.jpg" alt="السفن">'), 'a.jpg': red });
  await site.run('import', '--dry-run', site.at('page.html'));
  expect(readdirSync(site.at('seeds'))).toEqual([]);
});
