import type { MetaTag } from '../model/page.ts';
import type { RobotsSettings } from '../model/robots.ts';

/** Returns the elements in the head of every page that say what programs may do with it. */
export function robotsTags({ search, training, policy }: RobotsSettings): readonly MetaTag[] {
  const tags: MetaTag[] = [];
  if (search === false) tags.push({ name: 'robots', content: 'noindex' });
  if (training !== undefined) {
    tags.push({ name: 'tdm-reservation', content: training ? '0' : '1' });
  }
  if (training === false && policy !== undefined)
    tags.push({ name: 'tdm-policy', content: policy });
  return tags;
}
