import { type Random, random } from '../../hostile/fuzz/random.ts';
import { markdownShapes, repeated, type Shape } from './shapes.ts';

const separators = ['', ' ', '\n', '\n\n', '\n> ', '\n- ', '\n    ', '**', '[', '\n# '];

/** Returns a part of some shape, of up to a few hundred bytes. */
function part(from: Random): string {
  const { text } = from.pick(markdownShapes.filter(({ name }) => !name.includes('front matter')));
  return text(8 + from.below(from.below(4) === 0 ? 400 : 40));
}

/** Returns the shape of a number: parts of several shapes, joined by signs, the whole repeated up to the size. */
export function composedShape(seed: number): Shape {
  const from = random(seed);
  const parts = Array.from({ length: 2 + from.below(4) }, () => part(from) + from.pick(separators));
  const unit = parts.join('');
  return {
    name: `composition ${seed}`,
    format: from.below(4) === 0 ? 'txt' : 'md',
    text: (bytes) => repeated(unit, bytes),
  };
}
