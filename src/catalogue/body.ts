import type { Article } from '../model/article.ts';

/**
 * Returns an article as its row holds it: its JSON in UTF-16, which is what the engine has in memory.
 * Arabic takes two bytes a letter in UTF-8 as well, and to recode it took five times as long as to copy.
 */
export function bodyOf(article: Article): Uint8Array {
  const json = JSON.stringify(article);
  // Its own memory: of a shared one the whole would be sent from thread to thread.
  const body = Buffer.allocUnsafeSlow(json.length * 2);
  body.write(json, 'utf16le');
  return body;
}

/**
 * Returns the article that a row holds.
 *
 * @throws SyntaxError where it holds none
 */
export function articleIn(body: unknown): Article {
  const { buffer, byteOffset, byteLength } = body instanceof Uint8Array ? body : new Uint8Array();
  return JSON.parse(Buffer.from(buffer, byteOffset, byteLength).toString('utf16le')) as Article;
}
