import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** Fewest minutes that are worth a mention. */
const minMinutes = 3;

/** The reading time of a long article; nothing for others, where it helps nobody. */
export const readingTime = (minutes: number, site: Site): Html | false =>
  minutes >= minMinutes && html`<span>${site.count(minutes, site.messages.readingTime)}</span>`;
