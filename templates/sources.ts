import type { PageData } from '../src/model/page.ts';
import type { Site } from '../src/model/site.ts';
import type { Html } from '../src/render/html.ts';
import { termIndex } from './partials/term.ts';

/** One page of the index of sources, in the order of the alphabet. */
export const sources = (data: PageData['sources'], site: Site): Html =>
  termIndex(site.messages.sources, site.messages.sourceCount, data, site);
