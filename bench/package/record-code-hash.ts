import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeRecord, recordedHash } from '../../src/pipeline/file-hashes.ts';

// Records the hash of the bundled program in its folder, once all its files are there (`npm pack`).

const folder = fileURLToPath(new URL('../../.build/src', import.meta.url));
writeFileSync(join(folder, recordedHash), codeRecord(folder));
