/** Signs that open or close a quotation or a bracket, or end a sentence. */
const edge = /[»”)\]؟!.،:…]\*{1,2}\p{L}|\p{L}\*{1,2}[«“([]/u;

/** Emphasis whose first or last sign is such a sign; its words hold no star. */
const emphasis =
  /(?<![*\\])(\*{1,2})(?!\*)([«“([]*)([^*\n\s«»“”()[\]](?:[^*\n]{0,300}?[^*\n\s«»“”()[\]؟!.،:…])?)([»”)\]؟!.،:…]*)\1(?!\*)/g;

/** Tells whether a run of one or two stars stands beside a sign of `edge`: a fast filter, because many texts have stars. */
function mayHaveEdge(text: string): boolean {
  let end = 0;
  for (let at = text.indexOf('*'); at !== -1; at = text.indexOf('*', end)) {
    end = at + 1;
    while (text[end] === '*') end += 1;
    if (end - at > 2) continue;
    if ('»”)]؟!.،:…'.includes(text[at - 1] ?? ' ') || '«“(['.includes(text[end] ?? ' '))
      return true;
  }
  return false;
}

const isLetter = (character: string | undefined): boolean =>
  character !== undefined && /\p{L}/u.test(character);

/**
 * Returns a text in which signs at the edge of emphasis stand outside it where a letter follows or precedes:
 * CommonMark (6.2) does not read `**«نص»**و`, but does `«**نص**»و`. Lines with code stay. The length stays, and all
 * offsets but those of the moved signs.
 */
export function moveEdgeSigns(text: string): string {
  if (!mayHaveEdge(text) || !edge.test(text)) return text;
  let isCode = false;
  return text
    .split('\n')
    .map((line) => {
      if (/^ {0,3}(?:`{3}|~{3})/.test(line)) isCode = !isCode;
      if (isCode || line.includes('`') || !edge.test(line)) return line;
      return line.replace(
        emphasis,
        (whole, stars: string, open: string, words: string, close: string, at: number) => {
          const opens = open !== '' && isLetter(line[at - 1]);
          const closes = close !== '' && isLetter(line[at + whole.length]);
          if (!opens && !closes) return whole;
          const movesBoth = open !== '' && close !== '';
          const [before, first] = opens || movesBoth ? [open, ''] : ['', open];
          const [last, after] = closes || movesBoth ? ['', close] : [close, ''];
          return `${before}${stars}${first}${words}${last}${stars}${after}`;
        },
      );
    })
    .join('\n');
}
