/**
 * Returns the length of the stem prefix that selects a term partition. Partitions are merged
 * separately, so that a change reads only those with its words. Each is a file, however, and merging
 * a small index takes less time than opening many files.
 *
 * @param docCapacity document capacity of the index
 */
export const partitionPrefixLength = (docCapacity: number): number => (docCapacity > 2048 ? 2 : 0);
