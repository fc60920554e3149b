import { expect, test } from 'vitest';
import { minifyCss } from '../../../src/render/minify-css.ts';

test.each([
  ['a {\n  color: red;\n}\n', 'a{color: red;}'],
  ['a , b\n{ }', 'a,b{}'],
  ['/* one */ a /* two */ { /* three */ }', 'a{}'],
  ['/* ** / * **/ a > b { margin: 1px 2px }', 'a > b{margin: 1px 2px}'],
  ['.a/* und */.b :hover {}', '.a/**/.b :hover{}'],
  ['a { width: calc(1px + 2 * (3px - 1px)) }', 'a{width: calc(1px + 2 * (3px - 1px))}'],
  ['a::before { content: "  «  ; { /* */ \\"  " }', 'a::before{content: "  «  ; { /* */ \\"  "}'],
  [
    "a { background: url('x  y.png') , url(a,b;c.png) }",
    "a{background: url('x  y.png'),url(a,b;c.png)}",
  ],
  ['', ''],
])('%j becomes %j', (css, squeezed) => {
  expect(minifyCss(css)).toBe(squeezed);
  expect(minifyCss(squeezed)).toBe(squeezed);
});
