import { isUsableName } from '../arabic/name-forms.ts';
import { nameMatcher } from '../arabic/name-matcher.ts';
import { permalinkTokens } from '../article/permalink.ts';
import { regions } from '../calendar/regions.ts';
import { languages } from '../i18n/languages.ts';
import { isSafeName } from '../model/article-id.ts';
import type { Config } from '../model/config.ts';
import type { Outcome } from '../model/diagnostic.ts';
import { downloadChoices, exportForms } from '../model/download.ts';
import type { OwnPage } from '../model/own-page.ts';
import { redirectHosts } from '../model/redirect.ts';
import { dateOrders } from '../sources/date-order-key.ts';
import { readRedact } from '../sources/privacy-metadata.ts';
import type { YamlMap } from '../sources/yaml/read-yaml.ts';
import { readAsOf } from './as-of.ts';
import { type Check, inspector, oneOf, someOf, text } from './check.ts';
import { defineConfig } from './define.ts';
import { readEncodings } from './encodings.ts';
import { feedback } from './feedback.ts';
import { readFields } from './fields.ts';
import { readFolders } from './folders.ts';
import { readHomeParts, readMenu } from './menu.ts';
import { pictureKeys, readPictureSizes } from './pictures.ts';
import { readRecordSettings, recordKeys } from './records.ts';
import { readRobots, robotsExample } from './robots.ts';
import { readSiteHtml, siteHtmlKeys } from './site-html.ts';
import { readTheme, themeKeys } from './theme.ts';

const region: Check<string> = (value) => {
  const code = typeof value === 'string' ? value.replace(/^ar-/i, '').toUpperCase() : '';
  return Object.hasOwn(regions, code)
    ? { value: code }
    : { expected: Object.keys(regions).join(', ') };
};

const baseUrl: Check<string> = (value) => {
  const url = typeof value === 'string' ? URL.parse(value) : null;
  const isPlain =
    url !== null && [url.search, url.hash, url.username, url.password].every((part) => part === '');
  if (url === null || !isPlain || !/^https?:$/.test(url.protocol)) {
    return { expected: 'https://example.org/archive/' };
  }
  return { value: url.href.endsWith('/') ? url.href : `${url.href}/` };
};

/** The day on which the archive is shown. */
const asOf: Check<string> = (value) => {
  const day = typeof value === 'string' ? readAsOf(value) : undefined;
  return day === undefined ? { expected: '2026-11-28, today' } : { value: day };
};

