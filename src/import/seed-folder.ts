import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isArticleId } from '../model/article-id.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { ImportOutcome } from '../model/import-figures.ts';
import { maxImportedArticles, maxImportKey } from '../model/limits.ts';
import { hasCode } from '../model/system-error.ts';
import { removeSeedParts, writeSeed } from '../publish/seed-part.ts';
import { sha256 } from '../publish/sha256.ts';
import type { ImportedArticle } from './imported-article.ts';
import type { ImportLog } from './log.ts';
import { type MediaFolder, openMediaFolder } from './media-folder.ts';
import { placePictures } from './place-pictures.ts';
import { seedText } from './seed-text.ts';

/** An article's outcome, with diagnostics. */
export interface WrittenSeed {
  readonly outcome: ImportOutcome;
  readonly diagnostics: readonly Diagnostic[];
}

/** A written seed, with the number of its pictures in `media/` and of those that became links. */
export interface WrittenArticle extends WrittenSeed {
  readonly pictures: number;
  readonly pictureLinks: number;
}

/** Writes imported articles into a folder of seeds. */
export interface SeedFolder {
  /**
   * Writes an article.
   *
   * @param from where the article came from, for people: a file and a line
   */
  readonly put: (article: ImportedArticle, from: string) => WrittenArticle;
  /** The pictures beside the seeds; an archive that is read in passing delivers them here. */
  readonly media: MediaFolder;
  /** Tells whether the folder takes no more articles. */
  readonly isFull: () => boolean;
}

/** Hexadecimal digits of the hash used as a name: 48 bits distinguish a million articles. */
const shortHashLength = 12;

/** Returns twelve bytes of a hash as a text, of which half a million take little memory. */
const briefHash = (text: string): string =>
  Buffer.from(hashText(text), 'hex').toString('latin1', 0, 12);

const hashText = (text: string): string => sha256(Buffer.from(text));

/** Returns the hash of the seed of an article. */
const articleHash = (article: ImportedArticle): string => hashText(seedText(article, '').value);

/** Truncates a long key; its hash keeps it unique. */
function boundKey(key: string): string {
  const normal = key.normalize('NFC');
  return normal.length <= maxImportKey
    ? normal
    : `${normal.slice(0, maxImportKey)}#${hashText(normal).slice(0, shortHashLength)}`;
}

/** Returns the hash of a file; `other` for anything but a file, undefined where there is nothing. */
function hashFile(path: string): string | undefined {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return undefined;
  return stats.isFile() ? sha256(readFileSync(path)) : 'other';
}

const extensionOf = ({ format }: ImportedArticle): string =>
  format === 'markdown' ? '.md' : '.txt';

const stemOf = (file: string): string => file.replace(/\.[^.]*$/, '').toLowerCase();

