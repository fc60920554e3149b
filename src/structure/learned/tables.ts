/** Tables of hashed weights. */

/** One weight per hashed feature, eight bits each. */
export interface HashTable {
  readonly weights: Int8Array;
  readonly mask: number;
  readonly scale: number;
}

/** The linear tables of the model. */
export interface LinearTables {
  readonly both: HashTable;
  readonly right: HashTable;
  readonly start: HashTable;
  readonly startCut: number;
  readonly span: HashTable;
  readonly paragraph: HashTable;
}

/** Returns the sum of the weights of `n` features. */
export function lookUpTokens(table: HashTable, ids: Int32Array, n: number): number {
  return unitSum(table, ids, n) * table.scale;
}

/** Returns the sum of the weights of `n` features in units of the table's scale: a whole number. */
export function unitSum({ weights, mask }: HashTable, ids: Int32Array, n: number): number {
  let sum = 0;
  for (let i = 0; i < n; i++) sum = (sum + (weights[(ids[i] as number) & mask] as number)) | 0;
  return sum;
}
