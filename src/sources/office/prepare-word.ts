import {
  childNamed,
  type OfficeElement,
  type OfficeNode,
  officeTree,
  officeXml,
  outermost,
  wordLetters,
} from './office-tree.ts';
import { withNamespaces } from './word-namespaces.ts';
import { isOn, outlineLevel, type WordStyle } from './word-styles.ts';

/** What a part's preparation depends on. */
export interface WordContext {
  readonly style: (id: string | undefined) => WordStyle;
  /** Tells whether the part has a relationship. */
  readonly hasTarget: (id: string) => boolean;
  /** Tells whether the file holds the picture that a relationship leads to. */
  readonly hasPicture: (id: string) => boolean;
}

/** A part of a Word file in the form that the converter reads in full. */
export interface PreparedPart {
  readonly xml: string;
  /** Letters that a reader of the document does not see. */
  readonly hidden: number;
  /** Letters of deleted text. */
  readonly deleted: number;
  /** Letters of tables of contents. */
  readonly contents: number;
  /** Pictures that the file names and does not hold. */
  readonly missingPictures: number;
}

/** Longest heading, in letters: a paragraph in a heading's style is text. */
const maxHeadingLetters = 300;

/** Elements around runs that the converter does not know; their content is text. */
const wrappers = new Set(['w:dir', 'w:bdo', 'w:fldSimple', 'w:ruby', 'w:rubyBase', 'w:rt']);

const element = (
  name: string,
  children: readonly OfficeNode[] = [],
  attributes: OfficeElement['attributes'] = {},
): OfficeElement => ({ name, attributes, children });

const pageBreak = element('w:r', [element('w:br', [], { 'w:type': 'page' })]);

const isText = ({ name }: OfficeElement): boolean => name === 'w:txbxContent';
const isPicture = ({ name }: OfficeElement): boolean => name === 'pic:pic';

/** Returns the id of the style that the converter makes a title or a heading of. */
export const wordHeadingStyle = (level: number): string => `WarraqHeading${level}`;

/** Prepares the parts of a Word file. */
class Preparation {
  private readonly context: WordContext;
  private readonly sections: readonly OfficeElement[];
  private section = 0;
  hidden = 0;
  deleted = 0;
  contents = 0;
  missingPictures = 0;

  constructor(context: WordContext, root: OfficeElement) {
    this.context = context;
    this.sections = outermost(root.children, ({ name }) => name === 'w:sectPr');
  }

  readonly all = (nodes: readonly OfficeNode[]): readonly OfficeNode[] =>
    nodes.flatMap((node) => (typeof node === 'string' ? [node] : this.one(node)));

  private one(node: OfficeElement): readonly OfficeNode[] {
    const { name, attributes, children } = node;
    if (wrappers.has(name)) return this.all(children);
    switch (name) {
      case 'w:p':
        return this.paragraph(node);
      case 'w:r':
        return this.run(node, false);
      case 'w:cr':
        return [element('w:br')];
      case 'w:del':
        this.deleted += wordLetters(children);
        return [node];
      case 'w:sdt':
        return this.control(node);
      case 'w:hyperlink': {
        const id = attributes['r:id'];
        const isLost = id !== undefined && !this.context.hasTarget(id);
        return isLost ? this.all(children) : [{ ...node, children: this.all(children) }];
      }
      case 'mc:AlternateContent':
        return this.alternative(node);
      case 'w:drawing':
        return this.drawing(node);
      case 'a:blip':
      case 'v:imagedata':
        return this.picture(node);
      default: {
        // Shapes of the old form other than rectangles and groups may hold text, too.
        const isShape = name.startsWith('v:') && outermost(children, isText).length > 0;
        const known = /^v:(?:roundrect|shape|textbox|group|rect)$/.test(name);
        return [
          { ...node, name: isShape && !known ? 'v:shape' : name, children: this.all(children) },
        ];
      }
    }
  }

  private paragraph(node: OfficeElement): readonly OfficeNode[] {
    const properties = childNamed(node, 'w:pPr');
    const style = this.context.style(childNamed(properties, 'w:pStyle')?.attributes['w:val']);
    if (style.isContents) {
      this.contents += wordLetters([node]);
      return [];
    }
    const others = node.children.filter((child) => child !== properties);
    const breaks = isOn(properties, 'w:pageBreakBefore') ?? style.pageBreak;
    const level = style.level ?? outlineLevel(properties);
    const letters = level === undefined ? 0 : wordLetters(others);
    const content = others.flatMap((child) =>
      typeof child !== 'string' && child.name === 'w:r'
        ? this.run(child, style.bold && level === undefined, style.hidden)
        : this.all([child]),
    );
    const paragraph = {
      ...node,
      children: [
        ...withLevel(properties, letters > maxHeadingLetters ? null : level),
        ...(breaks ? [pageBreak] : []),
        ...content,
      ],
    };
    return childNamed(properties, 'w:sectPr') !== undefined && this.endsPage()
      ? [paragraph, element('w:p', [pageBreak])]
      : [paragraph];
  }

  /** Tells whether the next section begins on a new page, as its own properties say (ECMA-376-1, 17.6.22). */
  private endsPage(): boolean {
    this.section += 1;
    const next = this.sections[this.section];
    const type = childNamed(next, 'w:type')?.attributes['w:val'] ?? 'nextPage';
    return !/^(?:continuous|nextColumn)$/.test(type);
  }

