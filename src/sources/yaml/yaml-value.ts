/** A YAML value under the failsafe schema: texts, lists and maps only. */
export type YamlValue = string | readonly YamlValue[] | ReadonlyMap<string, YamlEntry>;

/** The value of a key, with the line of the key. */
export interface YamlEntry {
  readonly value: YamlValue;
  /** 1-based line in the file. */
  readonly line: number;
}

/** A YAML map, in the order written. */
export type YamlMap = ReadonlyMap<string, YamlEntry>;
