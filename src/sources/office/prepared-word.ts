import type { UnseenParts } from './office-html.ts';
import { officeTree, outermost, wordLetters } from './office-tree.ts';
import type { PackageParts } from './package-parts.ts';
import { prepareWord } from './prepare-word.ts';
import { wordStyles } from './word-styles.ts';

/** The parts of a Word file that were prepared for the converter. */
export interface PreparedWord {
  /** Their XML by their names. */
  readonly parts: ReadonlyMap<string, string>;
  readonly unseen: UnseenParts;
}

/** Parts that hold text. */
const textPart = /^word\/(?:document|footnotes|endnotes)\d*\.xml$/;

/** Parts that hold words beside the text. */
const marginPart = /^word\/(?:header|footer)\d*\.xml$/;
const commentPart = /^word\/comments\d*\.xml$/;

/** The picture that Word names where it has none. */
const noPicture = 'NULL';

const decode = (part: Uint8Array | undefined): string =>
  part === undefined ? '' : new TextDecoder().decode(part);

/** Returns the relationships of a part: what each leads to; undefined where that is outside the file. */
function relationsOf(parts: PackageParts, name: string): ReadonlyMap<string, string | undefined> {
  const at = name.lastIndexOf('/') + 1;
  const xml = decode(parts.get(`${name.slice(0, at)}_rels/${name.slice(at)}.rels`));
  if (xml === '') return new Map();
  const relations = outermost(officeTree(xml).children, (one) =>
    /(?:^|:)Relationship$/.test(one.name),
  );
  return new Map(
    relations.map(({ attributes: { Id = '', Target = '', TargetMode = '' } }) => [
      Id,
      TargetMode === 'External' || Target === noPicture
        ? undefined
        : (Target.startsWith('/') ? Target.slice(1) : name.slice(0, at) + Target).replace(
            /[^/]+\/\.\.\//g,
            '',
          ),
    ]),
  );
}

/** Counts the letters of the parts whose names match. */
function lettersOf(parts: PackageParts, names: RegExp): number {
  let letters = 0;
  for (const [name, part] of parts) {
    if (names.test(name)) letters += wordLetters(officeTree(decode(part)).children);
  }
  return letters;
}

/**
 * Prepares the parts of a Word file that hold its text.
 *
 * @throws OfficeFault where one is not well-formed
 */
export function preparedWord(parts: PackageParts): PreparedWord {
  const style = wordStyles(decode(parts.get('word/styles.xml')));
  const prepared = new Map<string, string>();
  let [hidden, deleted, contents, missingPictures] = [0, 0, 0, 0];
  for (const [name, part] of parts) {
    if (!textPart.test(name)) continue;
    const relations = relationsOf(parts, name);
    const read = prepareWord(decode(part), {
      style,
      hasTarget: (id) => relations.has(id),
      hasPicture: (id) => parts.has(relations.get(id) ?? ''),
    });
    prepared.set(name, read.xml);
    hidden += read.hidden;
    deleted += read.deleted;
    contents += read.contents;
    missingPictures += read.missingPictures;
  }
  const margins = lettersOf(parts, marginPart);
  const comments = lettersOf(parts, commentPart);
  return {
    parts: prepared,
    unseen: { hidden, deleted, contents, margins, comments, missingPictures },
  };
}
