import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { messagesFor } from '../../../src/i18n/languages.ts';
import { defaultColours } from '../../../src/model/theme.ts';
import { builtInStyles, collectAssets } from '../../../src/render/assets.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let styles = '';

beforeEach(() => {
  styles = join(temporaryFolder(), 'styles');
  mkdirSync(styles);
});

const sheetOf = (folder: string | undefined): string => {
  const { files, styles: sheets } = collectAssets(
    folder === undefined ? undefined : join(folder, '..'),
  );
  const sheet = files.find(({ outputPath }) => outputPath === sheets[0]);
  return Buffer.from(sheet?.bytes ?? []).toString('utf8');
};

test('every asset has the hash of its content in its name', () => {
  for (const { outputPath, bytes } of collectAssets(undefined).files) {
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 10);
    expect(outputPath).toMatch(new RegExp(`^assets/[^/]+\\.${hash}\\.[a-z0-9]+$`));
  }
});

test('without search there is no script', () => {
  const { files, script } = collectAssets(undefined, undefined, false);
  expect(script).toBeUndefined();
  expect(files.filter(({ outputPath }) => outputPath.endsWith('.js'))).toEqual([]);
  expect(collectAssets(undefined).script).toMatch(/^assets\/search\.[0-9a-f]{10}\.js$/);
});

test('the reader script has its texts, defines no global name, and is at most 4 KB compressed', () => {
  for (const language of ['ar', 'en']) {
    const { reader: words } = messagesFor(language);
    const { files, reader } = collectAssets(undefined, undefined, true, words);
    expect(reader).toMatch(/^assets\/reader\.[0-9a-f]{10}\.js$/);
    const script = files.find(({ outputPath }) => outputPath === reader)?.bytes ?? Buffer.of();
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(4096);
    expect(Buffer.from(script).toString()).toContain(words.quote);
    const context = createContext({});
    const before = Object.getOwnPropertyNames(context);
    expect(() => new Script(String(Buffer.from(script))).runInContext(context)).toThrow(
      'document is not defined',
    );
    expect(Object.getOwnPropertyNames(context)).toEqual(before);
  }
});

test('only the search page has the sheets of the search', () => {
  const { files, styles: sheets, searchStyle } = collectAssets(undefined);
  const text = (outputPath: string | undefined): string =>
    String(files.find((file) => file.outputPath === outputPath)?.bytes.toString());
  expect(text(searchStyle)).toContain('.search-chips{');
  expect(text(sheets[0])).not.toContain('.search-chips{');
  expect(collectAssets(undefined, undefined, false).searchStyle).toBeUndefined();
});

