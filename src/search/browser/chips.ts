import { type AddressChanges, isFacetParameter } from './address.ts';
import { element } from './element.ts';
import { spanInWords } from './typed-date.ts';
import { filled, type Numbers, type Settings } from './words.ts';

/** A filter that is set: its name, and the parameters of the address that set it. */
export interface Chip {
  readonly name: string;
  readonly parameters: readonly string[];
}

/**
 * Returns the filters that are set in an address.
 *
 * @param nameOf returns the name of a term
 */
export function chipsOf(
  query: URLSearchParams,
  settings: Settings,
  numbers: Numbers,
  nameOf: (kind: string, slug: string) => string,
): readonly Chip[] {
  const { panel } = settings;
  const chips: Chip[] = [];
  for (const [parameter, value] of query) {
    if (value === '' || !isFacetParameter(parameter)) continue;
    const kind = panel.kinds[parameter];
    const name = nameOf(parameter, value);
    chips.push({ name: kind === undefined ? name : `${kind}: ${name}`, parameters: [parameter] });
  }
  const dates = [query.get('from') ?? '', query.get('to') ?? ''] as const;
  const span = spanInWords(dates, settings, numbers);
  if (span !== '') chips.push({ name: span, parameters: ['from', 'to'] });
  if (query.get('exact') === '1') chips.push({ name: panel.exactChip, parameters: ['exact'] });
  return chips;
}

/** Returns chips as links, each of which removes its filter. */
export function chipLinks(
  chips: readonly Chip[],
  { panel }: Settings,
  link: (changes: AddressChanges) => string,
): readonly Node[] {
  if (chips.length === 0) return [];
  const without = (parameters: readonly string[]): string =>
    link(Object.fromEntries([...parameters, 'page', 'download'].map((name) => [name, ''])));
  const items = chips.map(({ name, parameters }) =>
    element(
      'li',
      {},
      element(
        'a',
        {
          class: 'chip',
          href: without(parameters),
          'aria-label': filled(panel.remove, { name }),
          'data-chip': parameters.join(' '),
        },
        element('bdi', {}, name),
        element('span', { 'aria-hidden': 'true' }, '×'),
      ),
    ),
  );
  const all = chips.flatMap(({ parameters }) => parameters);
  return [
    element('span', {}, panel.chosen),
    element('ul', {}, ...items),
    ...(chips.length > 1
      ? [element('a', { class: 'chips-clear', href: without(all) }, panel.removeAll)]
      : []),
  ];
}
