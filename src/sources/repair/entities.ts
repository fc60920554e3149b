import { isSignNumber, namedCharacter, numberedCharacter } from './entity-names.ts';
import type { RepairedCharacters } from './presentation-forms.ts';

/**
 * Character references of HTML: whole ones (`&quot;`, `&#1608;`), also those that were escaped again
 * (`&amp;nbsp;`), some without their semicolon (`&laquo`), and those that lost their `&` (`#187;`, `quot;`).
 */
const references =
  /&((?:amp;)*)(?:#(\d{2,7});?|#[xX]([\da-fA-F]{2,6});|([A-Za-z]{2,6}\d{0,2});)|&(amp|quot|nbsp|[lr]aquo|[lr][ds]quo|[mn]dash|hellip)(?![A-Za-z\d;=])|#(\d{2,5});|(?<![A-Za-z\d&#])(quot|nbsp|[lr]aquo|[lr][ds]quo|[mn]dash|hellip|amp);/g;

/** References that stand for signs of markup: where a text has markup, its reader knows them. */
const markupSigns = /^["&<>']$/;

/** Tells whether a text may have a reference: each has a semicolon or an ampersand. */
const mayHaveReferences = (text: string): boolean => text.includes('&') || text.includes(';');

/** Most code units between two quotation marks that belong together. */
const maxQuotation = 400;

const isBlankOrOpen = (character: string): boolean => /^[\s([{«"'،.:؛-]?$/.test(character);
const isBlankOrClose = (character: string): boolean => /^[\s)\]}»"'،.:؛؟!,;-]?$/.test(character);

/**
 * Turns quotation marks that a program wrote in the order of the screen (»نص«) to the order of letters («نص»), in
 * place: those that are restored, open before a word and close after one.
 */
function turnQuotations(parts: string[], restored: readonly number[]): void {
  for (let i = 0; i + 1 < restored.length; i += 1) {
    const [from = 0, to = 0] = [restored[i], restored[i + 1]];
    if (parts[from] !== '»' || parts[to] !== '«') continue;
    const between = parts.slice(from + 1, to).join('');
    if (between.length > maxQuotation || /[«»\n\r]/.test(between) || between.trim() === '')
      continue;
    const before = (parts[from - 1] ?? '').slice(-1);
    const after = (parts[to + 1] ?? '').slice(0, 1);
    if (!isBlankOrOpen(before) || !isBlankOrClose(after)) continue;
    if (/^\s|\s$/.test(between)) continue;
    parts[from] = '«';
    parts[to] = '»';
    i += 1;
  }
}

/**
 * Restores characters that were left as references of HTML. Those without their `&` are restored where the number is
 * that of a sign or a letter, and where it touches a word or stands twice: «رقم #187; …» stays.
 *
 * @param hasMarkup whether the text is read as Markdown or HTML, whose readers know whole references: only damaged
 *   ones are restored
 * @returns the same text, and no count, where it has none
 */
export function restoreEntities(text: string, hasMarkup: boolean): RepairedCharacters {
  const nothing = { text, count: 0, first: -1 };
  if (!mayHaveReferences(text)) return nothing;
  const lost = new Map<string, number>();
  const matches = [...text.matchAll(references)];
  if (matches.length === 0) return nothing;
  for (const { 6: number } of matches) {
    if (number !== undefined) lost.set(number, (lost.get(number) ?? 0) + 1);
  }

  /** Returns what a reference stands for; undefined where it stays as it is. */
  function characterOf(match: RegExpExecArray): string | undefined {
    const [whole, again = '', decimal, hex, name, open, bare, bareName] = match;
    if (bare !== undefined) {
      const number = Number(bare);
      if (!isSignNumber(number) || text[match.index - 1] === '&') return undefined;
      const [before, after] = [
        text[match.index - 1] ?? ' ',
        text[match.index + whole.length] ?? ' ',
      ];
      const isAlone = before.trim() === '' && after.trim() === '';
      const times = lost.get(bare) ?? 0;
      // Few numbers of two digits are references: a text has them twice, around words. No prose counts to 8,000.
      const isDoubtful =
        number < 100 ? times < 2 || isAlone : number < 1000 && isAlone && times < 2;
      if (isDoubtful) return undefined;
      return numberedCharacter(number);
    }
    const known = open ?? bareName;
    const character =
      known !== undefined
        ? namedCharacter(known)
        : name !== undefined
          ? namedCharacter(name)
          : numberedCharacter(
              decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal),
            );
    if (!hasMarkup || character === undefined) return character;
    const isDamaged = again !== '' || known !== undefined;
    return isDamaged && !markupSigns.test(character) ? character : undefined;
  }

  const parts: string[] = [];
  const quotations: number[] = [];
  let [at, count, first] = [0, 0, -1];
  for (const match of matches) {
    const character = characterOf(match);
    if (character === undefined) continue;
    parts.push(text.slice(at, match.index));
    if (character === '«' || character === '»') quotations.push(parts.length);
    parts.push(character);
    at = match.index + match[0].length;
    count += 1;
    if (first === -1) first = match.index;
  }
  if (count === 0) return nothing;
  parts.push(text.slice(at));
  turnQuotations(parts, quotations);
  return { text: parts.join(''), count, first };
}
