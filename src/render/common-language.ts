import type { Block, List, Quotation, Table } from '../model/block.ts';
import { visitWords } from '../model/block-text.ts';
import { type OwnLanguage, ownLanguage } from './block-language.ts';

/** Longest text, in UTF-16 code units, by which the language of a whole list or table is told. */
const sample = 1000;

/**
 * Returns the language of the parts of a block, where all of them have another direction than the text around it;
 * undefined where one has not.
 */
function commonLanguage(
  texts: readonly string[],
  around: string | undefined,
): OwnLanguage | undefined {
  let [direction, all]: [string | undefined, string] = [undefined, ''];
  for (const text of texts) {
    if (!/\p{L}/u.test(text)) continue;
    const own = ownLanguage(text, around);
    if (own === undefined || own.direction !== (direction ?? own.direction)) return undefined;
    direction = own.direction;
    if (all.length < sample) all += ` ${text}`;
  }
  return all === '' ? undefined : ownLanguage(all, around);
}

function textsOf(blocks: readonly Block[]): readonly string[] {
  const texts: string[] = [];
  for (const block of blocks) visitWords(block, ({ text }) => void texts.push(text));
  return texts;
}

/** Returns the language of a list whose items are all of another direction, so that its marks stand on their side. */
export function listLanguage({ items }: List, around: string | undefined): OwnLanguage | undefined {
  const [first = []] = items;
  if (commonLanguage(textsOf(first), around) === undefined) return undefined;
  return commonLanguage(textsOf(items.flat()), around);
}

/** Returns the language of a table whose cells are all of another direction, so that its columns run in it. */
export function tableLanguage(
  { rows }: Table,
  around: string | undefined,
): OwnLanguage | undefined {
  const [first = []] = rows;
  if (
    commonLanguage(
      first.map(({ text }) => text),
      around,
    ) === undefined
  )
    return undefined;
  return commonLanguage(
    rows.flat().map(({ text }) => text),
    around,
  );
}

/** Returns the language of a quotation whose blocks are all of another direction, so that its rule stands on their side. */
export const quotationLanguage = (
  { blocks }: Quotation,
  around: string | undefined,
): OwnLanguage | undefined => commonLanguage(textsOf(blocks), around);
