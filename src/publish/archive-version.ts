/**
 * Output path of the file from which the reader script completes the citation of an article: the version of the archive,
 * which no page can contain, since the manifest lists the pages. It is a script, because a page opened from a disk can
 * load nothing else. The tag manifest lists it, the manifest does not. Unlike other assets it keeps its name, which is
 * therefore requested with a query.
 */
export const archiveVersionPath = 'assets/archive-version.js';

/** Digits of the manifest's hash that name a version. */
const versionDigits = 12;

/**
 * Returns the content of the file: a call with the text before the version, the version and the text after it.
 *
 * @param words the version in a citation: «نسخة الأرشيف {version} (12 ديسمبر 2017)»
 * @param manifestHash SHA-256 of the manifest
 */
export function archiveVersionScript(words: string, manifestHash: string): string {
  const [before = '', after = ''] = words.split('{version}');
  return `archiveVersion(${JSON.stringify([before, manifestHash.slice(0, versionDigits), after])})\n`;
}
