import type { Site } from '../src/model/site.ts';
import { type Html, html } from '../src/render/html.ts';

/** What the page at an old address shows. */
export interface MovedData {
  /** Output path of the page to which it leads. */
  readonly target: string;
  /** Whether it is the newest page of a list of articles. */
  readonly isList?: boolean;
}

/**
 * The document at an old address of an article. It leads browsers to the new one without a script, also from a
 * disk, and holds nothing of the article: neither its title nor its old address.
 */
export function moved({ target, isList = false }: MovedData, site: Site): Html {
  const { messages } = site;
  const link = site.href(target);
  const canonical = site.address(target) ?? link;
  return html`<!doctype html>
<html lang="${messages.language}" dir="${messages.direction}" data-digits="${site.digits}">
<head>
<meta charset="utf-8">
<meta http-equiv="refresh" content="0; url=${link}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${messages.movedTitle} – ${site.name}</title>
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<link rel="canonical" href="${canonical}">
${site.styles.map(
  (outputPath) => html`<link rel="stylesheet" href="${site.href(outputPath)}">
`,
)}</head>
<body class="page-moved">
<main id="content">
<header class="front">
<h1>${messages.movedTitle}</h1>
<p class="front-purpose">${isList ? messages.lists.moved : messages.movedText}</p>
<p class="more"><a href="${link}">${isList ? messages.lists.newest : messages.movedLink}</a></p>
</header>
</main>
</body>
</html>
`;
}
