/** The stored fields of an article: what a result shows. */
export interface StoredFields {
  readonly id: string;
  /** Output path of the article's page. */
  readonly outputPath: string;
  readonly title: string;
  /** The date in words; empty where there is none. */
  readonly date: string;
  /** The date as a number, YYYYMMDD with zeros for unknown parts; 0 where there is none. */
  readonly day: number;
  readonly source: string;
}

/** The stored text of an article: fragment and text of each block. */
export type StoredText = readonly (readonly [fragment: string, text: string])[];

/** An output path, or its parts before and after the id. */
export type CutAddress = string | readonly [before: string, after: string];

/** Reads what `writeCards` wrote. */
export function readStoredFields(line: string): readonly StoredFields[] {
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
      outputPath: typeof address === 'string' ? address : address.join(id),
      title: titles[n] ?? '',
      date: dates[n] ?? '',
      day: days[n] ?? 0,
      source: sources[n] ?? '',
    };
  });
}
