import type { PageData } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import type { Html } from '../src/render/html.ts';
import { termPage } from './partials/term.ts';

/** One page of the articles of one author, newest first. */
export const author = (data: PageData['author'], site: Site): Html =>
  termPage(site.messages.author, data.term, data.listing, site);
