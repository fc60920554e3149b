import { expect, test } from 'vitest';
import { mimePage } from '../../../src/import/mime-page.ts';

const head = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n';
const read = (text: string) => mimePage(Buffer.from(text));

test('parts are found by their address, also in parts within parts', () => {
  const page = read(
    `${head}--B\nContent-Type: multipart/alternative; boundary=C\n\n--C\nContent-Type: text/html; charset="windows-1256"\nContent-Location: https://n.example/a/b\n\n<p>x\n--C--\n--B\nContent-Location: https://n.example/a/c.png\nContent-ID: <p1>\nContent-Transfer-Encoding: base64\n\nQUJD\n--B--\n`,
  );
  expect([page?.charset, page?.url]).toEqual(['windows-1256', 'https://n.example/a/b']);
  expect(['c.png', 'cid:p1', '/x'].map((one) => String(page?.part(one)))).toEqual([
    'ABC',
    'ABC',
    'undefined',
  ]);
});

test.each([
  [
    'blanks',
    `--B\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\n\n${' '.repeat(3_000_000)}`,
  ],
  ['marks of parts', '--B\n'.repeat(1_000_000)],
  ['what is nearly a mark', '--C'.repeat(1_000_000)],
  ['parts within parts', '--B\nContent-Type: multipart/related; boundary="B"\n\n'.repeat(20_000)],
])('messages full of %s are read in linear time', (_, content) => {
  const started = performance.now();
  read(head + content);
  expect(performance.now() - started).toBeLessThan(3000);
});
