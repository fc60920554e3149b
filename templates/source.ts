import type { PageData } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import type { Html } from '../src/render/html.ts';
import { termPage } from './partials/term.ts';

/** One page of the articles of one source, newest first. */
export const source = (data: PageData['source'], site: Site): Html =>
  termPage(site.messages.source, data.term, data.listing, site);
