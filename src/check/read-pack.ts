import { crc32, inflateRawSync } from 'node:zlib';

/** Bytes of the record at the end of a ZIP file, which has no comment. */
const endBytes = 22;

/** A member of a pack as its directory has it. */
interface Member {
  readonly method: number;
  readonly sum: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
}

/** Returns the directory of a pack by the names of the members; throws RangeError where it is damaged. */
function directoryOf(pack: Buffer): ReadonlyMap<string, Member> {
  const end = pack.length - endBytes;
  const count = pack.readUInt16LE(end + 10);
  let at = pack.readUInt32LE(end + 16);
  const members = new Map<string, Member>();
  for (let n = 0; n < count; n += 1) {
    const nameEnd = at + 46 + pack.readUInt16LE(at + 28);
    members.set(pack.toString('utf8', at + 46, nameEnd), {
      method: pack.readUInt16LE(at + 10),
      sum: pack.readUInt32LE(at + 16),
      packed: pack.readUInt32LE(at + 20),
      size: pack.readUInt32LE(at + 24),
      at: pack.readUInt32LE(at + 42),
    });
    at = nameEnd + pack.readUInt16LE(at + 30) + pack.readUInt16LE(at + 32);
  }
  return members;
}

/** A pack that a build wrote. */
export interface OpenPack {
  /** Names of its members; none where its directory is damaged. */
  readonly names: readonly string[];
  /** Returns the bytes of a member; undefined where the pack has none of this name, or is damaged there. */
  read(name: string): Uint8Array | undefined;
}

/** Opens a pack that a build wrote. */
export function openPack(pack: Buffer): OpenPack {
  const read = <T>(work: () => T): T | undefined => {
    try {
      return work();
    } catch {
      return undefined;
    }
  };
  const members = read(() => directoryOf(pack));
  function readMember(name: string): Uint8Array | undefined {
    const member = members?.get(name);
    if (member === undefined) return undefined;
    const { method, sum, packed, size, at } = member;
    return read(() => {
      const start = at + 30 + pack.readUInt16LE(at + 26) + pack.readUInt16LE(at + 28);
      const data = pack.subarray(start, start + packed);
      const bytes = method === 0 ? data : inflateRawSync(data, { maxOutputLength: size });
      return bytes.length === size && crc32(bytes) === sum ? bytes : undefined;
    });
  }
  return { names: [...(members?.keys() ?? [])], read: readMember };
}
