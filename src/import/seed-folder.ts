import {
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { isArticleId } from '../model/article-id.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ImportOutcome } from '../model/import-figures.ts';
import { maxImportKey } from '../model/limits.ts';
import { hasCode } from '../model/system-error.ts';
import { sha256 } from '../publish/sha256.ts';
import type { ImportedArticle } from './found.ts';
import type { ImportLog } from './log.ts';
import { seedText } from './seed-text.ts';

/** An article's outcome, with diagnostics. */
export interface WrittenSeed {
  readonly fate: ImportOutcome;
  readonly diagnostics: readonly Diagnostic[];
}

/** Writes imported articles into a folder of seeds. */
export interface SeedFolder {
  /**
   * Writes an article.
   *
   * @param from where the article came from, for people: a file and a line
   */
  readonly put: (article: ImportedArticle, from: string) => WrittenSeed;
}

/** Hexadecimal digits of the hash that names an article without a name: 48 bits keep a million apart. */
const shortHash = 12;

/** Name of a partly written seed; hidden, so that builds ignore it. */
const unfinished = '.import.part';

const hash = (text: string): string => sha256(Buffer.from(text));

/** Returns the hash of the seed of an article. */
const textHash = (article: ImportedArticle): string => hash(seedText(article, '').value);

/** Returns a key of bounded length, whatever the source contains. */
function bounded(key: string): string {
  const normal = key.normalize('NFC');
  return normal.length <= maxImportKey
    ? normal
    : `${normal.slice(0, maxImportKey)}#${hash(normal).slice(0, shortHash)}`;
}

/** Returns the hash of a file; `other` for anything but a file, undefined where there is nothing. */
function hashThere(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  return stats.isFile() ? sha256(readFileSync(path)) : 'other';
}

const extensionOf = ({ format }: ImportedArticle): string =>
  format === 'markdown' ? '.md' : '.txt';

const stemOf = (file: string): string => file.replace(/\.[^.]*$/, '').toLowerCase();

/**
 * Returns a writer of articles into a folder: each is written once, and again only where the archive
 * has a new version and nobody has edited the seed. A seed's name is the article's id, so it never
 * changes.
 *
 * @param folder absolute path
 * @param shown the folder as named by the user
 * @param isDry whether nothing is written
 */
export function seedFolder(
  folder: string,
  shown: string,
  log: ImportLog,
  isDry: boolean,
): SeedFolder {
  /** Keys of this run, with the URL and text of the first article of each. */
  const seen = new Map<string, { readonly address: string | undefined; readonly text: string }>();
  /** Stems in use, compared as by a case-insensitive file system. */
  const stems = new Set([...log.entries.values()].map(({ file }) => stemOf(file)));
  const listed = new Set(listStems(folder));

  function write(file: string, text: string): void {
    if (isDry) return;
    mkdirSync(folder, { recursive: true });
    const part = join(folder, unfinished);
    rmSync(part, { force: true });
    writeFileSync(part, text, { flag: 'wx' });
    renameSync(part, join(folder, file));
  }

  /** Returns a name that no article of this folder has. */
  function nameFor(article: ImportedArticle, key: string): string {
    const own = hash(key);
    const candidates = [...article.names.filter(isArticleId), own.slice(0, shortHash), own];
    return candidates.find((name) => !stems.has(name.toLowerCase())) ?? own;
  }

  function putNew(article: ImportedArticle, key: string, from: string): WrittenSeed {
    const stem = nameFor(article, key);
    const file = stem + extensionOf(article);
    const path = `${shown}/${file}`;
    const { value: text, diagnostics } = seedText(article, path);
    const entry = { key, file, sha256: hash(text), from };
    stems.add(stem.toLowerCase());
    if (!listed.has(stem.toLowerCase())) {
      write(file, text);
      log.add(entry);
      return { fate: 'written', diagnostics };
    }
    // A stopped run has written the seed but not yet its line in the log.
    if (hashThere(join(folder, file)) === entry.sha256) {
      log.add(entry);
      return { fate: 'unchanged', diagnostics };
    }
    const taken = { rule: 'import-taken', severity: 'warning', file: path, values: {} } as const;
    return { fate: 'taken', diagnostics: [taken] };
  }

  function putAgain(article: ImportedArticle, key: string, from: string): WrittenSeed | undefined {
    const before = log.entries.get(key);
    if (before === undefined) return undefined;
    const path = `${shown}/${before.file}`;
    const file = before.file.replace(/\.[^.]*$/, extensionOf(article));
    const { value: text, diagnostics } = seedText(article, `${shown}/${file}`);
    const entry = { key, file, sha256: hash(text), from };
    const at = { severity: 'warning', file: path, values: {} } as const;
    const there = hashThere(join(folder, before.file));
    if (there === undefined) {
      if (file !== before.file && hashThere(join(folder, file)) === entry.sha256) {
        log.add(entry);
        return { fate: 'unchanged', diagnostics };
      }
      return { fate: 'deleted', diagnostics: [{ ...at, rule: 'import-deleted' }] };
    }
    if (file === before.file && there === entry.sha256) {
      if (before.sha256 !== entry.sha256) log.add(entry);
      return { fate: 'unchanged', diagnostics };
    }
    if (there !== before.sha256) {
      return { fate: 'edited', diagnostics: [{ ...at, rule: 'import-edited' }] };
    }
    write(file, text);
    if (file !== before.file && !isDry) rmSync(join(folder, before.file));
    log.add(entry);
    return { fate: 'updated', diagnostics };
  }

  function duplicate(article: ImportedArticle, key: string, from: string): WrittenSeed {
    if (seen.get(key)?.text === textHash(article)) return { fate: 'duplicate', diagnostics: [] };
    const [file = from, line] = from.split(/:(?=\d+$)/);
    const values = { key: key.slice(0, 200) };
    const at = { severity: 'warning', file, ...(line === undefined ? {} : { line: Number(line) }) };
    const told: Diagnostic = { ...at, rule: 'import-duplicate', severity: 'warning', values };
    return { fate: 'duplicate', diagnostics: [told] };
  }

  return {
    put(article, from) {
      let key = bounded(article.key);
      const { address } = article;
      const first = seen.get(key);
      if (first !== undefined) {
        const isOther = address !== undefined && address !== first.address;
        // Programs that give every item the same guid still record a URL for each.
        if (isOther) key = bounded(`${article.key} ${address}`);
        if (!isOther || seen.has(key)) return duplicate(article, key, from);
      }
      seen.set(key, { address, text: textHash(article) });
      return putAgain(article, key, from) ?? putNew(article, key, from);
    },
  };
}

function listStems(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map(stemOf);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
