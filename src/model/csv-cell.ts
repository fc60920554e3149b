/**
 * Start of a spreadsheet formula. Spreadsheets ignore white space before it, and some accept the
 * full-width forms of the signs.
 */
const formulaStart = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;

/**
 * Returns a text as a CSV field (RFC 4180). A text that a spreadsheet would evaluate as a formula gets an apostrophe
 * in front, which prevents formula injection.
 */
export function csvCell(text: string): string {
  const safe = /^[\t\r\n]/.test(text) || formulaStart.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
