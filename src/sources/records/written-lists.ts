/** Longest text that is read as a list, in UTF-16 code units. */
const maxLength = 20_000;

/** An item of a list in quotation marks, or a number, and the comma after it. */
const item = /\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d[\d.]*|None|nan|null))\s*(?:,|$)/y;

/**
 * Returns the items of a list that Python or JSON wrote into one text, as tables of data sets have them:
 * `['مياه', 'سدود']`; undefined where the text is no such list.
 */
export function writtenList(text: string): readonly string[] | undefined {
  const list = text.trim();
  if (!list.startsWith('[') || !list.endsWith(']') || list.length > maxLength) return undefined;
  const within = list.slice(1, -1).trim();
  const items: string[] = [];
  item.lastIndex = 0;
  while (item.lastIndex < within.length) {
    const found = item.exec(within);
    if (found === null) return undefined;
    const [, single, double, bare] = found;
    const value = single ?? double;
    if (value !== undefined) items.push(value.replace(/\\(['"\\])/g, '$1'));
    else if (bare !== undefined && /^-?\d/.test(bare)) items.push(bare);
  }
  // Numbers alone are ids of another table.
  return within !== '' && !/['"]/.test(within) ? undefined : items;
}
