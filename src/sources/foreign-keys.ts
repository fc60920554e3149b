import { nameList, plainName } from './key-names.ts';
import type { YamlEntry, YamlMap, YamlValue } from './yaml/yaml-value.ts';

/**
 * What a key of another program stands for where it is not one key of ours: `categories` are topics, and the first
 * is the section; a `permalink` is an alias or an address; `settings` say how another program shows the text.
 */
export type ForeignKey = 'categories' | 'permalink' | 'settings';

/** Settings of site generators, editors and exports that say nothing of a text, as `plainName` writes them. */
const settings = `layout comments comment commentstatus weight toc tocdepth mathjax math katex mermaid template
  sidebar navorder nav navtitle navigation nextpage prevpage parent grandparent haschildren menu menus menuorder
  sticky pinned pin featured feature type kind guid dir direction readtime readingtime
  css cssclass cssclasses styles stylesheet js script scripts theme skin header footer
  sitemap robots noindex seo seotitle ogimage ogtitle twitter twitterimage socialimage share sharing
  coveralt banner thumb featuredimg gallery
  imagesmall imagethumb imagealttext objectlocation objectthumb objecttranscript displaytemplate parentid
  video audio outputs output markup mathengine highlight pagination paginate pager eleventynavigation
  eleventycomputed templateengineoverride tagscollection bibliography csl citationstyle linkcitations
  headerincludes documentclass geometry fontsize mainfont papersize linestretch numbersections linkcolor
  latitude longitude format createdby generator uid uuid order sortorder sort
  islocked edituri showdate showreadingtime hidetoc disablecomments disqus wordpress postformat postmeta meta
  authoremail authorurl authoravatar avatar linktitle slugify collection collections resources cascade
  baseheaderlevel quoteslanguage wordpressid
  pingstatus hasmath usekatex showtoc translationkey translationid translations i18n tableofcontents`;

const byName: ReadonlyMap<string, ForeignKey> = new Map([
  ...nameList(settings.replace(/\s+/g, ' ')).map((name) => [name, 'settings'] as const),
  ...nameList('categories cats postcategories', 'التصنيفات|الأقسام').map(
    (name) => [name, 'categories'] as const,
  ),
  ['permalink', 'permalink'],
]);

/** Longest key that is looked up, in UTF-16 code units. */
const maxLength = 40;

/** Tells whether a permalink is a path or an address, and no pattern (`/:year/:title/`) or word for one (`pretty`). */
function isAddress(value: YamlValue): boolean {
  if (typeof value !== 'string' || !/[/.]/.test(value)) return false;
  return !/[:{][\w:{]|[{}]/.test(value.replace(/^https?:/i, '').replace(/^(\/\/[^/:]+):\d+/, '$1'));
}

/** Returns what a key of another program stands for; undefined where it is not known. */
export function foreignKeyOf(written: string, value: YamlValue): ForeignKey | undefined {
  const key = written.length > maxLength ? undefined : byName.get(plainName(written));
  return key === 'permalink' && !isAddress(value) ? 'settings' : key;
}

/** Maps in which other programs keep a part of the metadata: Hugo, Zola, Dublin Core. */
const nested = /^(?:params|taxonomies|extra|dc|dcterms)$/i;

/** Returns a map with the entries of the maps in which other programs keep a part of the metadata. */
export function flattened(map: YamlMap): YamlMap {
  const inner = [...map].filter(([key, { value }]) => value instanceof Map && nested.test(key));
  if (inner.length === 0) return map;
  const entries = new Map<string, YamlEntry>(map);
  for (const [key, { value }] of inner) {
    entries.delete(key);
    // The same type is narrowed in a filter above.
    for (const [name, entry] of value as YamlMap) {
      if (!entries.has(name)) entries.set(name, entry);
      // Two that decide about publication both count: one has a blank at its end.
      else if (entries.get(name)?.value !== entry.value) entries.set(`${name} `, entry);
    }
  }
  return entries;
}

/** Tells whether metadata are those of a page of Jekyll, whose lists may be parted by blanks. */
export const isJekyll = (map: YamlMap, file: string): boolean =>
  map.has('layout') || /(?:^|\/)_(?:posts|drafts)\//.test(file);
