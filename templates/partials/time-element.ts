import type { PlainDate } from '../../src/model/date.ts';
import type { Site } from '../../src/model/site.ts';
import { escapeHtml, type Html, trusted } from '../../src/render/html.ts';

/** A date as text in a `time` element with its machine-readable form. */
export const timeElement = (date: PlainDate, site: Site): Html =>
  trusted(
    `<time datetime="${escapeHtml(site.machineDate(date))}">${escapeHtml(site.date(date))}</time>`,
  );
