import type { Entry, ZipFile } from 'yauzl';
import { maxOfficePartBytes, maxOfficeParts, maxOfficeUnpackedBytes } from '../../model/limits.ts';
import { messageOf } from '../../model/system-error.ts';
import { OfficeFault } from './office-fault.ts';

/** The parts of a package by their names. */
export type PackageParts = ReadonlyMap<string, Uint8Array>;

/** The signature of compound files: encrypted packages, and Word before 2007. */
const compoundFile = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

/** A declaration of a document type or of entities. */
const declaration = /<!(?:DOCTYPE|ENTITY)/i;

/** Parts that are XML. */
const xmlPart = /\.(?:xml|rels|opf|ncx)$/i;

/** Reads an entry to its end. Its bytes are counted while it is unpacked, whatever size it claims. */
async function readEntry(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of await zip.openReadStreamPromise(entry)) {
    if (!Buffer.isBuffer(chunk)) continue;
    bytes += chunk.length;
    if (bytes > maxOfficePartBytes) throw new OfficeFault('bomb', String(entry.fileName));
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Unpacks a package (ZIP) of an office program, within bounds.
 *
 * @param isWanted tells which parts are unpacked and returned
 * @param mayDeclare whether XML may declare a document type, as XHTML does
 * @throws OfficeFault
 */
export async function packageParts(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
  mayDeclare = false,
): Promise<PackageParts> {
  if (compoundFile.equals(bytes.subarray(0, 4))) throw new OfficeFault('encrypted');
  const parts = new Map<string, Uint8Array>();
  try {
    const { fromBufferPromise } = await import('yauzl');
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
    });
    let [entries, unpacked] = [0, 0];
    for await (const entry of zip.eachEntry()) {
      entries += 1;
      if (entries > maxOfficeParts) throw new OfficeFault('bomb', 'entries');
      const name = String(entry.fileName);
      if (name.endsWith('/')) continue;
      unpacked += entry.uncompressedSize;
      if (unpacked > maxOfficeUnpackedBytes) throw new OfficeFault('bomb', name);
      if (!isWanted(name)) continue;
      const part = await readEntry(zip, entry);
      if (
        xmlPart.test(name) &&
        !mayDeclare &&
        declaration.test(Buffer.from(part).toString('latin1'))
      )
        throw new OfficeFault('entities', name);
      parts.set(name, part);
    }
  } catch (error) {
    throw error instanceof OfficeFault ? error : new OfficeFault('zip', messageOf(error));
  }
  return parts;
}
