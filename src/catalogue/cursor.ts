/** A position in the timeline, which is ordered by sort key and id, newest first. */
export interface Cursor {
  readonly sortKey: number;
  readonly id: string;
}

/** The position before the newest article. */
export const firstCursor: Cursor = { sortKey: -1_000_000_000, id: '' };

/** Returns the cursor of a row with the columns `sort_key` and `id`. */
export const cursorOf = (row: Readonly<Record<string, unknown>>): Cursor => ({
  sortKey: Number(row.sort_key),
  id: String(row.id),
});
