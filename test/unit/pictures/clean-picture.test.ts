import { imageSize } from 'image-size';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { cleanPicture } from '../../../src/pictures/clean-picture.ts';
import { PictureError } from '../../../src/pictures/picture-bytes.ts';
import { pictureKindOf } from '../../../src/pictures/picture-kind.ts';
import { bombPng, pictureSecret, samplePicture } from '../../support/sample-pictures.ts';

const cleaned = (bytes: Uint8Array): Buffer => Buffer.concat(cleanPicture(bytes).parts);

/** Returns why bytes are refused. */
function faultOf(bytes: Uint8Array): string {
  try {
    cleanPicture(bytes);
  } catch (error) {
    if (error instanceof PictureError) return `${error.problem} ${error.detail}`.trim();
    throw error;
  }
  return 'none';
}

const formats = ['jpeg', 'png', 'webp', 'gif', 'avif'] as const;

describe.each(formats)('%s', (format) => {
  test.each([1, 3, 6, 8])(
    'loses its metadata and no pixel, with orientation %d',
    async (orientation) => {
      const original = await samplePicture(format, { orientation });
      const { kind, width, height } = cleanPicture(original);
      const published = cleaned(original);
      expect(kind).toBe(format);
      expect(published.toString('latin1')).not.toContain(pictureSecret);
      expect((await sharp(published).metadata()).exif?.toString('latin1') ?? '').not.toContain(
        'GPS',
      );
      const pixels = (bytes: Buffer): Promise<Buffer> => sharp(bytes).autoOrient().raw().toBuffer();
      expect(await pixels(published)).toEqual(await pixels(original));
      const shown = await sharp(original).autoOrient().toBuffer({ resolveWithObject: true });
      expect([width, height]).toEqual([shown.info.width, shown.info.height]);
      // Its stored size, as another reader finds it.
      const stored = imageSize(published);
      expect([stored.width, stored.height].sort()).toEqual([width, height].sort());
      expect(cleaned(published)).toEqual(published);
    },
  );

  test('is refused where it ends early, at any length', async () => {
    const whole = await samplePicture(format);
    const lengths = [20, 40, Math.floor(whole.length / 2), whole.length - 30];
    for (const length of lengths)
      expect(faultOf(whole.subarray(0, length)), `${length}`).toMatch(/^(?:cut|damaged)$/);
  });

  test('is never read beyond its end or for ever, whatever is broken in it', async () => {
    const whole = await samplePicture(format);
    for (let at = 4; at < Math.min(whole.length, 700); at += 3) {
      const broken = Buffer.from(whole);
      broken[at] = (broken[at] ?? 0) ^ 0xff;
      expect(faultOf(broken)).toBeDefined();
    }
  });
});

test('the colour profile stays', async () => {
  for (const format of ['jpeg', 'png', 'webp'] as const) {
    const original = await sharp({
      create: { width: 20, height: 20, channels: 3, background: '#a33' },
    })
      .withIccProfile('p3')
      .toFormat(format)
      .toBuffer();
    expect((await sharp(cleaned(original)).metadata()).icc, format).toEqual(
      (await sharp(original).metadata()).icc,
    );
  }
});

test('bytes after the end of a picture are left out', async () => {
  for (const format of ['jpeg', 'png', 'gif'] as const) {
    const film = Buffer.concat([await samplePicture(format), Buffer.from('ftypmp4 FILM')]);
    expect(cleaned(film).toString('latin1'), format).not.toContain('FILM');
  }
});

test('an animation stays one', async () => {
  const frames = await sharp(
    await Promise.all(['#a00', '#0a0'].map((colour) => samplePicture('png', { colour }))),
    { join: { animated: true } },
  )
    .gif({ loop: 0 })
    .toBuffer();
  expect((await sharp(cleaned(frames), { animated: true }).metadata()).pages).toBe(2);
});

test('what is no picture that browsers show is refused with the reason', async () => {
  const tiff = await samplePicture('tiff');
  expect(faultOf(Buffer.alloc(0))).toBe('empty');
  expect(faultOf(Buffer.from('\n<!DOCTYPE html><html><body>404'))).toBe('no-picture html');
  expect(faultOf(Buffer.from('قال الوزير'))).toBe('no-picture other');
  expect(faultOf(Buffer.from('%PDF-1.7'))).toBe('no-picture pdf');
  expect(faultOf(tiff)).toBe('kind TIFF');
  expect(faultOf(bombPng(40_000, 40_000))).toBe('pixels 40000×40000');
  expect(faultOf(bombPng(0, 40))).toBe('damaged');
});

