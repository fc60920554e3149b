/**
 * Returns the length of the stem prefix by which the index is divided into term partitions.
 * Partitions are merged separately, and a change reads only those that hold its words; but each is a
 * file, and a small index is merged faster than its partitions are opened.
 *
 * @param room document capacity of the index
 */
export const partitionPrefixLength = (room: number): number => (room > 2048 ? 2 : 0);