test('the built-in sheets become one file, with their fonts and no external URL', () => {
  const { files, styles: sheets, preloads } = collectAssets(undefined);
  expect(sheets).toHaveLength(1);
  const places = new Set(files.map(({ outputPath }) => outputPath));
  const named = [...sheetOf(undefined).matchAll(/url\("([^"]+)"\)/g)].map((match) => match[1]);
  expect(named.length).toBeGreaterThan(0);
  for (const name of named) expect(places).toContain(`assets/${name}`);
  expect(preloads.length).toBeGreaterThan(0);
  for (const { outputPath, type } of preloads) {
    expect(places).toContain(outputPath);
    expect(type).toBe('font/woff2');
  }
  // With the sheet and the script as many as browsers fetch at a time over HTTP/1; Latin letters for Latin interfaces.
  expect(preloads).toHaveLength(4);
  expect(preloads.filter(({ direction }) => direction === 'ltr')).toEqual([
    expect.objectContaining({ outputPath: expect.stringContaining('latin-400') }),
  ]);
  expect(sheetOf(undefined)).not.toMatch(/https?:|@import|npm:/);
});

test('two runs give the same names', () => {
  const urls = () => collectAssets(undefined).files.map(({ outputPath }) => outputPath);
  expect(urls()).toEqual(urls());
});

test('a site’s sheet replaces the built-in one of the same name; others follow the built-in ones', () => {
  writeFileSync(join(styles, 'pages.css'), '.mine { color: red }');
  writeFileSync(join(styles, 'z-more.css'), '.more { color: blue }');
  const css = sheetOf(styles);
  expect(css).toContain('.mine');
  expect(css).not.toContain('.front-purpose');
  expect(css.indexOf('.more')).toBeGreaterThan(css.indexOf('.mine'));
});

test('a file beside a sheet is published with a hash in its name; data URLs and fragments are unchanged', () => {
  writeFileSync(join(styles, 'dot.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const rest = `b{mask: url(#m);background: url("data:image/png;base64,AA==")}`;
  writeFileSync(join(styles, 'a.css'), `a { background: url(dot.svg) }\n${rest}`);
  const css = sheetOf(styles);
  expect(css).toMatch(/url\("dot\.[0-9a-f]{10}\.svg"\)/);
  expect(css).toContain(rest);
});

test('a data URL with white space before it is unchanged', () => {
  writeFileSync(join(styles, 'a.css'), 'a { background: url( data:image/png;base64,AA== ) }');
  expect(sheetOf(styles)).toContain('data:image/png;base64,AA==');
});

test('a missing file that a sheet refers to is an error that names the sheet', () => {
  writeFileSync(join(styles, 'a.css'), 'a { background: url("missing.png") }');
  expect(() => collectAssets(join(styles, '..'))).toThrow(
    expect.objectContaining({ file: join(styles, 'a.css'), message: 'url("missing.png")' }),
  );
});

test('a folder of styles that does not exist changes nothing', () => {
  expect(sheetOf(join(styles, 'none'))).toBe(sheetOf(undefined));
});

test('a site’s colours and fonts follow the built-in ones, and its logo is published', () => {
  const folder = join(styles, '..');
  writeFileSync(join(folder, 'logo.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const {
    files,
    styles: sheets,
    logo,
  } = collectAssets(folder, {
    light: { accent: '#123456' },
    dark: { 'ink-soft': '#cccccc' },
    faces: { text: 'Amiri' },
    logo: 'logo.svg',
  });
  const css = Buffer.from(
    files.find(({ outputPath }) => outputPath === sheets[0])?.bytes ?? [],
  ).toString();
  expect(css.trimEnd()).toMatch(
    /:root\{--face-text:"Amiri",var\(--face-text-usual\);\}@media screen\{:root\{--accent:#123456;\}\}@media screen and \(prefers-color-scheme:dark\)\{:root:where\(:not\(\[data-theme="light"\]\)\)\{--accent:#f0a596;--ink-soft:#cccccc;\}\}@media screen\{:root:where\(\[data-theme="dark"\]\)\{--accent:#f0a596;--ink-soft:#cccccc;\}\}$/,
  );
  expect(files.map(({ outputPath }) => outputPath)).toContain(logo);
  const none = { light: {}, dark: {}, faces: {}, logo: 'none.svg' };
  expect(() => collectAssets(folder, none)).toThrow('none.svg');
});

test('the colours that contrasts are computed with are those of the sheet', () => {
  const css = sheetOf(undefined);
  const [light = '', system = '', chosen = ''] = css.split(
    /@media \(prefers-color-scheme: dark\)|:root:where\(\[data-theme="dark"\]\)/,
  );
  for (const [sheet, colours] of [
    [light, defaultColours.light],
    [system, defaultColours.dark],
    [chosen, defaultColours.dark],
  ] as const) {
    for (const [name, value] of Object.entries(colours))
      expect(sheet).toContain(`--${name}: ${value};`);
  }
  const values = (sheet: string): readonly string[] =>
    (/\{([^{}]*)\}/.exec(sheet)?.[1] ?? '').split(';').map((line) => line.trim());
  expect(values(chosen)).toEqual(values(system.slice(system.indexOf(':root'))));
});

test('what a sheet sets by the theme of the system, it sets by the choice of the reader', () => {
  for (const name of readdirSync(builtInStyles).filter((file) => file.endsWith('.css'))) {
    const css = readFileSync(join(builtInStyles, name), 'utf8');
    const blocks = css.match(/@media[^{]*prefers-color-scheme[^{]*\{[^{]*\{/g) ?? [];
    for (const block of blocks) expect(block, name).toContain('[data-theme="light"]');
  }
});
