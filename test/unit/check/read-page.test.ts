import { expect, test } from 'vitest';
import { readPage } from '../../../src/check/read-page.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;

test('ids are collected, and duplicates reported', () => {
  const { ids, duplicates } = readPage(page('<p id="أ"><b id="ب"></b></p><p id="أ">'));
  expect([...ids].sort()).toEqual(['أ', 'ب']);
  expect(duplicates).toEqual(['أ']);
});

test('links are the href of a elements, in the order of the page', () => {
  expect(readPage(page('<a href="a.html">١</a><a name="x">٢</a><a href="#b">٣</a>')).links).toEqual(
    ['a.html', '#b'],
  );
});

test('requests are the URLs that a browser fetches with the page', () => {
  const head =
    '<link rel="stylesheet" href="s.css"><link rel="canonical" href="https://x.example/">' +
    '<link rel="preload" as="font" href="f.woff2"><link rel="icon" href="i.png">';
  const body =
    '<img src="a.png" srcset="b.png 2x"><video poster="p.jpg" src="v.mp4"></video>' +
    '<script src="x.js"></script><iframe src="https://evil.example.net/"></iframe>';
  expect([...readPage(page(body, head)).requests].sort()).toEqual(
    'a.png b.png f.woff2 https://evil.example.net/ i.png p.jpg s.css v.mp4 x.js'.split(' '),
  );
});

test('every URL of a srcset is a request', () => {
  const { requests } = readPage(page('<img srcset="a.png 1x, https://evil.example.net/b.png 2x">'));
  expect(requests).toContain('https://evil.example.net/b.png');
});

test('inline scripts, styles and handlers are reported; data blocks are not', () => {
  const body =
    '<script>1</script><style>p{}</style><p onclick="x()" style="color:red">' +
    '<script type="application/ld+json">{}</script><svg onload="x"/>';
  expect([...readPage(page(body)).inline].sort()).toEqual([
    '<script>',
    '<style>',
    'p onclick',
    'p style',
    'svg onload',
  ]);
});

test('escaped markup in text and attributes is ignored', () => {
  const facts = readPage(page('<p title="<script>x</script>">&lt;a href="x"&gt;</p>'));
  expect(facts).toMatchObject({ links: [], inline: [], requests: [] });
});

test('a javascript: link is reported as script', () => {
  expect(readPage(page('<a href="javascript:alert(1)">x</a>')).inline).not.toEqual([]);
});

test('a page of 300,000 elements is read without a stack overflow', () => {
  expect(readPage(page('<b></b>'.repeat(300_000))).links).toEqual([]);
});