describe('drawings', () => {
  const draw = (inside: string, attributes = ''): string =>
    cleaned(
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`),
    ).toString();

  test.each([
    ['a script', '<script>alert(1)</script><rect width="9"/>'],
    ['an event', '<rect onclick="alert(1)" width="9"/>'],
    ['a foreign element', '<foreignObject><body>x</body></foreignObject><rect width="9"/>'],
    ['a link that runs', '<a href="javascript:alert(1)"><rect width="9"/></a>'],
    ['an external picture', '<image href="https://evil.example/x.png"/><rect width="9"/>'],
    [
      'an external style',
      '<style>@import url(https://evil.example/x.css);</style><rect width="9"/>',
    ],
    ['an external paint', '<rect width="9" fill="url(https://evil.example/x#a)"/>'],
    ['an escaped address', '<rect width="9" style="fill:\\75rl(https://evil.example/x)"/>'],
    [
      'an animated address',
      '<a><set attributeName="href" to="javascript:alert(1)"/><rect width="9"/></a>',
    ],
    [
      'an import after an element in a style',
      '<style><g/>@import "https://evil.example/x.css";</style><rect width="9"/>',
    ],
    [
      'an external set of pictures',
      '<rect width="9"/><rect style=\'fill:image-set("https://evil.example/x" 1x)\'/>',
    ],
    [
      'a comment and metadata',
      '<!-- evil.example --><metadata>evil.example</metadata><rect width="9"/>',
    ],
  ])('%s is left out, the drawing stays', (_, inside) => {
    const drawing = draw(inside);
    expect(drawing).not.toMatch(/alert|evil|foreignObject|script/);
    expect(drawing).toContain('<rect width="9"');
  });

  test('a picture in a drawing loses its metadata, a font stays', async () => {
    const embedded = (await samplePicture('jpeg')).toString('base64');
    const drawing = draw(
      `<style>@font-face{src:url("data:font/woff2;base64,AAAA")}</style><image href="data:image/jpeg;base64,${embedded}"/><rect fill="url(data:image/png;base64,eA==)"/>`,
    );
    const [, inner = ''] = /href="data:image\/jpeg;base64,([^"]+)"/.exec(drawing) ?? [];
    expect(Buffer.from(inner, 'base64').subarray(0, 2).toString('hex')).toBe('ffd8');
    expect(Buffer.from(inner, 'base64').toString('latin1')).not.toContain(pictureSecret);
    expect(drawing).toContain('font/woff2');
    expect(drawing).toContain('<rect></rect>');
  });

  test('what is drawn stays as it is', () => {
    const inside =
      '<defs><linearGradient id="g"><stop offset="0" stop-color="#a00"></stop></linearGradient></defs><text x="5" direction="rtl">عدن &amp; «الميناء» &lt;</text><use href="#g"></use><rect fill="url(#g)" width="9"></rect>';
    expect(draw(inside)).toBe(
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">${inside}</svg>\n`,
    );
  });

  test.each([
    ['width="120" height="80"', [120, 80]],
    ['viewBox="0 0 300 100"', [300, 100]],
    ['width="10cm" viewBox="0 0 2 1"', [378, 189]],
    ['width="100%" height="100%" viewBox="0 0 40 30"', [40, 30]],
    ['', [300, 150]],
  ])('the size of %s', (attributes, size) => {
    const { width, height } = cleanPicture(
      Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${attributes}><rect/></svg>`),
    );
    expect([width, height]).toEqual(size);
  });

  test('entities of a drawing program are read, those that grow are not', () => {
    const svg = (doctype: string, text: string): Buffer =>
      Buffer.from(
        `<?xml version="1.0"?><!DOCTYPE svg [${doctype}]><svg xmlns="http://www.w3.org/2000/svg"><text>${text}</text></svg>`,
      );
    expect(cleaned(svg('<!ENTITY ns "عدن">', '&ns;')).toString()).toContain('<text>عدن</text>');
    const bomb = '<!ENTITY a "xx"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">';
    expect(faultOf(svg(bomb, '&b;'))).toBe('drawing');
    expect(faultOf(svg(bomb, '&c;'))).toBe('drawing');
    const long = `<!ENTITY a "${'x'.repeat(400)}">`;
    expect(faultOf(svg(long, '&a;'.repeat(50_000)))).toBe('bytes 20000000');
    expect(faultOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><rect></svg>'))).toBe(
      'drawing',
    );
    expect(
      faultOf(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${'<g>'.repeat(9000)}`)),
    ).toBe('drawing');
  });
});

test('a JPEG loses the thumbnail of its first segment and segments of unknown markers', async () => {
  const jpeg = await samplePicture('jpeg', { orientation: 1 });
  const thumbnail = Buffer.from('thumbnail'.padEnd(48, '.'));
  const head = Buffer.from('ffe00040 4a4649460001010000010001 0404'.replaceAll(' ', ''), 'hex');
  const odd = Buffer.from('ff10000a7265736572766564', 'hex');
  const published = cleaned(
    Buffer.concat([jpeg.subarray(0, 2), head, thumbnail, odd, jpeg.subarray(2)]),
  );
  expect(published.toString('latin1')).not.toMatch(/thumbnail|reserved/);
  expect(published.subarray(2, 6).toString('hex')).toBe('ffe00010');
  expect((await sharp(published).metadata()).format).toBe('jpeg');
});

test('a GIF is as large as its first picture, where its screen is smaller', async () => {
  const gif = Buffer.from(await samplePicture('gif'));
  gif.writeUInt16LE(1, 6);
  expect(cleanPicture(gif).width).toBeGreaterThan(1);
});

test('a kind is told by the bytes', () => {
  expect(pictureKindOf(Buffer.from('<?xml version="1.0"?>\n<!-- a --><svg xmlns="x">'))).toBe(
    'svg',
  );
  expect(pictureKindOf(Buffer.from('<p><svg>'))).toBe('html');
  expect(pictureKindOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'))).toBe('heif');
});
