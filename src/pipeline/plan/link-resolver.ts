import { slug } from '../../arabic/slug.ts';
import { comparablePath, type LinkTarget, type LinkTargets } from '../../catalogue/link-targets.ts';
import type { LinkingDocument } from '../../catalogue/links.ts';
import type { Diagnostic, Rule, RuleValues } from '../../model/diagnostic.ts';
import { shortLinkOf } from '../../model/old-path.ts';
import { originOf } from '../../model/origin.ts';
import type { Destination, Reference } from '../../model/reference.ts';
import { reservedBy } from '../../pages/kinds.ts';
import { homePath } from '../../pages/output-paths.ts';
import {
  folderDistance,
  folderOf,
  isOtherFile,
  type LinkAddress,
  nameAddress,
  pathAddress,
  pathFrom,
  withoutExtension,
} from './link-address.ts';

/** An id of a page, with the words of its heading where it is one. */
export interface Anchor {
  readonly id: string;
  readonly heading?: string;
}

/** What references are resolved with. */
export interface LinkContext {
  readonly targets: LinkTargets;
  /** Returns the ids of an article's page. */
  readonly anchorsOf: (doc: number) => readonly Anchor[];
  /** Returns the path of a seed as the user knows it. */
  readonly name: (seed: string) => string;
}

/** Extensions that a link may leave out, by precedence. */
const extensions = ['.md', '.txt', '.markdown', '.text'];

/** Texts of a folder, by precedence. */
const folderTexts = ['index', '_index', 'README'];

/** The result of looking an address up: an article, another page of the site, an address to be left, or nothing. */
type Found = LinkTarget | { readonly outputPath: string } | 'as-written' | undefined;

/** Returns the article that a path under the seeds folder names. */
function seedAt({ targets }: LinkContext, path: string): LinkTarget | undefined {
  const exact = targets.seed(path);
  if (exact !== undefined) return exact;
  const stems = [path, ...folderTexts.map((name) => (path === '' ? name : `${path}/${name}`))];
  for (const stem of stems) {
    for (const extension of extensions) {
      const found = targets.seed(stem + extension);
      if (found !== undefined) return found;
    }
  }
  return targets.pathsLike(comparablePath(`${withoutExtension(path)}.`))[0];
}

/** Returns the article that was first published at an address; several are none. */
function publishedAt(
  { targets }: LinkContext,
  href: string,
  from: LinkingDocument,
): LinkTarget | undefined {
  const origin = originOf(href, from.origin ?? 'http://host.invalid/');
  if (origin === undefined) return undefined;
  const [only, ...others] = targets.published(
    origin,
    from.origin === undefined ? 'any' : 'given-or-none',
  );
  return others.length === 0 ? only : undefined;
}

/** Tells whether a link names a folder: `../`, `..`, `folder/`. */
const isFolderLink = (path: string): boolean => /(?:^|\/)\.{0,2}$/.test(path);

/** Returns the output path that a relative link from an article's page has; a folder is its index. */
function pagePath({ outputPath }: LinkingDocument, path: string): string | undefined {
  const page = pathFrom(folderOf(outputPath), path);
  if (page === undefined || !isFolderLink(path)) return page;
  return page === '' ? homePath : `${page}/index.html`;
}

/** Looks up a relative link: a seed, an id, a page of this site, an address of the old one. */
function findPath(
  context: LinkContext,
  from: LinkingDocument,
  href: string,
  { path, isFromRoot }: LinkAddress,
): Found {
  const { targets } = context;
  const seedPath = pathFrom(folderOf(from.seed), path);
  const seed = seedPath && seedAt(context, seedPath);
  if (seed) return seed;
  if (shortLinkOf(href) !== undefined) return publishedAt(context, href, from);
  if (/^\/+$/.test(path)) return { outputPath: homePath };
  const [name = '', ...deeper] = path.replace(/^\.\/+/, '').split('/');
  const byId = deeper.length === 0 ? targets.id(withoutExtension(name)) : undefined;
  if (byId !== undefined) return byId;
  const page = isFromRoot ? undefined : pagePath(from, path);
  const ofSite = page && targets.page(page);
  if (ofSite) return ofSite;
  if (from.origin !== undefined || isFromRoot) {
    const published = publishedAt(context, href, from);
    if (published !== undefined) return published;
  }
  if (page && reservedBy(page) !== undefined) {
    return isFolderLink(path) ? { outputPath: page } : 'as-written';
  }
  // A file of records is a seed, and no page.
  const isSeed = seedPath !== undefined && targets.isSeed(seedPath);
  return isOtherFile(path) && !isSeed ? 'as-written' : undefined;
}

