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
export type CutAddress = string | readonly [before: string, after: string];

/** Reads what `writeCards` wrote. */
export function readCards(line: string): readonly Card[] {
  const [ids, addresses, titles, dates, days, sources] = JSON.parse(line) as readonly [
    string[],
    CutAddress[],
    string[],
    string[],
    number[],
    string[],
  ];
  return ids.map((id, n) => {
    const address = addresses[n] ?? '';
    return {
      id,
      url: typeof address === 'string' ? address : address.join(id),
      title: titles[n] ?? '',
      date: dates[n] ?? '',
      day: days[n] ?? 0,
      source: sources[n] ?? '',
    };
  });
}
