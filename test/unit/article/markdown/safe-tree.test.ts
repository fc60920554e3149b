import type { Element, Root, RootContent } from 'hast';
import { expect, test } from 'vitest';
import { safeLink, safeTree } from '../../../../src/article/markdown/safe-tree.ts';

const text = (value: string): RootContent => ({ type: 'text', value });

const element = (
  tagName: string,
  properties: Element['properties'],
  ...children: readonly RootContent[]
): Element => ({
  type: 'element',
  tagName,
  properties,
  children: children as Element['children'],
});

function print(node: RootContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return `?${node.type}`;
  const attributes = Object.entries(node.properties).map(([name, value]) => ` ${name}=${value}`);
  return `<${node.tagName}${attributes.join('')}>${node.children.map(print).join('')}</>`;
}

function safe(...children: readonly RootContent[]) {
  const dropped: string[] = [];
  const tree: Root = { type: 'root', children: [...children] };
  const html = safeTree(tree, (what) => dropped.push(what))
    .children.map(print)
    .join('');
  return { html, dropped };
}

test.each([
  'https://example.org/x',
  'http://example.org',
  'mailto:press@example.org',
  'other.html',
  '../index.html#قسم',
  '?q=a:b',
  '#a:b',
  'HTTPS://EXAMPLE.ORG',
])('the link %s is safe', (href) => {
  expect(safeLink(href)).toBe(true);
});

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  ' javascript:alert(1)',
  'vbscript:x',
  'data:text/html,x',
  'file:///etc/passwd',
  'blob:x',
  '//evil.example.net/x',
  '/\\evil.example.net',
  '\\\\evil.example.net',
  '\t//evil.example.net',
  'tel:123',
])('the link %j is unsafe', (href) => {
  expect(safeLink(href)).toBe(false);
});

test('elements that are not allowed are replaced by their text', () => {
  const tree = element(
    'p',
    {},
    element('font', {}, text('كلام')),
    element('script', {}, text('x')),
  );
  expect(safe(tree)).toEqual({ html: '<p>كلامx</>', dropped: ['<font>', '<script>'] });
});

test('attributes that are not allowed are removed', () => {
  const link = element('a', { href: 'a.html', onClick: 'x()', style: 'y', title: 'ت' }, text('ر'));
  expect(safe(link).html).toBe('<a href=a.html title=ت>ر</>');
  expect(safe(element('p', { id: 'content', className: ['x'] }, text('ن'))).html).toBe('<p>ن</>');
});

test('an element named like a property of Object.prototype is not allowed', () => {
  expect(safe(element('constructor', {}, text('ن'))).html).toBe('ن');
  expect(safe(element('__proto__', {}, text('ن'))).html).toBe('ن');
});

test('an unsafe link is replaced by its text and reported', () => {
  const link = element('a', { href: 'javascript:alert(1)' }, text('اضغط'));
  expect(safe(link)).toEqual({ html: 'اضغط', dropped: ['javascript:alert(1)'] });
});

test('an image becomes a link with its alternative text', () => {
  const image = element('img', { src: 'https://example.org/x.jpg', alt: 'ميناء' });
  expect(safe(image)).toEqual({
    html: '<a href=https://example.org/x.jpg>ميناء</>',
    dropped: ['<img>'],
  });
});

test('an image in its own address, or of another scheme, becomes its alternative text', () => {
  expect(safe(element('img', { src: 'data:image/png,x', alt: 'رسم' })).html).toBe('رسم');
  expect(safe(element('img', { src: 'javascript:x', alt: 'رسم' })).html).toBe('رسم');
  expect(safe(element('img', { src: '//example.org/x.jpg', alt: 'رسم' })).html).toBe(
    '<a href=https://example.org/x.jpg>رسم</>',
  );
});

test('an image of the archive stays, with its address, its alternative text and its title only', () => {
  const image = element('img', {
    src: 'file.png',
    alt: '',
    title: 'ميناء',
    onError: 'x',
    srcSet: 'y',
  });
  expect(safe(image)).toEqual({ html: '<img src=file.png alt= title=ميناء></>', dropped: [] });
});

test('an image inside a link becomes its alternative text', () => {
  const image = element('img', { src: 'https://example.org/x.jpg', alt: 'شعار' });
  const { html } = safe(element('a', { href: 'https://example.org/' }, image));
  expect(html.match(/<a /g)).toHaveLength(1);
  expect(html).toContain('شعار');
});

test('comments and doctypes are removed', () => {
  expect(safe({ type: 'comment', value: '-->x' }, { type: 'doctype' }).html).toBe('');
});
