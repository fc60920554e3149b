import type { PageData } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import type { Html } from '../src/render/html.ts';
import { termIndex } from './partials/term.ts';

/** One page of the index of authors, in the order of the alphabet. */
export const authors = (data: PageData['authors'], site: Site): Html =>
  termIndex(site.messages.authors, site.messages.authorCount, data, site);
