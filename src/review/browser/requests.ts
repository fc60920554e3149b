import type { ItemDecision, QueuePage, SessionResult } from '../../model/review.ts';
import { desk, deskWords } from './desk.ts';

/** Which headings are reviewed; empty for all. */
export interface Chosen {
  readonly source: string;
  readonly group: string;
}

const headers = { 'content-type': 'application/json', 'x-warraq-review': desk.token };

/** @throws Error with the reason in words, where the server does not answer as it should */
async function ask<T>(path: string, request: RequestInit): Promise<T> {
  const response = await fetch(path, { ...request, headers }).catch(() => undefined);
  if (response === undefined) throw new Error(deskWords.noServer);
  if (response.status === 403) throw new Error(deskWords.otherServer);
  if (!response.ok) throw new Error((await response.text()) || String(response.status));
  return (await response.json()) as T;
}

const post = (path: string, body: object): Promise<SessionResult> =>
  ask<SessionResult>(path, { method: 'POST', body: JSON.stringify(body) });

/** Asks for the headings after a number of the queue. */
export function fetchPage(after: number, { source, group }: Chosen): Promise<QueuePage> {
  const query = new URLSearchParams({ after: String(after) });
  // An empty value is that of articles without a source.
  if (source !== 'all') query.set('source', source);
  if (group !== 'all') query.set('group', group);
  return ask<QueuePage>(`queue?${query}`, { cache: 'no-store' });
}

/** Sends a decision. */
export const sendDecision = (decision: ItemDecision): Promise<SessionResult> =>
  post('decide', decision);

/** Takes the last decision back. */
export const sendUndo = (): Promise<SessionResult> => post('undo', {});