/** A permalink pattern must name the article and stay inside `dist/`. */
const permalink: Check<string> = (value) => {
  const expected = `articles/{id}.html (${permalinkTokens.map((token) => `{${token}}`).join(' ')})`;
  if (typeof value !== 'string') return { expected };
  const literal = value.replace(/\{([a-z]+)\}/g, (token, name: string) =>
    (permalinkTokens as readonly string[]).includes(name) ? 'x' : token,
  );
  const isPattern = /^(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*\.html$/.test(
    literal,
  );
  const isSafe = literal.split('/').every(isSafeName);
  return isPattern && isSafe && /\{(?:id|slug)\}/.test(value) ? { value } : { expected };
};

/** Names that can be looked for. */
const names: Check<readonly string[]> = (value) => {
  const found = readRedact(value);
  return found.every(isUsableName) ? { value: found } : { expected: '[محمد علي, Jane Smith]' };
};

const sensitivity = oneOf('cautious', 'balanced', 'eager', 'off');
const onOff = oneOf('on', 'off');

const keys = [
  ...['name', 'description', 'language', 'region', 'baseUrl', 'ids', 'permalink', 'recovery'],
  ...['addresses', 'redirects', 'gone'],
  ...['records', 'downloads', 'exports', 'search', 'look', 'encodings', 'folders', 'redact'],
  ...['asOf', 'dates', 'menu', 'home', ...siteHtmlKeys],
  ...['rights', 'license', 'robots', 'fields', 'pictures', 'feedback'],
];
const recoveryKeys = ['headings', 'paragraphs', 'metadata'];

/**
 * Validates a site's settings and fills in the defaults. Every error has its line: settings are
 * trusted.
 *
 * @param map the map of `warraq.yaml`; empty where there is none
 * @param pages the site's own pages
 */
export function readConfig(
  map: YamlMap,
  file: string,
  pages: readonly OwnPage[] = [],
): Outcome<Config> {
  const settingsInspector = inspector(file);
  const { checked, mapOf, reportUnknownKeys, report, diagnostics } = settingsInspector;
  reportUnknownKeys(map, keys, '');
  const recovery = mapOf(map, 'recovery', recoveryKeys.join(', '));
  reportUnknownKeys(recovery, recoveryKeys, 'recovery.');
  const given = {
    name: checked(map, 'name', text),
    description: checked(map, 'description', text),
    language: checked(map, 'language', oneOf(...languages.map(({ site }) => site.language))),
    region: checked(map, 'region', region),
    baseUrl: checked(map, 'baseUrl', baseUrl),
    ids: checked(map, 'ids', oneOf('name', 'path')),
    permalink: checked(map, 'permalink', permalink),
    rights: checked(map, 'rights', text),
    license: checked(map, 'license', text),
    feedback: checked(map, 'feedback', feedback),
  };
  const addresses = checked(map, 'addresses', onOff);
  const headings = checked(recovery, 'headings', sensitivity, 'recovery.headings');
  const paragraphs = checked(recovery, 'paragraphs', onOff, 'recovery.paragraphs');
  const metadata = checked(recovery, 'metadata', onOff, 'recovery.metadata');
  const dates = mapOf(map, 'dates', '{order: dmy}');
  reportUnknownKeys(dates, ['order'], 'dates.');
  const search = checked(map, 'search', onOff);
  const fields = readFields(mapOf(map, 'fields', '{edition: text}'), settingsInspector);
  const records = readRecordSettings(
    mapOf(map, 'records', recordKeys.join(', ')),
    fields,
    settingsInspector,
  );
  const sizes = readPictureSizes(mapOf(map, 'pictures', pictureKeys.join(', ')), settingsInspector);
  const redact = checked(map, 'redact', names) ?? [];
  const { has } = nameMatcher(redact);
  for (const key of ['name', 'description', 'rights', 'license', 'feedback'] as const) {
    const value = given[key] ?? '';
    if (!has(value)) continue;
    const line = map.get(key)?.line ?? 1;
    report({ rule: 'redact-setting', severity: 'error', file, line, values: { key } });
  }
  const defaults = defineConfig(given.language === undefined ? {} : { language: given.language });
  const value: Config = {
    name: given.name ?? defaults.name,
    description: given.description ?? defaults.description,
    language: defaults.language,
    region: given.region,
    baseUrl: given.baseUrl,
    ids: given.ids ?? defaults.ids,
    permalink: given.permalink ?? defaults.permalink,
    addresses: addresses === 'on',
    redirects: checked(map, 'redirects', oneOf(...redirectHosts, 'none')) ?? defaults.redirects,
    gone: checked(map, 'gone', oneOf('page', 'none')) ?? defaults.gone,
    recovery: {
      headings: headings ?? defaults.recovery.headings,
      paragraphs: paragraphs === undefined ? defaults.recovery.paragraphs : paragraphs === 'on',
      metadata: metadata === undefined ? defaults.recovery.metadata : metadata === 'on',
    },
    records: { ...defaults.records, ...records },
    fields,
    dates: { order: checked(dates, 'order', oneOf(...dateOrders), 'dates.order') },
    encodings: readEncodings(mapOf(map, 'encodings', '{folder/: windows-1256}'), settingsInspector),
    folders: readFolders(
      mapOf(map, 'folders', '{folder/: {section: …}}'),
      file,
      fields,
      settingsInspector,
    ),
    look: readTheme(mapOf(map, 'look', themeKeys.join(', ')), settingsInspector),
    pages,
    menu: readMenu(map, pages, settingsInspector),
    home: readHomeParts(map, pages, settingsInspector),
    siteHtml: readSiteHtml(map, settingsInspector),
    // What makes them is found where the settings are loaded.
    pictures: sizes && { sizes, maker: '' },
    downloads: checked(map, 'downloads', someOf(...downloadChoices)) ?? defaults.downloads,
    keepsDownloads: !map.has('downloads'),
    exports: checked(map, 'exports', someOf(...exportForms)) ?? defaults.exports,
    search: search === undefined ? defaults.search : search === 'on',
    redact,
    asOf: checked(map, 'asOf', asOf),
    rights: given.rights,
    license: given.license,
    feedback: given.feedback,
    robots: readRobots(mapOf(map, 'robots', robotsExample), settingsInspector),
    authority: defaults.authority,
    decisions: defaults.decisions,
  };
  return { value, diagnostics };
}
