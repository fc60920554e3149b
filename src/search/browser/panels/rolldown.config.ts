import type { RolldownOptions } from 'rolldown';
import options from '../rolldown.config.ts';

/** Options of rolldown for the second script of the search page, as for the first. */
export default {
  ...options,
  input: 'src/search/browser/panels/main.ts',
} satisfies RolldownOptions;
