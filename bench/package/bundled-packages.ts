/** Bundled packages that the program loads with `require`, for the first text that needs them. */
export const requiredPackages: readonly string[] = [
  ...['gray-matter', 'hast-util-from-parse5', 'hast-util-to-mdast', 'mdast-util-gfm-footnote'],
  ...['mdast-util-gfm-strikethrough', 'mdast-util-gfm-table', 'mdast-util-to-markdown'],
  ...['micromark-extension-gfm-footnote', 'micromark-extension-gfm-strikethrough'],
  ...['micromark-extension-gfm-table', 'parse5', 'rehype-stringify', 'remark-parse'],
  ...['remark-rehype', 'smol-toml', 'unified', 'yaml'],
];

/** Packages whose code is in the published program; to npm they are development dependencies. */
export const bundledPackages: readonly string[] = [...requiredPackages, 'saxes'];