/** Looks up a name in double brackets: of seeds with that name the nearest, else an id. */
function findName(
  { targets }: LinkContext,
  from: LinkingDocument,
  { path }: LinkAddress,
  ambiguous: (chosen: LinkTarget, other: LinkTarget) => void,
): LinkTarget | undefined {
  const whole = path.replace(/^\/+/, '').toLowerCase();
  const relative = pathFrom(folderOf(from.seed).toLowerCase(), whole);
  const isInFolder = whole.includes('/');
  const exact = isInFolder
    ? (targets.pathsLike(relative ?? '')[0] ?? targets.pathsLike(whole)[0])
    : undefined;
  if (exact !== undefined) return exact;
  const candidates = targets
    .named(whole.slice(whole.lastIndexOf('/') + 1))
    .filter(({ seed }) => !isInFolder || comparablePath(seed).endsWith(`/${whole}`))
    .map((target) => ({ target, distance: folderDistance(from.seed, target.seed) }))
    // A text that names its own name means another text of that name, where there is one.
    .sort(
      (a, b) =>
        Number(a.target.doc === from.doc) - Number(b.target.doc === from.doc) ||
        a.distance - b.distance,
    );
  const [nearest, second] = candidates;
  if (nearest === undefined) return targets.id(path);
  if (second?.distance === nearest.distance && second.target.doc !== from.doc)
    ambiguous(nearest.target, second.target);
  return nearest.target;
}

/** Returns the id on a page that a fragment names: an id, or the words of a heading. */
function fragmentId(anchors: readonly Anchor[], fragment: string): string | undefined {
  const words = slug(fragment);
  const found =
    anchors.find(({ id }) => id === fragment) ??
    anchors.find(({ heading }) => heading !== undefined && words !== '' && slug(heading) === words);
  return found?.id;
}

/** The destinations of an article's references, and what the author should know of them. */
export interface ResolvedLinks {
  readonly destinations: readonly Destination[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Returns an address as its author would read it. */
function readable(href: string): string {
  try {
    return decodeURI(href);
  } catch {
    return href;
  }
}

/** Returns where the references of an article lead. */
export function resolveReferences(context: LinkContext, from: LinkingDocument): ResolvedLinks {
  const diagnostics: Diagnostic[] = [];
  const ownHost = from.origin === undefined ? undefined : originOf(from.origin)?.host;
  function destination({ kind, href, line }: Reference): Destination {
    const link = readable(href);
    const warn = <R extends Rule>(rule: R, values: RuleValues[R]): void => {
      const at = line === undefined ? {} : { line };
      // The union is indexed by rule, which a generic literal cannot show to the compiler.
      const diagnostic = { rule, severity: 'warning', file: from.seed, ...at, values };
      diagnostics.push(diagnostic as Diagnostic);
    };
    if (kind === 'url') {
      const origin = originOf(href);
      // An address on another host is not that of an alias with the same path.
      const isOwnSite = origin !== undefined && origin.host === ownHost;
      const [target, ...others] =
        origin === undefined
          ? []
          : context.targets.published(origin, isOwnSite ? 'given-or-none' : 'given');
      // A link to the article's own source stays.
      if (target === undefined || others.length > 0 || target.doc === from.doc) return 'as-written';
      const { fragment } = pathAddress(href);
      const id = fragment && fragmentId(context.anchorsOf(target.doc), fragment);
      return { outputPath: target.outputPath, fragment: id ?? '' };
    }
    const address = kind === 'name' ? nameAddress(href) : pathAddress(href);
    const { name } = context;
    const found =
      address.path === ''
        ? { doc: from.doc, outputPath: from.outputPath }
        : kind === 'path'
          ? findPath(context, from, href, address)
          : findName(context, from, address, (chosen, other) =>
              warn('link-ambiguous', { link, seed: name(chosen.seed), other: name(other.seed) }),
            );
    if (found === 'as-written') return found;
    if (found === undefined) {
      warn('link-target-missing', { link });
      return 'nothing';
    }
    const { outputPath } = found;
    const { fragment } = address;
    if (fragment === '' || !('doc' in found)) return { outputPath, fragment: '' };
    const id = fragmentId(context.anchorsOf(found.doc), fragment);
    if (id !== undefined) return { outputPath, fragment: id };
    warn('link-fragment-missing', { link, fragment });
    return address.path === '' ? 'nothing' : { outputPath, fragment: '' };
  }
  return { destinations: from.references.map(destination), diagnostics };
}
