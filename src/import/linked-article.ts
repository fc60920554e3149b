import { htmlLine } from './html-body.ts';

/** The data of an article in JSON-LD (schema.org); lists may be empty. */
export interface LinkedArticle {
  readonly headline: string;
  readonly description: string;
  readonly datePublished: string;
  readonly dateModified: string;
  /** Its text, with line ends. */
  readonly articleBody: string;
  readonly section: string;
  readonly publisher: string;
  readonly url: string;
  readonly authors: readonly string[];
  readonly keywords: readonly string[];
}

type Node = Readonly<Record<string, unknown>>;

/** Most objects examined; a page has about a dozen. */
const maxObjects = 2000;

const isObject = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asList = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

function field(node: Node, name: string): unknown {
  return Object.hasOwn(node, name) ? node[name] : undefined;
}

/** Returns the texts of a value: the text itself, or the names of its objects. */
const textsOf = (value: unknown): readonly string[] =>
  asList(value)
    .map((item) => (isObject(item) ? field(item, 'name') : item))
    .filter((item) => typeof item === 'string')
    .map(htmlLine)
    .filter((text) => text !== '');

const isArticle = (node: Node): boolean =>
  asList(field(node, '@type')).some(
    (type) => typeof type === 'string' && /(?:Article|BlogPosting|Report|Review)$/.test(type),
  );

/** Yields all objects in JSON, without recursion. */
function* objectsIn(json: unknown): Generator<Node> {
  const queue = [json];
  for (let i = 0; i < queue.length && i < maxObjects; i += 1) {
    const value = queue[i];
    if (Array.isArray(value)) queue.push(...value.slice(0, maxObjects));
    else if (isObject(value)) {
      yield value;
      const children = Object.values(value).filter((child) => typeof child === 'object');
      queue.push(...children.slice(0, maxObjects));
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Returns the data of the first article in a page's JSON-LD; undefined where there is none. Never
 * throws.
 */
export function linkedArticle(texts: readonly string[]): LinkedArticle | undefined {
  for (const text of texts) {
    const node = objectsIn(parsed(text)).find(isArticle);
    if (node === undefined) continue;
    const firstText = (name: string): string => textsOf(field(node, name))[0] ?? '';
    const body = field(node, 'articleBody');
    const page = field(node, 'mainEntityOfPage');
    const pageId = isObject(page) ? field(page, '@id') : page;
    return {
      headline: firstText('headline') || firstText('name'),
      description: firstText('description'),
      datePublished: firstText('datePublished'),
      dateModified: firstText('dateModified'),
      articleBody: typeof body === 'string' ? body : '',
      section: firstText('articleSection'),
      publisher: firstText('publisher'),
      url: firstText('url') || (typeof pageId === 'string' ? pageId : ''),
      authors: textsOf(field(node, 'author')),
      keywords: textsOf(field(node, 'keywords')).flatMap((words) => words.split(/\s*[,،;؛]\s*/)),
    };
  }
  return undefined;
}
