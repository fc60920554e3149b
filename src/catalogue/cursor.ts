/** The position of an article in the order of time, newest first. */
export interface Cursor {
  readonly age: number;
  readonly id: string;
}

/** Newer than every article. */
export const firstCursor: Cursor = { age: -1_000_000_000, id: '' };

/** Returns the position that a row with `age` and `id` gives. */
export const cursorOf = (row: Readonly<Record<string, unknown>>): Cursor => ({
  age: Number(row.age),
  id: String(row.id),
});
