import { expect, test } from 'vitest';
import { htmlBody } from '../../../src/import/html-body.ts';
import { placePictures } from '../../../src/import/place-pictures.ts';

test('the caption of a picture that becomes a link stays in the text', () => {
  const html =
    '<figure><img src="/a.jpg" alt="الميناء"><figcaption>الميناء [قديمًا] فجرًا</figcaption></figure><ul><li><figure><img src="/b.jpg" alt="سفينة"><figcaption>سفينة</figcaption></figure></li></ul>';
  const { body, format } = htmlBody(html, { base: 'https://n.example/x', lineEnds: 'space' });
  const placed = placePictures(
    { key: 'x', url: 'https://n.example/x', names: [], metadata: {}, body, format },
    'a.html',
  );
  expect(placed.article.body).toBe(
    '[الميناء](https://n.example/a.jpg) — الميناء \\[قديمًا\\] فجرًا\n\n- [سفينة](https://n.example/b.jpg)\n',
  );
});
