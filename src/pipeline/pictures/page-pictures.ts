import { pictureNameOf } from '../../catalogue/pictures.ts';
import type { Diagnostic, Outcome } from '../../model/diagnostic.ts';
import type { OwnPage } from '../../model/own-page.ts';
import type { PagePicture, PictureSettings, PictureUse } from '../../model/picture.ts';
import { picturePlaces } from '../../pictures/picture-address.ts';
import { attachPictures, mayHavePictures } from './attach-pictures.ts';
import { picturesIn } from './folder-pictures.ts';
import { isBehindLink, type PictureLibrary } from './picture-library.ts';
import { pictureReader } from './picture-reader.ts';

/** Most names of unused pictures that are told. */
const maxNames = 3;

/** Returns the pictures of the folder of own pages as a library; paths begin with the folder's name. */
function pagesLibrary(
  files: ReadonlyMap<string, string>,
  folder: string,
  label: string,
): PictureLibrary {
  const at: PictureLibrary['at'] = (path) => {
    const file = files.get(path);
    return file === undefined ? { state: 'missing', nearest: '' } : { state: 'found', path, file };
  };
  return {
    at,
    find(page, address) {
      const { paths, isOutside, name } = picturePlaces(page.slice(label.length + 1), address);
      // Paths may begin with the folder: `/pages/photo.jpg`.
      const places = paths.flatMap((path) => [path, path.replace(/^pages\//, '')]);
      const wanted = pictureNameOf(name ?? paths[0] ?? '');
      const near = [...files.keys()].filter((path) => pictureNameOf(path) === wanted);
      for (const path of [...places, ...(name === undefined ? [] : near)])
        if (files.has(path)) return at(path);
      const [first] = paths;
      return isOutside || (first !== undefined && isBehindLink(folder, first))
        ? { state: 'outside' }
        : { state: 'missing', nearest: near[0] ?? '' };
    },
  };
}

/** Returns what is published of the pictures of a page. */
const published = (
  uses: readonly PictureUse[],
  files: ReadonlyMap<string, string>,
): readonly PagePicture[] =>
  uses.flatMap(({ path, published: file, sizes = [] }) => {
    const source = files.get(path);
    return file === undefined || source === undefined ? [] : [{ ...file, file: source, sizes }];
  });

/**
 * Puts the pictures of the site's own pages into them.
 *
 * @param folder of the pages, absolute
 * @param label the folder as shown to the user
 */
export function illustratePages(
  pages: readonly OwnPage[],
  settings: PictureSettings | undefined,
  { folder, label, cache }: { folder: string; label: string; cache: string },
): Outcome<readonly OwnPage[]> {
  const files = picturesIn(folder);
  const reader = pictureReader(pagesLibrary(files, folder, label), cache);
  const diagnostics: Diagnostic[] = [];
  const unused = new Set(files.keys());
  const value = pages.map(({ images, ...page }): OwnPage => {
    const { lead, sections, file } = page;
    const metadata = images === undefined ? {} : { images };
    const bare = { lead, sections, metadata };
    if (!mayHavePictures(bare, [])) return page;
    const context = { seed: file, line: undefined, siblings: [], assets: [], settings, reader };
    const { article, uses, diagnostics: found } = attachPictures(bare, context);
    diagnostics.push(...found);
    for (const { path } of uses) unused.delete(path);
    const pictures = published(uses, files);
    return { ...page, lead: article.lead, sections: article.sections, pictures };
  });
  if (unused.size > 0) {
    const names = [...unused].slice(0, maxNames).join('، ');
    const values = { count: unused.size, names };
    diagnostics.push({ rule: 'own-page-pictures', severity: 'warning', file: label, values });
  }
  return { value, diagnostics };
}
