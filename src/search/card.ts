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

/** An address, cut where it holds the id. */
type CutAddress = string | readonly [before: string, after: string];

function cutAddress(url: string, id: string): CutAddress {
  const at = url.indexOf(id);
  return at < 0 ? url : [url.slice(0, at), url.slice(at + id.length)];
}

/** Writes cards as a line; an address that holds the id goes without it. */
export const writeCards = (cards: readonly Card[]): string =>
  JSON.stringify(
    cards.map(({ id, url, title, date, day, source }) => {
      return [id, cutAddress(url, id), title, date, day, source];
    }),
  );

/** Reads what `writeCards` wrote. */
export function readCards(line: string): readonly Card[] {
  const rows = JSON.parse(line) as readonly [string, CutAddress, string, string, number, string][];
  return rows.map(([id, address, title, date, day, source]) => {
    const url = typeof address === 'string' ? address : address.join(id);
    return { id, url, title, date, day, source };
  });
}
