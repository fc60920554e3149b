import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Form } from './content.ts';
import type { Contestant } from './contestant.ts';

/** A form of content and what is done with it. */
interface Variant {
  readonly label: string;
  readonly form: Form;
  readonly recovery: boolean;
  /** Whether the archive is searched, and can be taken away in all forms: no peer's is. */
  readonly whole: boolean;
}

/** Warraq's ways to take the same archive. */
export const variants = {
  warraq: { label: 'Warraq', form: 'seeds', recovery: false, whole: false },
  whole: {
    label: 'Warraq, with search and downloads',
    form: 'seeds',
    recovery: false,
    whole: true,
  },
  recovered: {
    label: 'Warraq, recovery on every article',
    form: 'flattened',
    recovery: true,
    whole: false,
  },
  records: { label: 'Warraq, records', form: 'records', recovery: false, whole: false },
} as const satisfies Readonly<Record<string, Variant>>;

/** One of Warraq's ways. */
export type VariantName = keyof typeof variants;

/** The field of a record that holds the text has the shared articles' name, which is not Warraq's. */
const recordFields = 'records:\n  fields:\n    text: content\n    authors: author\n';

/** Settings under which Warraq makes the same kinds of pages as the peers, a feed and a sitemap with them. */
function settings({ form, recovery, whole }: Variant): string {
  const state = recovery
    ? { headings: 'cautious', paragraphs: 'on' }
    : { headings: 'off', paragraphs: 'off' };
  return `name: أرشيف الصحف
baseUrl: https://archive.example.org/
recovery:
  headings: ${state.headings}
  paragraphs: ${state.paragraphs}
${whole ? '' : 'search: off\ndownloads: []\nexports: []\n'}${form === 'records' ? recordFields : ''}`;
}

/**
 * Returns Warraq as a contestant.
 *
 * @param root the repository whose command line is run
 */
export function warraq(name: VariantName, root: string): Contestant {
  const variant = variants[name];
  const program = realpathSync(join(root, 'src/cli/warraq.js'));
  const ours = pathToFileURL(realpathSync(join(root, 'templates/article.ts'))).href;
  return {
    name,
    label: variant.label,
    form: variant.form,
    content: 'seeds',
    furnish(site) {
      writeFileSync(join(site, 'warraq.yaml'), settings(variant));
    },
    build: ({ site, out, cache }) => ({
      program: process.execPath,
      arguments: [program, 'build', '--root', site, '--out', out, '--cache', cache, '--json'],
      folder: site,
    }),
    retemplate(site, mark) {
      const templates = join(site, 'templates');
      rmSync(templates, { recursive: true, force: true });
      if (mark === '') return;
      mkdirSync(templates);
      // Around the template of the program that is run, whatever that shows.
      const template = `import { html } from 'warraq';
import { article as ours } from '${ours}';
export const article = (data, site) => html\`\${ours(data, site)}<p>${mark}</p>\`;
`;
      writeFileSync(join(templates, 'article.js'), template);
    },
  };
}
