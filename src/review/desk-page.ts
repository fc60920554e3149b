import type { DeskWords } from '../model/desk-words.ts';
import type { QueueCount } from '../model/review.ts';
import { type Html, html } from '../render/html.ts';

/** What the review page is made of. */
export interface DeskInput {
  readonly words: DeskWords;
  readonly token: string;
  readonly counts: readonly QueueCount[];
  /** Links of the style sheets of the site. */
  readonly sheets: readonly string[];
}

/** Arrows along a text in Arabic. */
const forward = '←';
const backward = '→';

/** A key as it is printed: a letter of both layouts, an arrow, or a name; the script turns the arrows of a text that runs to the right. */
const key = (name: string): Html =>
  name === forward || name === backward
    ? html`<kbd data-arrow="${name === forward ? 'forward' : 'backward'}">${name}</kbd>`
    : html`<kbd dir="auto">${name}</kbd>`;

/** The keys by which programs for the blind name the buttons. */
const shortcuts = {
  ...{ accept: 'A', reject: 'R', lengthen: 'L', shorten: 'S', earlier: 'Shift+L' },
  ...{ later: 'Shift+S', next: 'N', previous: 'P', undo: 'U' },
} as const;

/** A large button of a decision. */
const decision = (action: 'accept' | 'reject', words: DeskWords, keys: readonly string[]): Html =>
  html`<button type="button" data-action="${action}" aria-keyshortcuts="${shortcuts[action]}" class="${action}"><span>${words[action]}</span> <span class="keys" aria-hidden="true">${keys.map(key)}</span></button>
`;

/** A button that moves a boundary; the arrow is that of an article in Arabic. */
const boundary = (
  action: 'lengthen' | 'shorten' | 'earlier' | 'later',
  label: string,
  words: DeskWords,
  keys: readonly string[],
): Html =>
  html`<button type="button" data-action="${action}" aria-keyshortcuts="${shortcuts[action]}" title="${words[action]}"><span>${label}</span> <span class="keys" aria-hidden="true">${keys.map(key)}</span></button>
`;

const step = (
  action: 'previous' | 'undo' | 'next',
  words: DeskWords,
  keys: readonly string[],
): Html =>
  html`<button type="button" data-action="${action}" aria-keyshortcuts="${shortcuts[action]}"><span>${words[action]}</span> <span class="keys" aria-hidden="true">${keys.map(key)}</span></button>
`;

/** Returns the buttons, each with its keys. */
function controls(words: DeskWords): Html {
  const { letters, shift, more, less } = words;
  return html`<div class="controls">
<div class="decisions">
${decision('accept', words, ['A', letters.accept, 'Enter'])}${decision('reject', words, ['R', letters.reject, 'Delete'])}</div>
<div class="boundaries" id="boundaries">
<div role="group" aria-labelledby="of-start"><span id="of-start">${words.start}</span>
${boundary('earlier', more, words, [shift, backward])}${boundary('later', less, words, [shift, forward])}</div>
<div role="group" aria-labelledby="of-end"><span id="of-end">${words.end}</span>
${boundary('shorten', less, words, [backward, 'S', letters.shorten])}${boundary('lengthen', more, words, [forward, 'L', letters.lengthen])}</div>
</div>
<div class="steps">
${step('previous', words, ['↑', 'P', letters.previous])}${step('undo', words, ['U', letters.undo])}${step('next', words, ['↓', 'N', letters.next])}</div>
</div>
`;
}

/** Returns the page on which an editor decides about headings. Its script asks the server for them. */
export function deskPage({ words, token, counts, sheets }: DeskInput): Html {
  const { language, direction, otherLanguage, otherLanguageCode } = words;
  const data = JSON.stringify({ words, token, counts });
  return html`<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${words.title}</title>
<link rel="icon" href="data:,">
${sheets.map((sheet) => html`<link rel="stylesheet" href="/${sheet}">\n`)}<link rel="stylesheet" href="review.css">
<script src="review.js" defer></script>
</head>
<body class="desk" data-state="empty" data-desk="${data}">
<header class="desk-head">
<h1>${words.title}</h1>
<p class="desk-links"><a href="/">${words.archive}</a> <a href="?lang=${otherLanguageCode}" lang="${otherLanguageCode}" hreflang="${otherLanguageCode}">${otherLanguage}</a></p>
<div class="desk-choice">
<label><span>${words.source}</span> <select id="choose-source"></select></label>
<label><span>${words.kind}</span> <select id="choose-group"></select></label>
</div>
<p class="desk-progress"><progress id="progress" max="1" value="0" aria-labelledby="progress-words"></progress> <output id="progress-words"></output></p>
</header>
<main>
<noscript><p>${words.needsScript}</p></noscript>
<article id="item" aria-live="polite" aria-atomic="true">
<p class="desk-facts"><span id="confidence"></span> <span id="verdict"></span></p>
<p id="text"></p>
<footer><span id="title"></span> <span id="source" dir="auto"></span> <span id="date"></span></footer>
</article>
<p id="empty"></p>
${controls(words)}<p id="status" role="status"></p>
</main>
</body>
</html>
`;
}
