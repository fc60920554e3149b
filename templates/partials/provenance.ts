import type { Provenance, Section } from '../../src/model/article.ts';
import type { Inferred } from '../../src/model/inferred.ts';
import type { TermMention } from '../../src/model/page.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';
import type { ArticleData } from './article-data.ts';
import { isolateName } from './language.ts';
import { pageLink } from './page-links.ts';

/** Subjects, people or places, with the forms in which the text has them. */
const terms = (label: string, mentions: readonly TermMention[], site: Site) => {
  const { foundAs, listSeparator: separator, citedTitle } = site.messages;
  const evidence = ({ forms }: NonNullable<TermMention['found']>): Html =>
    html`${forms.map((form, i) => html`${i > 0 && separator}${citedTitle[0]}${isolateName(form)}${citedTitle[1]}`)}`;
  return (
    mentions.length > 0 &&
    html`<dt>${label}</dt><dd>${mentions.map(
      (mention, i) =>
        html`${i > 0 && separator}${pageLink(mention, site)}${
          mention.found !== undefined &&
          html` <span class="evidence">(${foundAs} ${evidence(mention.found)}${mention.found.times > mention.found.forms.length && html`${separator}${site.count(mention.found.times, site.messages.times)}`})</span>`
        }`,
    )}</dd>
`
  );
};

const headingList = (words: string, sections: readonly Section[], site: Site) =>
  sections.length > 0 &&
  html`<p>${words}</p>
<ul>
${sections.map(
  ({ heading, origin, confidence }) => html`<li>${isolateName(heading)}${
    origin === 'recovered' &&
    html` <span class="confidence">(${site.number(Math.round(confidence * 100))}${site.messages.direction === 'rtl' ? '٪' : '%'})</span>`
  }</li>
`,
)}</ul>
`;

/** Metadata inferred from the text, with the words that it was inferred from. */
const inferredList = (all: readonly Inferred[], { messages }: Site) => {
  const inferred = all.filter(({ from }) => from === undefined);
  const others = all.filter(({ from }) => from !== undefined);
  return html`${ofText(inferred, messages)}${others.map(({ words, from = 'path' }) => {
    const [before = '', after = ''] = messages.dateOrigins[from].split('{words}');
    return html`<p data-inferred>${before}${isolateName(words)}${after}</p>
`;
  })}`;
};

const ofText = (inferred: readonly Inferred[], messages: Site['messages']) =>
  inferred.length > 0 &&
  html`<p>${messages.inferred}</p>
<ul data-inferred>
${inferred.map(
  ({
    keys,
    words,
  }) => html`<li>${keys.map((key) => messages.inferredKeys[key]).join(messages.listSeparator)}: ${messages.citedTitle[0]}${isolateName(words)}${messages.citedTitle[1]}</li>
`,
)}</ul>
`;

/** The encoding of a text, and those of lines in other encodings. */
const encodings = ({ encoding, repairs = [] }: Provenance, site: Site): Html => {
  const others = repairs.flatMap((repair) => repair.encoding ?? []);
  return html`${[encoding, ...others].map(
    (name, i) =>
      html`${i > 0 && site.messages.listSeparator}<bdi dir="ltr">${name.replace('-bom', '').toUpperCase()}</bdi>`,
  )}`;
};

const repairList = ({ repairs = [] }: Provenance, site: Site) =>
  repairs.length > 0 &&
  html`<p>${site.messages.repaired}</p>
<ul>
${repairs.map(
  ({ kind, count }) => html`<li>${site.messages.repairs[kind]}: ${site.number(count)}</li>
`,
)}</ul>
`;

/** The subjects, people and places of an article; nothing without any. */
export function termMentions({ subjects, people, places }: ArticleData, site: Site): Html {
  const { subject, person, place } = site.messages.terms;
  return html`${
    subjects.length + people.length + places.length > 0 &&
    html`<dl class="gathered">
${terms(subject.all, subjects, site)}${terms(person.all, people, site)}${terms(place.all, places, site)}</dl>
`
  }`;
}

/**
 * The source of the text, and what the program added to it: repairs, inferred metadata, recovered headings. It is
 * closed until a reader opens it, or follows a link to `#provenance`.
 */
export function provenance(data: ArticleData, site: Site): Html {
  const {
    metadata,
    provenance: origin,
    titleDerived,
    inferred,
    sections,
    paragraphsRecovered,
    redacted,
  } = data.article;
  const { messages } = site;
  const separator = messages.listSeparator;
  return html`<aside class="provenance" aria-label="${messages.aboutText}"><details>
<summary><h2>${messages.aboutText}</h2></summary>
<dl id="provenance">
${
  metadata.url !== undefined &&
  html`<dt>${messages.originalAddress}</dt><dd><a href="${metadata.url}"><bdi dir="ltr">${metadata.url}</bdi></a></dd>
`
}<dt>${messages.file}</dt><dd><bdi dir="ltr" data-seed>${origin.path}</bdi>${
    origin.record !== undefined &&
    html`${separator}${messages.record.replace('{number}', site.number(origin.record.ordinal))}`
  }</dd>
<dt>${messages.encoding}</dt><dd>${encodings(origin, site)}</dd>
${
  origin.sha256 !== undefined &&
  html`<dt>${messages.fingerprint}</dt><dd><bdi class="fingerprint" dir="ltr">${origin.sha256}</bdi> ${messages.fingerprintUse}</dd>
`
}<dt>${messages.article.archiveVersion}</dt><dd><a href="${site.href(data.version)}" data-archive-version><bdi dir="ltr">${data.version}</bdi></a></dd>
</dl>
${
  redacted === true &&
  html`<p data-redacted>${messages.redactedNames}</p>
`
}${repairList(origin, site)}${
  titleDerived &&
  html`<p>${messages.titleDerived}</p>
`
}${inferredList(inferred, site)}${
  paragraphsRecovered > 0 &&
  html`<p>${messages.paragraphsRecovered.replace('{breaks}', site.count(paragraphsRecovered, messages.breaks))}</p>
`
}${headingList(
  messages.headingsRecovered,
  sections.filter((section) => section.origin === 'recovered'),
  site,
)}${headingList(
  messages.headingsEditor,
  sections.filter((section) => section.origin === 'editor'),
  site,
)}</details></aside>
`;
}
