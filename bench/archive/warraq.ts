import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form } from './content.ts';
import type { Contestant } from './contestant.ts';

/** A variant: the form of the content and the settings. */
interface Variant {
  readonly label: string;
  readonly form: Form;
  readonly recovery: boolean;
  /** Whether the site has search, downloads and exports, which the other generators' sites lack. */
  readonly complete: boolean;
}

/** The variants of Warraq. */
export const variants = {
  warraq: { label: 'Warraq', form: 'seeds', recovery: false, complete: false },
  whole: {
    label: 'Warraq, with search and downloads',
    form: 'seeds',
    recovery: false,
    complete: true,
  },
  recovered: {
    label: 'Warraq, recovery on every article',
    form: 'flattened',
    recovery: true,
    complete: false,
  },
  records: { label: 'Warraq, records', form: 'records', recovery: false, complete: false },
} as const satisfies Readonly<Record<string, Variant>>;

/** The name of a variant. */
export type VariantName = keyof typeof variants;

/** Settings for the field names of the shared articles' records. */
const recordFields = 'records:\n  fields:\n    text: content\n    authors: author\n';

/** Returns settings for the same kinds of pages as the other generators, with feed and sitemap. */
function settings({ form, recovery, complete: whole }: Variant): string {
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

/** An article's template of a site that adds a mark to the built-in one. */
const markedTemplate = (mark: string): string => `import { articleTemplate, html } from 'warraq';
export const article = (data, site) => html\`\${articleTemplate(data, site)}<p>${mark}</p>\`;
`;

/**
 * Returns Warraq as a contestant.
 *
 * @param program path of its command line program
 */
export function warraq(name: VariantName, program: string): Contestant {
  const variant = variants[name];
  return {
    name,
    label: variant.label,
    form: variant.form,
    contentFolder: 'seeds',
    prepareSite(site) {
      writeFileSync(join(site, 'warraq.yaml'), settings(variant));
    },
    build: ({ site, out, cache }) => ({
      program: process.execPath,
      arguments: [program, 'build', '--root', site, '--out', out, '--cache', cache, '--json'],
      folder: site,
    }),
    changeTemplate(site, mark) {
      const templates = join(site, 'templates');
      rmSync(templates, { recursive: true, force: true });
      if (mark === '') return;
      mkdirSync(templates);
      writeFileSync(join(templates, 'article.js'), markedTemplate(mark));
    },
  };
}
