import { childNamed, type OfficeElement, officeTree, outermost } from './office-tree.ts';

/** What the reader needs to know of a paragraph's or a run's style. */
export interface WordStyle {
  /** `0` for the title, the level of a heading, undefined for others. */
  readonly level: number | undefined;
  /** Whether it is a line of a table of contents. */
  readonly isContents: boolean;
  readonly bold: boolean;
  readonly hidden: boolean;
  readonly pageBreak: boolean;
}

const plain: WordStyle = {
  ...{ level: undefined, isContents: false },
  ...{ bold: false, hidden: false, pageBreak: false },
};

/** Most styles that a style is based on, one on the other. */
const maxBases = 20;

/** Names of styles of headings, as programs in Arabic, English, French, German and Spanish write them. */
const headingName =
  /^(?:heading|عنوان|العنوان|titre|überschrift|título|encabezado)[\s_-]?([1-6١-٦])$/iu;

const titleName =
  /^(?:title|titre|العنوان|عنوان|العنوان الرئيسي|عنوان رئيسي|عنوان المقال|عنوان المقالة|titel|título)$/iu;

const subheadingName =
  /^(?:عنوان فرعي|العنوان الفرعي|عنوان جانبي|عناوين فرعية|subheading|intertitre)$/iu;

/** Tells whether properties switch something on (ECMA-376-1, 17.17.4). */
export function isOn(properties: OfficeElement | undefined, name: string): boolean | undefined {
  const property = childNamed(properties, name);
  if (property === undefined) return undefined;
  return !/^(?:0|false|off|none)$/.test(property.attributes['w:val'] ?? '');
}

/** Returns the level that an outline level means; undefined for body text. */
export function outlineLevel(properties: OfficeElement | undefined): number | undefined {
  const value = childNamed(properties, 'w:outlineLvl')?.attributes['w:val'] ?? '';
  return /^[0-5]$/.test(value) ? Number(value) + 1 : undefined;
}

/** Returns what the name of a style says: `0` for the title, the level of a heading, undefined for others. */
export function levelOfStyleName(name: string): number | undefined {
  if (titleName.test(name)) return 0;
  if (subheadingName.test(name)) return 2;
  const digit = headingName.exec(name)?.[1];
  if (digit === undefined) return undefined;
  return digit > '6' ? digit.charCodeAt(0) - 0x660 : Number(digit);
}

/**
 * Reads the styles of a Word file: what each is, also by the style that it is based on.
 *
 * @param xml `styles.xml`; an empty text where it is missing
 * @returns the style of an id
 */
export function wordStyles(xml: string): (id: string | undefined) => WordStyle {
  const written = new Map<string, OfficeElement>();
  const isStyle = ({ name }: OfficeElement): boolean => name === 'w:style';
  for (const style of xml === '' ? [] : outermost(officeTree(xml).children, isStyle))
    written.set(style.attributes['w:styleId'] ?? '', style);
  const resolved = new Map<string, WordStyle>();
  function resolve(id: string | undefined, depth: number): WordStyle {
    const style = id === undefined ? undefined : written.get(id);
    if (id === undefined || style === undefined || depth > maxBases) return plain;
    const known = resolved.get(id);
    if (known !== undefined) return known;
    const base = resolve(childNamed(style, 'w:basedOn')?.attributes['w:val'], depth + 1);
    const name = childNamed(style, 'w:name')?.attributes['w:val']?.trim() ?? '';
    const paragraph = childNamed(style, 'w:pPr');
    const run = childNamed(style, 'w:rPr');
    const isContents = /^toc\b|^contents? (?:heading|\d)/i.test(name);
    const own: WordStyle = {
      level: isContents
        ? undefined
        : (levelOfStyleName(name) ?? outlineLevel(paragraph) ?? base.level),
      isContents,
      bold: isOn(run, 'w:b') ?? isOn(run, 'w:bCs') ?? base.bold,
      hidden: isOn(run, 'w:vanish') ?? base.hidden,
      pageBreak: isOn(paragraph, 'w:pageBreakBefore') ?? base.pageBreak,
    };
    resolved.set(id, own);
    return own;
  }
  return (id) => resolve(id, 0);
}
