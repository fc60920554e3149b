import type { PlainDate } from '../../src/model/date.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** A date as text in a `time` element with its machine-readable form. */
export const timeElement = (date: PlainDate, site: Site): Html =>
  html`<time datetime="${site.machineDate(date)}">${site.date(date)}</time>`;
