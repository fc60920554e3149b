import type { ImportSource } from './import-source.ts';
import type { ImportResult } from './imported-article.ts';
export async function* readTei(_source: ImportSource): AsyncGenerator<ImportResult> {}
