import { expect, test } from 'vitest';
import { feedArticles } from '../../../src/import/feed-items.ts';

const story = 'أعلنت إدارة المرفأ أن حوض الصيانة الجديد سيبدأ العمل مطلع الشهر المقبل.';

function read(items: string, attachments?: ReadonlyMap<string, string>) {
  const reader = feedArticles('x.xml', attachments);
  const spaces =
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"';
  const xml = `<rss version="2.0" ${spaces}><channel>${items}</channel></rss>`;
  return [...reader.push(xml), ...reader.end()];
}

test('pictures that a feed names beside the text are kept, once', () => {
  const [first] = read(
    `<item><title>أ</title><description>&lt;img src="https://s.example/b-300x200.jpg"&gt; ${story}</description><enclosure url="https://s.example/a.jpg" type="image/jpeg"/><enclosure url="https://s.example/a.mp3" type="audio/mpeg"/><media:content url="https://s.example/b.jpg" medium="image"/><media:thumbnail url="https://s.example/a-150x150.jpg"/></item>`,
  );
  expect(first?.article?.metadata.images).toEqual(['https://s.example/a.jpg']);
});

test('galleries, films and sounds of WordPress are kept; what cannot be found is told', () => {
  const post = `<item><title>أ</title><content:encoded><![CDATA[${story}\n[gallery ids="7,8"]\n[video mp4="https://s.example/f.mp4"][/video]\n[gallery]]]></content:encoded><wp:post_date>1435-05-08 10:00:00</wp:post_date><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;
  const [first] = read(post, new Map([['7', 'https://s.example/seven.jpg']]));
  expect(first?.article?.body).toContain('![](https://s.example/seven.jpg)');
  expect(first?.article?.body).toContain('<https://s.example/f.mp4>');
  expect(first?.article?.metadata.hijri).toBe('1435-05-08');
  expect(first?.diagnostics).toMatchObject([
    { rule: 'import-embedded', values: { video: 1, lost: 2 } },
  ]);
});
