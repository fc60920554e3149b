/** A YAML value under the failsafe schema: texts, lists and maps, nothing else. */
export type YamlValue = string | readonly YamlValue[] | ReadonlyMap<string, YamlEntry>;

/** The value of a key and where the key stands. */
export interface YamlEntry {
  readonly value: YamlValue;
  /** 1-based line in the file. */
  readonly line: number;
}

/** A YAML map as read, in the order written. */
export type YamlMap = ReadonlyMap<string, YamlEntry>;
