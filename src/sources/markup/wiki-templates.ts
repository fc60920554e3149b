/** Templates whose first value is the day of the text. */
const dateTemplate = /^\s*(?:تاريخ|date)\s*\|\s*([^|{}\n]{4,60})/i;

/** Templates that only show their last value, as one of language or of a quotation does. */
const shownTemplate = /^\s*(?:lang|لغة|nowrap|اقتباس|quote)\s*\|(?:[\s\S]*\|)?\s*([^|]*)$/i;

/**
 * Removes templates (`{{…}}`), also those within others; `drop` is called for each outermost one. `setDay` gets the
 * day in one of dates. One that is not closed stays. Linear in the length.
 */
export function withoutTemplates(
  text: string,
  drop: () => void,
  setDay: (day: string) => void,
): string {
  if (!text.includes('{{')) return text;
  const parts: string[] = [];
  const sign = /\{\{|\}\}/g;
  const starts: number[] = [];
  let at = 0;
  for (const { 0: found, index } of text.matchAll(sign)) {
    if (found === '{{') {
      starts.push(index);
      continue;
    }
    const start = starts.pop();
    if (start === undefined || starts.length > 0) continue;
    parts.push(text.slice(at, start));
    at = index + 2;
    const content = text.slice(start + 2, index);
    const day = dateTemplate.exec(content)?.[1]?.trim();
    const shown = content.length < 2000 ? shownTemplate.exec(content)?.[1]?.trim() : undefined;
    if (day !== undefined) setDay(day);
    else if (shown !== undefined && !shown.includes('{{')) parts.push(shown);
    else drop();
  }
  parts.push(text.slice(at));
  return parts.join('');
}
