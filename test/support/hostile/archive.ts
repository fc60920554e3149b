import { readdirSync } from 'node:fs';
import { normalForm } from '../../../src/arabic/normal-form.ts';
import type { BuildResult } from '../../../src/pipeline/build-options.ts';
import { removeInvisible } from '../../../src/sources/repair/invisible.ts';
import { repairPresentationForms } from '../../../src/sources/repair/presentation-forms.ts';
import {
  findAll,
  hasAttribute,
  type Node,
  named,
  parsePage,
  readText,
  textContent,
} from '../dom.ts';
import type { Files } from '../temporary-folder.ts';
import { temporarySite } from '../temporary-site.ts';
import { auditArchive } from './audit.ts';

/** An archive that was built of hostile seeds. */
export interface HostileArchive {
  readonly root: string;
  readonly dist: string;
  readonly result: BuildResult;
  /** All that no template of the archive writes, by file. */
  readonly errors: readonly string[];
  /** Returns the diagnostics of a seed, each as `severity rule`. */
  readonly diagnostics: (seed: string) => readonly string[];
  readonly page: (place: string) => Node;
  readonly text: (place: string) => string;
}

/** Builds an archive of hostile seeds, given by their paths below `seeds/`, in a temporary folder. */
export async function buildArchive(
  seeds: Files,
  prepare: (root: string) => void = () => {},
): Promise<HostileArchive> {
  const sown = Object.entries(seeds).map(([path, content]) => [`seeds/${path}`, content] as const);
  const site = temporarySite({
    'warraq.yaml': 'name: أرشيف\nbaseUrl: https://example.org/a/\n',
    ...Object.fromEntries(sown),
  });
  const { root, dist } = site;
  prepare(root);
  const result = await site.build();
  const outside = readdirSync(root).filter(
    (name) => !['.cache', 'dist', 'seeds', 'warraq.yaml'].includes(name),
  );
  return {
    root,
    dist,
    result,
    errors: [...auditArchive(dist), ...outside.map((name) => `${name}: outside of dist`)],
    diagnostics: (seed) =>
      result.diagnostics
        .filter(({ file }) => file === seed)
        .map(({ severity, rule }) => `${severity} ${rule}`),
    page: (place) => parsePage(site.read(`dist/${place}`)),
    text: (place) => site.read(`dist/${place}`),
  };
}

/** Returns the visible text of an article: title, metadata, text, headings. */
export const shownIn = (page: Node): string => named(page, 'article').map(textContent).join(' ');

/** Returns the text of an article: its lead and sections. */
export const proseOf = (page: Node): string =>
  findAll(
    page,
    (element) => hasAttribute(element, 'data-lead') || hasAttribute(element, 'data-section'),
  )
    .map(readText)
    .join(' ');

/**
 * Returns the characters of a text that must not be lost, without white space and invisible characters;
 * presentation forms count as their letters, to which they are repaired.
 */
export const letters = (text: string): string =>
  normalForm(removeInvisible(repairPresentationForms(text).text).text).replace(
    /[\s\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]+/gu,
    '',
  );

/** Returns a text with front matter whose values are quoted. */
export function seed(metadata: Readonly<Record<string, string | readonly string[]>>, text: string) {
  const lines = Object.entries(metadata).map(
    ([key, value]) => `${key}: ${JSON.stringify(value)}\n`,
  );
  return `---\n${lines.join('')}---\n${text}`;
}
