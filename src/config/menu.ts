import {
  type HomePart,
  homePartNames,
  type MenuEntry,
  type MenuTarget,
  menuIndexes,
  type OwnPage,
} from '../model/own-page.ts';
import type { TermKind } from '../model/term-kind.ts';
import { isWebUrl } from '../sources/metadata-forms.ts';
import type { YamlMap, YamlValue } from '../sources/yaml/read-yaml.ts';
import type { Inspector } from './check.ts';

/** A path in `dist/`: names without a leading dot, the last with an ending. */
const outputPathForm = /^(?:[^./\s\\][^/\s\\]*\/)*[^./\s\\][^/\s\\]*\.[a-z\d]{1,8}$/i;

/** Returns what a name of the menu means; undefined where it means nothing. */
function menuTarget(name: YamlValue, pages: ReadonlySet<string>): MenuTarget | undefined {
  if (typeof name !== 'string') return undefined;
  const written = name.normalize('NFC').trim();
  if (pages.has(written)) return { page: written };
  const index = menuIndexes.find((known) => known === written);
  if (index !== undefined) return { index };
  if (isWebUrl(written)) return { url: written };
  return outputPathForm.test(written) ? { outputPath: written } : undefined;
}

/** Returns the entries that an item of the list means: `about`, or `{عنوان: about}`; undefined where one means nothing. */
function menuEntries(
  item: YamlValue,
  pages: ReadonlySet<string>,
): readonly MenuEntry[] | undefined {
  if (item instanceof Map) {
    const entries = [...(item as YamlMap)].map(([title, { value }]): MenuEntry | undefined => {
      const target = menuTarget(value, pages);
      return target && title.trim() !== ''
        ? { title: title.normalize('NFC').trim(), target }
        : undefined;
    });
    const found = entries.filter((entry) => entry !== undefined);
    return found.length === entries.length ? found : undefined;
  }
  const target = menuTarget(item, pages);
  // An address and a path have no words of their own.
  return target === undefined || 'url' in target || 'outputPath' in target
    ? undefined
    : [{ target }];
}

/** An entry as a message quotes it. */
function textOf(value: YamlValue): string {
  if (typeof value === 'string') return value;
  if (!(value instanceof Map)) return '…';
  return [...value]
    .map(([words, { value: target }]) => `${words}: ${typeof target === 'string' ? target : '…'}`)
    .join(', ');
}

/** Returns the names of own pages, as the settings name them. */
const namesOf = (pages: readonly OwnPage[]): ReadonlySet<string> =>
  new Set(pages.map(({ name }) => name));

/**
 * Reads the entries of the menu in the settings.
 *
 * @param map the settings
 * @returns undefined where they have none: the menu then has the site's own pages
 */
export function readMenu(
  map: YamlMap,
  pages: readonly OwnPage[],
  inspector: Inspector,
): readonly MenuEntry[] | undefined {
  const entry = map.get('menu');
  if (entry === undefined) return undefined;
  const names = namesOf(pages);
  const items: readonly YamlValue[] = Array.isArray(entry.value) ? entry.value : [entry.value];
  return items.flatMap((item: YamlValue) => {
    const found = menuEntries(item, names);
    if (found !== undefined) return found;
    const expected = [...names, ...menuIndexes, '{عنوان: https://example.org/}'].join(', ');
    inspector.reportValue('menu', textOf(item), expected, entry.line);
    return [];
  });
}

/** Kinds of terms by the names that metadata and menu give them. */
const termNames: ReadonlyMap<string, TermKind> = new Map([
  ['sources', 'source'],
  ['sections', 'section'],
  ['topics', 'subject'],
  ['authors', 'author'],
  ['people', 'person'],
  ['places', 'place'],
]);

/**
 * Reads the parts of the front page in the settings, in their order.
 *
 * @param map the settings
 * @returns undefined where they have none
 */
export function readHomeParts(
  map: YamlMap,
  pages: readonly OwnPage[],
  inspector: Inspector,
): readonly HomePart[] | undefined {
  const entry = map.get('home');
  if (entry === undefined) return undefined;
  const names = namesOf(pages);
  const items: readonly YamlValue[] = Array.isArray(entry.value) ? entry.value : [entry.value];
  const seen = new Set<string>();
  return items.flatMap((item: YamlValue): HomePart[] => {
    const name = typeof item === 'string' ? item.normalize('NFC').trim() : '';
    const terms = termNames.get(name);
    const part =
      homePartNames.find((known) => known === name) ??
      (terms === undefined ? undefined : { terms }) ??
      (names.has(name) ? { page: name } : undefined);
    if (part !== undefined && !seen.has(name)) {
      seen.add(name);
      return [part];
    }
    const expected = [...homePartNames, ...termNames.keys(), ...names].join(', ');
    inspector.reportValue('home', textOf(item), expected, entry.line);
    return [];
  });
}
