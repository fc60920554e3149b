import type { ItemDecision, QueuePage, SessionResult } from '../../model/review.ts';
import { desk } from './desk.ts';

/** Which headings are reviewed; empty for all. */
export interface Chosen {
  readonly source: string;
  readonly group: string;
}

const headers = { 'content-type': 'application/json', 'x-warraq-review': desk.token };

async function answer<T>(response: Response): Promise<T> {
  if (!response.ok) throw new Error((await response.text()) || String(response.status));
  return (await response.json()) as T;
}

/** @throws where the server does not answer, or the file cannot be written */
async function post(path: string, body: object): Promise<SessionResult> {
  const request = { method: 'POST', headers, body: JSON.stringify(body) };
  return answer<SessionResult>(await fetch(path, request));
}

/** Asks for the headings after a number of the queue. */
export async function fetchPage(after: number, { source, group }: Chosen): Promise<QueuePage> {
  const query = new URLSearchParams({ after: String(after) });
  // An empty value is that of articles without a source.
  if (source !== 'all') query.set('source', source);
  if (group !== 'all') query.set('group', group);
  return answer<QueuePage>(await fetch(`queue?${query}`, { headers, cache: 'no-store' }));
}

/** Sends a decision. */
export const sendDecision = (decision: ItemDecision): Promise<SessionResult> =>
  post('decide', decision);

/** Takes the last decision back. */
export const sendUndo = (): Promise<SessionResult> => post('undo', {});
