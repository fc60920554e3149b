import { nameWords } from '../../arabic/name-forms.ts';
import { hashId, permalink } from '../../article/permalink.ts';
import { withoutPrivacyKeys } from '../../article/redact/redaction.ts';
import type { Redactor } from '../../article/redact/redactor.ts';
import { toArticle } from '../../article/to-article.ts';
import { encodeArticle } from '../../catalogue/article-bytes.ts';
import type { Article, SourceDocument } from '../../model/article.ts';
import type { Config } from '../../model/config.ts';
import type { ArticleIdentity, CompiledArticle } from '../../model/document.ts';
import { pathKeyOf } from '../../model/old-path.ts';
import type { Withdrawal } from '../../model/withdrawal.ts';
import type { WithheldNames } from './names-to-redact.ts';

/** Fewest words of a title, and fewest letters of them, that show in an address which title it is. */
const [minTitleWords, minTitleLetters] = [2, 6];

/** Tells whether a text has words of a title that stand beside each other, or the title run together. */
function showsTitle(text: string, title: string): boolean {
  const words = nameWords(title).map(({ form }) => form);
  const own = nameWords(text).map(({ form }) => form);
  const together = words.join('');
  if (words.length === 0 || together.length < 3) return false;
  if (own.includes(together)) return true;
  const length = Math.min(minTitleWords, words.length);
  for (let at = 0; at + length <= words.length; at += 1) {
    const run = words.slice(at, at + length);
    const isLong = run.join('').length >= Math.min(minTitleLetters, together.length);
    if (isLong && own.some((_, i) => run.every((word, n) => own[i + n] === word))) return true;
  }
  return false;
}

/** Tells whether the id, the address or the path of an article shows its title or a withheld name. */
function isTelling(article: Article, redactor: Redactor | undefined): boolean {
  const { id, outputPath, title, provenance } = article;
  const isTitled = title !== id;
  return [id, outputPath, provenance.path].some(
    (text) => redactor?.has(text) || (isTitled && showsTitle(text, title)),
  );
}

/** Returns the day and the reason of a withdrawal, without withheld names; no reason where they are not known. */
function shownWithdrawal(
  { date, reason }: Withdrawal,
  names: WithheldNames | undefined,
): Withdrawal {
  const text = reason === undefined ? undefined : (names?.redactor.text(reason) ?? reason);
  const isSafe =
    names?.unusable === undefined && (text === undefined || !names?.redactor.has(text));
  return {
    ...(date === undefined ? {} : { date }),
    ...(text === undefined || !isSafe ? {} : { reason: text }),
  };
}

/** An article that holds nothing, for the table of stored articles. */
const emptyArticle = (id: string, outputPath: string): Article => ({
  ...{ id, outputPath, title: '', titleDerived: false, description: '', descriptionDerived: false },
  ...{ metadata: {}, inferred: [], provenance: { path: '', encoding: 'utf-8', bytes: 0 } },
  ...{ terms: [], keywords: [], lead: [], sections: [], paragraphsRecovered: 0 },
  ...{ words: 0, readingMinutes: 1 },
});

/**
 * Compiles a withdrawn document: its address, day and reason, and nothing else of it. An address, id or file
 * name that shows the title gives way to a hash of the day and the reason, which the page shows: with it no
 * guessed title can be tested. Articles of one day and one reason then share one page.
 */
export function withdrawDocument(
  document: SourceDocument,
  config: Config,
  names: WithheldNames | undefined,
  identity: ArticleIdentity,
): CompiledArticle {
  const open = { ...document, metadata: withoutPrivacyKeys(document.metadata) };
  const { article } = toArticle(open, config).value;
  const shown = shownWithdrawal(document.metadata.withdrawn ?? {}, names);
  const isMoved = isTelling(article, names?.redactor);
  const id = isMoved
    ? hashId(`withdrawn ${shown.date?.edtf ?? ''} ${shown.reason ?? ''}`)
    : article.id;
  const outputPath = isMoved
    ? permalink(config.permalink, { id, title: '', date: undefined })
    : article.outputPath;
  return {
    ...{ id, outputPath, words: 0, refused: true, original: undefined },
    sections: { recovered: 0, marked: 0, editor: 0 },
    pathKey: pathKeyOf(outputPath),
    ...{ identity, aliases: [] },
    ...{ sortKey: 0, entry: '', terms: [], keywords: [], fragments: '' },
    ...{ headings: undefined, references: undefined, origins: undefined, modified: undefined },
    article: encodeArticle(emptyArticle(id, outputPath)),
    ...{ plainPath: article.outputPath, withdrawn: shown },
  };
}
