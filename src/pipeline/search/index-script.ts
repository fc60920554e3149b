import { createHash } from 'node:crypto';
import { constants, deflateRawSync, type ZlibOptions } from 'node:zlib';
import { base91Encode } from '../../search/codec/base91-encode.ts';
import { type IndexFolder, nameLength } from '../../search/codec/index-manifest.ts';

/**
 * Returns the name of an index file, which follows from its content: 36 bits in base 36, whose digits
 * differ on file systems that ignore case.
 */
export function indexFileName(bytes: Uint8Array): string {
  const number = createHash('sha256').update(bytes).digest().readUIntBE(0, 5) % 36 ** nameLength;
  return number.toString(36).padStart(nameLength, '0');
}

/** Names of complete index files in the cache, with temporary ones. */
export const cachedIndexName = new RegExp(`^[0-9a-z]{${nameLength}}(?:\\.[\\w.-]+)?$`);

/**
 * How the files of each folder are compressed. Texts are half of an index: level 4 takes half the time of level 6 and
 * leaves them a fortieth larger. Positions are codes of few bits, in which nothing is found again.
 */
const compression: Readonly<Record<IndexFolder, ZlibOptions>> = {
  terms: { level: 6 },
  cards: { level: 6 },
  texts: { level: 4, memLevel: 9 },
  places: { strategy: constants.Z_HUFFMAN_ONLY },
};

/** Returns an index file as published: a script that passes its content, compressed, to the search page. */
export function indexScript(folder: IndexFolder, name: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from(`warraq("${name}","`),
    base91Encode(deflateRawSync(bytes, compression[folder])),
    Buffer.from('")\n'),
  ]);
}
