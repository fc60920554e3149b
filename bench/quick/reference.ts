/** Words that are counted, of some 130,000 different ones. */
const words = 1_500_000;

/**
 * Returns the CPU seconds of a computation that never changes: counting words in a map, and sorting them. Beside other
 * work on the machine it takes longer, as builds do, because processors share caches, memory and execution units.
 */
export function referenceSeconds(): number {
  const before = process.cpuUsage();
  const counts = new Map<string, number>();
  let state = 1;
  for (let i = 0; i < words; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    const word = (state >>> 15).toString(36);
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  [...counts.keys()].sort();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
