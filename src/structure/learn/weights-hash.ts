import { readFileSync } from 'node:fs';

let hash: string | undefined;

/**
 * Returns the hash of the model's weights. What an archive taught holds for these only.
 *
 * @returns SHA-256 in hexadecimal; empty where the weights cannot be read.
 */
export function weightsHash(): string {
  if (hash !== undefined) return hash;
  try {
    // Loaded here: few archives have learned anything, and it takes longer to load than all settings.
    const { createHash } = process.getBuiltinModule('node:crypto');
    const bytes = readFileSync(new URL('../learned/weights.bin', import.meta.url));
    hash = createHash('sha256').update(bytes).digest('hex');
  } catch {
    hash = '';
  }
  return hash;
}
