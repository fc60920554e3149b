import type { OwnFieldFact } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import { isolateName } from './language.ts';
import { pageLink } from './page-links.ts';
import { timeElement } from './time-element.ts';

/** One value: a date in words, a term with the link to its articles, or a text. */
function fieldValue(value: OwnFieldFact['values'][number], site: Site): Html {
  if (value.date !== undefined) return timeElement(value.date, site);
  const { name, outputPath } = value;
  return outputPath === undefined
    ? isolateName(site.numerals(name))
    : pageLink({ name, outputPath }, site);
}

/** A field of the site's own with its values: «الطبعة: الثانية». */
export const ownField = ({ field, label, values }: OwnFieldFact, site: Site): Html =>
  html`<span data-field="${field}">${isolateName(label)}: ${values.map(
    (value, i) => html`${i > 0 && site.messages.listSeparator}${fieldValue(value, site)}`,
  )}</span>`;
