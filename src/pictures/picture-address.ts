/** Folders that a site's own addresses (`/images/a.jpg`) do not name: Hugo's, Jekyll's and others'. */
const siteFolders = ['', 'static/', 'assets/', 'public/', 'media/'];

/** Folders in which programs keep attachments, beside a note or above it. */
const attachmentFolders = [
  ...['', 'attachments/', 'Attachments/', 'assets/', 'images/', 'media/', 'files/', '_resources/'],
  ...['المرفقات/', 'مرفقات/', 'الصور/', 'صور/'],
];

/** Longest address of a picture that is looked for, in UTF-16 code units. */
const maxAddress = 1000;

/** Returns the forms in which an address may name a file: with escapes read, and as written. */
function written(address: string): readonly string[] {
  const raw = address.trim().slice(0, maxAddress);
  const plain = raw.replace(/[?#].*$/s, '');
  const decoded: string[] = [];
  for (const one of [plain, raw]) {
    try {
      decoded.push(decodeURIComponent(one));
    } catch {
      // Not escaped: a percent sign of its own.
    }
    decoded.push(one);
  }
  return [...new Set(decoded.map((one) => one.replaceAll('\\', '/').normalize('NFC')))];
}

/** Returns a path with its dots resolved; undefined where it leaves the seeds folder. */
function resolved(path: string): string | undefined {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

/** Returns the folders of a path with a slash at their ends, the seeds folder (``) first. */
function foldersOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1);
  return ['', ...names.map((_, i) => `${names.slice(0, i + 1).join('/')}/`)];
}

/** Where a picture may lie. */
export interface PicturePlaces {
  /** Paths under the seeds folder, the most likely first. */
  readonly paths: readonly string[];
  /** Whether the address as written leaves the seeds folder. */
  readonly isOutside: boolean;
  /** The name that is looked for in all folders; undefined where only the paths count. */
  readonly name: string | undefined;
  /** The names that it may mean, in small letters. */
  readonly names: readonly string[];
  /** The address for people. */
  readonly shown: string;
}

/** Obsidian's form of an address; the name is looked for in all folders. */
const wikiForm = /^!\[\[(.*)\]\]$/s;

/** Returns an address as Obsidian writes it, by which `picturePlaces` knows it. */
export const wikiAddress = (name: string): string => `![[${name}]]`;

/**
 * Returns where the picture of an address may lie.
 *
 * @param seed path of the seed that names it
 * @param address as written in the seed
 */
export function picturePlaces(seed: string, address: string): PicturePlaces {
  const wiki = wikiForm.exec(address)?.[1];
  const folder = seed.slice(0, seed.lastIndexOf('/') + 1);
  const folders = foldersOf(seed);
  const paths = new Set<string>();
  let isOutside = false;
  const add = (path: string): void => {
    const at = resolved(path);
    if (at === undefined) isOutside = true;
    else if (at !== '') paths.add(at);
  };
  const forms = written(wiki ?? address);
  for (const form of forms) {
    if (!form.startsWith('/')) add(folder + form);
    if (wiki !== undefined) {
      for (const outer of folders.toReversed())
        for (const inner of attachmentFolders) add(outer + inner + form);
    }
    const rest = form.replace(/^\/+/, '');
    // A bare name is a file beside the text; one in another folder would be guessed.
    if (rest.startsWith('..') || !form.includes('/')) continue;
    for (const outer of folders) for (const inner of siteFolders) add(outer + inner + rest);
  }
  const [shown = ''] = forms;
  return {
    ...{ paths: [...paths], isOutside, shown: shown.slice(0, 200) },
    names: [...new Set(forms.map((form) => form.slice(form.lastIndexOf('/') + 1).toLowerCase()))],
    name: wiki === undefined ? undefined : shown.slice(shown.lastIndexOf('/') + 1),
  };
}
