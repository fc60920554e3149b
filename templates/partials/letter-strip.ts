import type { IndexLetter, LetterGroup } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { termCounts } from './counts.ts';

/** The fragment of a letter's heading: the letter itself, so that an address can be read. */
const fragmentOf = (letter: string): string => (letter === '' ? 'other' : letter);

/** Returns what stands for a letter: the site's digits for names that begin with one. */
function labelOf(letter: string, site: Site): string {
  if (letter === '') return site.messages.index.otherLetters;
  return letter === '0' ? `${site.number(0)}–${site.number(9)}` : letter;
}

/** Links to the letters of an index, on whichever page they begin; nothing where it is not divided. */
export const letterStrip = (letters: readonly IndexLetter[], site: Site): Html | false =>
  letters.length > 0 &&
  html`<nav class="letters" aria-label="${site.messages.index.letters}">${letters.map(
    ({ letter, outputPath }) =>
      html`<a href="${site.href(outputPath)}#${encodeURIComponent(fragmentOf(letter))}">${labelOf(letter, site)}</a> `,
  )}</nav>
`;

/** The terms of each letter with their numbers of articles and years, under the letter. */
export const letterGroups = (
  groups: readonly LetterGroup[],
  site: Site,
): Html => html`<div class="letter-groups">
${groups.map(
  ({ letter, terms }) => html`<section>
<h2 id="${fragmentOf(letter)}">${labelOf(letter, site)}</h2>
${termCounts(terms, site, true)}</section>
`,
)}</div>
`;
