import type { HeldState } from '../../src/model/publication.ts';
import type { Site } from '../../src/model/site.ts';
import { type Html, html } from '../../src/render/html.ts';

/** The label of an article that is held back, in a site that shows such articles; nothing for others. */
export const heldLabel = (held: HeldState | undefined, site: Site): Html | false =>
  held !== undefined &&
  html`<strong class="held-label" data-held="${held}">${site.messages.held[held]}</strong> `;
