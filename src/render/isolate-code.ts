import { type Html, html, isolateLtr } from './html.ts';

/** A run of ASCII with a letter or digit, without the punctuation around it: a key with its value, an option, a command, a day. */
const code = /(?:--?(?=\w))?[\w.~/"'<({[](?:[!-~]| (?=[!-~]))*/g;

/** The punctuation of the sentence at the end of such a run. */
const sentenceEnd = /[ .,:;!?]+$/;

/**
 * Escapes the text of an Arabic message, with each part that a computer reads (`date: 2017-12-12`, `--drafts`) isolated
 * as a whole from left to right. In prose each word of it is a run of its own, and the value would stand before the key.
 */
export function isolateCode(text: string): Html {
  const parts: (Html | string)[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(code)) {
    const run = found.replace(sentenceEnd, '');
    if (!/[A-Za-z0-9]/.test(run)) continue;
    parts.push(isolateLtr(text.slice(end, index)), html`<bdi dir="ltr">${run}</bdi>`);
    end = index + run.length;
  }
  return html`${parts}${isolateLtr(text.slice(end))}`;
}
