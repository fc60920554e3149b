import type { ImportSource } from './import-source.ts';
import type { ImportResult } from './imported-article.ts';
export async function* readJson(_source: ImportSource): AsyncGenerator<ImportResult> {}