  private run(node: OfficeElement, isBold: boolean, isHidden = false): readonly OfficeNode[] {
    const properties = childNamed(node, 'w:rPr');
    const style = this.context.style(childNamed(properties, 'w:rStyle')?.attributes['w:val']);
    if (isOn(properties, 'w:vanish') ?? (isHidden || style.hidden)) {
      this.hidden += wordLetters([node]);
      // Fields begin and end in runs of their own.
      const kept = node.children.filter(
        (child) => typeof child !== 'string' && /^w:(?:fldChar|instrText)$/.test(child.name),
      );
      return kept.length === 0 ? [] : [{ ...node, children: kept }];
    }
    const isArabic = isOn(properties, 'w:rtl') === true;
    const marks = (['b', 'i'] as const).filter((mark) => {
      if (childNamed(properties, `w:${mark}`) !== undefined) return false;
      // Arabic has its own properties, which the converter does not read (ECMA-376-1, 17.3.2.2).
      const own = isArabic ? isOn(properties, `w:${mark}Cs`) : undefined;
      return own ?? (mark === 'b' && isBold);
    });
    const others = this.all(node.children.filter((child) => child !== properties));
    if (properties === undefined && marks.length === 0) return [{ ...node, children: others }];
    const added = marks.map((mark) => element(`w:${mark}`));
    const changed = element('w:rPr', [...added, ...(properties?.children ?? [])]);
    return [{ ...node, children: [changed, ...others] }];
  }

  /** A content control; that of a table of contents is left out. */
  private control(node: OfficeElement): readonly OfficeNode[] {
    const part = childNamed(childNamed(node, 'w:sdtPr'), 'w:docPartObj');
    const gallery = childNamed(part, 'w:docPartGallery')?.attributes['w:val'] ?? '';
    if (/^table of contents$/i.test(gallery)) {
      this.contents += wordLetters([node]);
      return [];
    }
    return [{ ...node, children: this.all(node.children) }];
  }

  /** Of two forms of the same, the old one is read where it holds as much. */
  private alternative(node: OfficeElement): readonly OfficeNode[] {
    const fallback = childNamed(node, 'mc:Fallback');
    const choice = childNamed(node, 'mc:Choice');
    const weight = (one: OfficeElement | undefined): number =>
      wordLetters(one?.children ?? []) +
      outermost(one?.children ?? [], ({ name }) => /^(?:a:blip|v:imagedata)$/.test(name)).length;
    const read = fallback !== undefined && weight(fallback) >= weight(choice) ? fallback : choice;
    return this.all(read?.children ?? []);
  }

  /** A drawing: the pictures of a group and the texts of shapes become drawings and boxes of their own. */
  private drawing(node: OfficeElement): readonly OfficeNode[] {
    const texts = outermost(node.children, isText);
    const pictures = outermost(node.children, isPicture);
    const isGroup = outermost(node.children, ({ name }) => /^wp[gc]:/.test(name)).length > 0;
    if (texts.length === 0 && !isGroup) return [{ ...node, children: this.all(node.children) }];
    const boxes = texts.map((text) =>
      element('w:pict', [element('v:shape', [element('v:textbox', this.all([text]))])]),
    );
    const drawings = pictures.map((picture) => {
      const own = childNamed(childNamed(picture, 'pic:nvPicPr'), 'pic:cNvPr');
      const data = element('a:graphicData', this.all([picture]));
      const inside = [element('wp:docPr', [], own?.attributes), element('a:graphic', [data])];
      return element('w:drawing', [element('wp:inline', inside)]);
    });
    return [...drawings, ...boxes];
  }

  private picture(node: OfficeElement): readonly OfficeNode[] {
    const { attributes } = node;
    const id = attributes['r:embed'] ?? attributes['r:id'] ?? attributes['r:link'];
    if (id !== undefined && this.context.hasPicture(id)) return [node];
    this.missingPictures += 1;
    return [];
  }
}

/** Returns properties of a paragraph with the style of a heading; `null` takes its style. */
function withLevel(
  properties: OfficeElement | undefined,
  level: number | null | undefined,
): readonly OfficeElement[] {
  if (level === undefined) return properties === undefined ? [] : [properties];
  const others = (properties?.children ?? []).filter(
    (child) => typeof child === 'string' || !/^w:(?:pStyle|numPr|outlineLvl)$/.test(child.name),
  );
  const style = level === null ? '' : wordHeadingStyle(level);
  const marks = style === '' ? [] : [element('w:pStyle', [], { 'w:val': style })];
  return [element('w:pPr', [...marks, ...others])];
}

/**
 * Returns a part of a Word file in the form that the converter reads in full: text in elements that it does not know,
 * text boxes and groups, headings by any style, breaks of pages; without hidden text and tables of contents, which are
 * counted.
 *
 * @throws OfficeFault where it is not well-formed, or too deep
 */
export function prepareWord(xml: string, context: WordContext): PreparedPart {
  const root = officeTree(xml);
  const preparation = new Preparation(context, root);
  const prepared = officeXml(withNamespaces(preparation.all(root.children), root));
  const { hidden, deleted, contents, missingPictures } = preparation;
  return { xml: prepared, hidden, deleted, contents, missingPictures };
}
