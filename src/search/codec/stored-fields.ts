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
export type SplitOutputPath = string | readonly [before: string, after: string];

/** Reads what `writeStoredFields` wrote. */
export function readStoredFields(line: string): readonly StoredFields[] {
  const [ids, outputPaths, titles, dates, days, sources] = JSON.parse(line) as readonly [
    string[],
    SplitOutputPath[],
    string[],
    string[],
    number[],
    string[],
  ];
  return ids.map((id, n) => {
    const stored = outputPaths[n] ?? '';
    return {
      id,
      outputPath: typeof stored === 'string' ? stored : stored.join(id),
      title: titles[n] ?? '',
      date: dates[n] ?? '',
      day: days[n] ?? 0,
      source: sources[n] ?? '',
    };
  });
}
