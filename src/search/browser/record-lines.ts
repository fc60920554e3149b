/**
 * Returns the complete records of an export's text: the lines of JSON Lines, or the rows of a table, in which a quoted
 * field may have line breaks; and where the last one ends. Each keeps its line end.
 */
export function recordLines(
  text: string,
  form: 'csv' | 'jsonl',
): { readonly records: readonly string[]; readonly end: number } {
  const records: string[] = [];
  const lineBreak = form === 'csv' ? '\r\n' : '\n';
  let start = 0;
  for (let at = 0; at < text.length; ) {
    const lineEnd = text.indexOf(lineBreak, at);
    if (lineEnd < 0) break;
    const quote = form === 'csv' ? text.indexOf('"', at) : -1;
    if (quote >= 0 && quote < lineEnd) {
      const close = text.indexOf('"', quote + 1);
      if (close < 0) break;
      at = close + 1;
      continue;
    }
    at = lineEnd + lineBreak.length;
    records.push(text.slice(start, at));
    start = at;
  }
  return { records, end: start };
}

/** Returns the id of a record: its first value. */
export function recordId(record: string, form: 'csv' | 'jsonl'): string {
  if (form === 'csv')
    return (
      /^(?:"((?:[^"]|"")*)"|([^,\r]*))/
        .exec(record)
        ?.slice(1)
        .find((id) => id !== undefined) ?? ''
    );
  return String((JSON.parse(record) as { id?: unknown }).id);
}
