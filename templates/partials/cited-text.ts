/** Signs that a reference has once where a title has them twice: «؟؟», «!!», «،،», «..». */
const doubledSigns = /([،,؛;:!؟?…])(?:\s*\1)+/gu;

/** A text with single signs; several dots are an ellipsis. */
const withSingleSigns = (text: string): string =>
  text
    .replace(/\.(?:\s*\.)+/g, '…')
    .replace(doubledSigns, '$1')
    .replace(/…\s*\./g, '…');

/** Signs before and after which a reference has a comma of its own. The stop of an abbreviation («U.S.») stays. */
const outerSigns = /^[\s.،,؛;:]+|[\s،,؛;:]+$/gu;
const lastStop = /(?<!(?:^|[\s.])\p{L})\.$/u;

/** A name in a reference, without the signs at its ends and without doubled signs. */
export function citedName(text: string): string {
  const name = withSingleSigns(text).replace(outerSigns, '').replace(lastStop, '');
  return name === '' ? text : name;
}

/** The marks inside quotation marks, by the outer opening mark. */
const innerMarks: Readonly<Record<string, readonly [string, string]>> = {
  '«': ['“', '”'],
  '“': ['‘', '’'],
};

/** Straight quotation marks in pairs, as opening and closing marks. */
const withCurledMarks = (text: string, [open, close]: readonly [string, string]): string =>
  text.replace(/"([^"]*)"/g, (_, words: string) => `${open}${words}${close}`);

/** A title in one pair of quotation marks, which a reference sets itself. */
const quotedWhole = /^(?:«([^«»]+)»|“([^“”]+)”|"([^"]+)")$/u;

/**
 * A title between the quotation marks of a reference: marks of the same kind inside it become those of the second
 * level, its last stop and doubled signs are left out.
 *
 * @param marks opening and closing mark of the reference
 */
export function citedTitle(title: string, [open, close]: readonly [string, string]): string {
  const inner = innerMarks[open] ?? ['‘', '’'];
  const deeper = innerMarks[inner[0]];
  let text = citedName(title);
  text = text.replace(quotedWhole, (_, ...words: readonly unknown[]) =>
    String(words.find((found) => typeof found === 'string') ?? ''),
  );
  // Marks of the second level go one deeper where the title has both.
  if (deeper !== undefined && text.includes(open) && text.includes(inner[0])) {
    text = text.replaceAll(inner[0], deeper[0]).replaceAll(inner[1], deeper[1]);
  }
  text = text.replaceAll(open, inner[0]).replaceAll(close, inner[1]);
  return withCurledMarks(text, inner);
}