/**
 * Returns a writer of articles into a folder: each is written once, and again only where the archive
 * has a new version and the seed was not edited. A seed's name is the article's id, so it never
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
  /** Hashes of the keys of this run, with those of URL and text of the first article of each. */
  const firstByKey = new Map<string, string>();
  /** Stems in use, compared as by a case-insensitive file system. */
  const stems = new Set([...log.entries.values()].map(({ file }) => stemOf(file)));
  const existingStems = new Set(listStems(folder));

  let isCleared = false;

  function write(file: string, text: string): void {
    if (isDry) return;
    if (!isCleared) {
      mkdirSync(folder, { recursive: true });
      removeSeedParts(folder);
      isCleared = true;
    }
    writeSeed(folder, file, text);
  }

  /** Returns a name that no article of this folder has. */
  function nameFor(article: ImportedArticle, key: string): string {
    const keyHash = hashText(key);
    const candidates = [
      ...article.names.filter(isArticleId),
      keyHash.slice(0, shortHashLength),
      keyHash,
    ];
    return candidates.find((name) => !stems.has(name.toLowerCase())) ?? keyHash;
  }

  function addNew(article: ImportedArticle, key: string, from: string): WrittenSeed {
    const stem = nameFor(article, key);
    const file = stem + extensionOf(article);
    const path = `${shown}/${file}`;
    const { value: text, diagnostics } = seedText(article, path);
    const entry = { key, file, sha256: hashText(text), from };
    stems.add(stem.toLowerCase());
    if (!existingStems.has(stem.toLowerCase())) {
      write(file, text);
      log.add(entry);
      return { outcome: 'written', diagnostics };
    }
    // An interrupted run wrote the seed but not its log entry.
    if (hashFile(join(folder, file)) === entry.sha256) {
      log.add(entry);
      return { outcome: 'unchanged', diagnostics };
    }
    const nameTaken = {
      rule: 'import-taken',
      severity: 'warning',
      file: path,
      values: {},
    } as const;
    return { outcome: 'taken', diagnostics: [nameTaken] };
  }

  function updateExisting(
    article: ImportedArticle,
    key: string,
    from: string,
  ): WrittenSeed | undefined {
    const logged = log.entries.get(key);
    if (logged === undefined) return undefined;
    const path = `${shown}/${logged.file}`;
    const file = logged.file.replace(/\.[^.]*$/, extensionOf(article));
    const { value: text, diagnostics } = seedText(article, `${shown}/${file}`);
    const entry = { key, file, sha256: hashText(text), from };
    const at = { severity: 'warning', file: path, values: {} } as const;
    const currentHash = hashFile(join(folder, logged.file));
    if (currentHash === undefined) {
      if (file !== logged.file && hashFile(join(folder, file)) === entry.sha256) {
        log.add(entry);
        return { outcome: 'unchanged', diagnostics };
      }
      return { outcome: 'deleted', diagnostics: [{ ...at, rule: 'import-deleted' }] };
    }
    if (file === logged.file && currentHash === entry.sha256) {
      if (logged.sha256 !== entry.sha256) log.add(entry);
      return { outcome: 'unchanged', diagnostics };
    }
    if (currentHash !== logged.sha256) {
      return { outcome: 'edited', diagnostics: [{ ...at, rule: 'import-edited' }] };
    }
    write(file, text);
    if (file !== logged.file && !isDry) rmSync(join(folder, logged.file));
    log.add(entry);
    return { outcome: 'updated', diagnostics };
  }

  function duplicate(article: ImportedArticle, key: string, from: string): WrittenSeed {
    if (firstByKey.get(briefHash(key))?.endsWith(briefHash(articleHash(article))) === true)
      return { outcome: 'duplicate', diagnostics: [] };
    const [file = from, line] = from.split(/:(?=\d+$)/);
    const values = { key: key.slice(0, 200) };
    const at = { severity: 'warning', file, ...(line === undefined ? {} : { line: Number(line) }) };
    const diagnostic: Diagnostic = { ...at, rule: 'import-duplicate', severity: 'warning', values };
    return { outcome: 'duplicate', diagnostics: [diagnostic] };
  }

  const media = openMediaFolder(folder, isDry);

  return {
    media,
    isFull: () => Math.max(firstByKey.size, log.entries.size) >= maxImportedArticles,
    put(received, from) {
      const placed = placePictures(received, from.replace(/:\d+$/, ''));
      const written = putSeed(placed.article, from);
      const isHere = /^(?:written|updated|unchanged)$/.test(written.outcome);
      return {
        ...written,
        pictures: isHere ? media.put(placed.pictures) : 0,
        pictureLinks: isHere ? placed.links : 0,
        diagnostics: isHere ? [...written.diagnostics, ...placed.diagnostics] : written.diagnostics,
      };
    },
  };

  function putSeed(article: ImportedArticle, from: string): WrittenSeed {
    let key = boundKey(article.key);
    const { url } = article;
    const first = firstByKey.get(briefHash(key));
    const urlHash = url === undefined ? '' : briefHash(url);
    if (first !== undefined) {
      const hasOtherUrl = url !== undefined && !first.startsWith(urlHash);
      // Programs that give every item the same guid still record a URL for each.
      if (hasOtherUrl) key = boundKey(`${article.key} ${url}`);
      if (!hasOtherUrl || firstByKey.has(briefHash(key))) return duplicate(article, key, from);
    }
    firstByKey.set(briefHash(key), urlHash + briefHash(articleHash(article)));
    return updateExisting(article, key, from) ?? addNew(article, key, from);
  }
}

function listStems(folder: string): readonly string[] {
  try {
    return readdirSync(folder).map(stemOf);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
}
