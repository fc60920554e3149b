import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { DeskWords } from '../model/desk-words.ts';
import { type HeadingGroup, headingGroups, type ItemDecision } from '../model/review.ts';
import { messageOf } from '../model/system-error.ts';
import { browserScript, reviewScript } from '../render/browser-script.ts';
import { deskPage } from '../review/desk-page.ts';
import { deskStyle } from '../review/desk-style.ts';
import type { ReviewSession } from '../review/review-session.ts';
import type { ServedRoute } from './server.ts';

/** URL path of the review page. */
export const reviewPath = '/.warraq/review/';

/** What the review page is served from. */
export interface DeskSetup {
  readonly session: ReviewSession;
  /** The built archive, whose style sheet the page uses. */
  readonly dist: string;
  /** Words of the page by language; the first are the usual ones. */
  readonly languages: readonly [DeskWords, ...DeskWords[]];
}

/** Name of the header in which the script sends the secret of the page. */
const tokenHeader = 'x-warraq-review';

/** Longest body of a request. */
const maxBody = 4096;

/** Nothing but the page's own script, style and requests; no other site may frame it. */
const policy =
  "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' data:; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const headers = (type: string): Readonly<Record<string, string>> => ({
  ...{ 'content-type': `${type}; charset=utf-8`, 'content-security-policy': policy },
  ...{ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  ...{ 'referrer-policy': 'no-referrer', 'cross-origin-resource-policy': 'same-origin' },
});

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, headers(type)).end(body);
}

const sendJson = (response: ServerResponse, status: number, body: unknown): void =>
  send(response, status, 'application/json', JSON.stringify(body));

/** Tells whether a request comes from the page itself: it has the page's secret, and names no other origin. */
function isOwn({ headers: sent }: IncomingMessage, token: string): boolean {
  const { origin, host } = sent;
  const site = sent['sec-fetch-site'];
  return (
    sent[tokenHeader] === token &&
    (origin === undefined || origin === `http://${host}`) &&
    (site === undefined || site === 'same-origin')
  );
}

/** Returns the body of a request as an object; undefined where it is none, or too long. */
async function bodyOf(
  request: IncomingMessage,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > maxBody) return undefined;
    parts.push(part);
  }
  try {
    const value: unknown = JSON.parse(Buffer.concat(parts).toString('utf8'));
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

/** Returns a decision that the page sent; undefined where it has another form. */
function decisionIn(body: Readonly<Record<string, unknown>> | undefined): ItemDecision | undefined {
  const { item, isHeading, start, end, seen } = body ?? {};
  const isCount = (value: unknown): value is number =>
    typeof value === 'number' && Number.isInteger(value);
  if (!isCount(item) || !isCount(start) || !isCount(end)) return undefined;
  if (typeof isHeading !== 'boolean') return undefined;
  if (seen !== undefined && seen !== 'accept' && seen !== 'reject') return undefined;
  return { item, isHeading, start, end, seen };
}

/** Returns the style sheets of the built archive. */
function sheetsOf(dist: string): readonly string[] {
  try {
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    return [...page.matchAll(/<link rel="stylesheet" href="(assets\/[\w.-]+)">/g)].map(
      ([, sheet = '']) => sheet,
    );
  } catch {
    return [];
  }
}

/**
 * Returns the route of the review page: the page, its script and style, its queue, and the decisions that it sends.
 * Only the page itself is answered: each request has the secret of this run.
 */
export function reviewDesk({ session, dist, languages }: DeskSetup): ServedRoute {
  const token = randomBytes(24).toString('base64url');

  function page(query: URLSearchParams): string {
    const language = query.get('lang');
    const words = languages.find((one) => one.language === language) ?? languages[0];
    const { counts } = session.begin();
    return deskPage({ words, token, counts, sheets: sheetsOf(dist) }).source;
  }

  function queue(query: URLSearchParams): unknown {
    const after = Number(query.get('after') ?? 0);
    const group = headingGroups.find((name): name is HeadingGroup => name === query.get('group'));
    const source = query.get('source') ?? undefined;
    return session.page(Number.isInteger(after) ? after : 0, { source, group });
  }

  async function change(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body = await bodyOf(request);
    const decision = decisionIn(body);
    if (body === undefined || (name === 'decide' && decision === undefined)) {
      send(response, 400, 'text/plain', '');
      return;
    }
    try {
      sendJson(response, 200, decision === undefined ? session.undo() : session.decide(decision));
    } catch (error) {
      // The disk is full, or the file may not be written.
      send(response, 500, 'text/plain', messageOf(error));
    }
  }

  return {
    prefix: reviewPath,
    answer(request, response) {
      const { pathname, search, searchParams } = new URL(request.url ?? '/', 'http://localhost');
      const name = pathname.slice(reviewPath.length);
      const isChange = name === 'decide' || name === 'undo';
      if (request.method !== (isChange ? 'POST' : 'GET')) {
        response.writeHead(405, { allow: isChange ? 'POST' : 'GET' }).end();
      } else if (`${pathname}/` === reviewPath) {
        response.writeHead(308, { location: reviewPath + search }).end();
      } else if (name === '') send(response, 200, 'text/html', page(searchParams));
      else if (name === 'review.css') send(response, 200, 'text/css', deskStyle);
      else if (name === 'review.js') {
        send(response, 200, 'text/javascript', browserScript(reviewScript));
      } else if (name !== 'queue' && !isChange) send(response, 404, 'text/plain', '');
      else if (!isOwn(request, token)) send(response, 403, 'text/plain', '');
      else if (isChange) void change(name, request, response);
      else sendJson(response, 200, queue(searchParams));
    },
  };
}
