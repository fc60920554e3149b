/** What a result shows of an article, as files of an index keep it. */
export interface Card {
  readonly id: string;
  /** Place of its page under `dist/`. */
  readonly url: string;
  readonly title: string;
  /** Its date in words; empty for none. */
  readonly date: string;
  /** Its date as a number, YYYYMMDD with zeros for what is unknown; 0 for none. */
  readonly day: number;
  readonly source: string;
}

/** An article's text as files of an index keep it: the fragment of each block and its words. */
export type CardText = readonly (readonly [fragment: string, text: string])[];

const idMark = '*';

/** Writes cards as a line; an address that holds the id holds it once. */
export const writeCards = (cards: readonly Card[]): string =>
  JSON.stringify(
    cards.map(({ id, url, title, date, day, source }) => {
      const pattern = url.includes(idMark) ? url : url.replace(id, () => idMark);
      return [id, pattern, title, date, day, source];
    }),
  );

/** Reads what `writeCards` wrote. */
export function readCards(line: string): readonly Card[] {
  const rows = JSON.parse(line) as readonly [string, string, string, string, number, string][];
  return rows.map(([id, pattern, title, date, day, source]) => {
    const url = pattern.replace(idMark, () => id);
    return { id, url, title, date, day, source };
  });
}
