import { type OutgoingHttpHeaders, request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { arabicDesk } from '../../../src/i18n/ar/review-desk.ts';
import { englishDesk } from '../../../src/i18n/en/review-desk.ts';
import type { ItemDecision } from '../../../src/model/review.ts';
import type { ReviewSession } from '../../../src/review/review-session.ts';
import { reviewDesk } from '../../../src/serve/review-desk.ts';
import { type ArchiveServer, startServer } from '../../../src/serve/server.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const hostile = '"><script>alert(1)</script>';
const progress = { settled: 0, total: 0 };

/** Decisions that have reached the session. */
const decided: ItemDecision[] = [];
const session: ReviewSession = {
  begin: () => ({ counts: [{ source: hostile, group: 'shown-low', count: 1 }], progress }),
  page: () => ({ items: [], next: undefined, progress }),
  decide(decision) {
    if (decision.item === 99) throw new Error('ENOSPC: no space left');
    decided.push(decision);
    return { state: 'nothing' };
  },
  undo: () => ({ state: 'nothing' }),
  close() {},
};

let server: ArchiveServer;
let port = 0;
let token = '';

beforeAll(async () => {
  const dist = temporaryFolder({
    'index.html': '<link rel="stylesheet" href="assets/site.abc.css">',
  });
  const languages = [arabicDesk, englishDesk] as const;
  server = await startServer(dist, 0, [reviewDesk({ session, dist, languages })]);
  port = Number(new URL(server.address).port);
  token = /token&quot;:&quot;([\w-]+)/.exec((await ask('')).body)?.[1] ?? '';
});

afterAll(() => server.close());

interface Answer {
  readonly status: number;
  readonly policy: string;
  readonly body: string;
}

function ask(
  name: string,
  method = 'GET',
  headers: OutgoingHttpHeaders = {},
  content = '',
): Promise<Answer> {
  const path = `/.warraq/review${name === 'none' ? '?lang=en' : `/${name}`}`;
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => {
        body += part;
      });
      response.on('end', () => {
        const policy = String(response.headers['content-security-policy'] ?? '');
        done({ status: response.statusCode ?? 0, policy, body });
      });
    });
    asked.on('error', failed).end(content);
  });
}

const decision = JSON.stringify({ item: 1, isHeading: true, start: 0, end: 2 });
const own = (headers: OutgoingHttpHeaders = {}): OutgoingHttpHeaders => ({
  'x-warraq-review': token,
  ...headers,
});

test('the page is in the language asked for, with the sheet of the site, and escapes what texts say', async () => {
  const arabic = await ask('');
  expect(arabic.body).toContain('<html lang="ar" dir="rtl">');
  expect(arabic.body).toContain('href="/assets/site.abc.css"');
  expect(arabic.body).not.toContain('<script>');
  expect(arabic.policy).toContain("default-src 'none'");
  expect(arabic.policy).toContain("frame-ancestors 'none'");
  expect((await ask('?lang=en')).body).toContain('<html lang="en" dir="ltr">');
  expect((await ask('review.css')).body).toContain('.desk');
  expect((await ask('nothing')).status).toBe(404);
  expect((await ask('none')).status).toBe(308);
});

test('only the page itself may ask and decide', async () => {
  const wrong: readonly OutgoingHttpHeaders[] = [
    {},
    { 'x-warraq-review': 'x' },
    own({ origin: 'http://evil.example.net' }),
    own({ origin: 'null' }),
    own({ origin: `http://127.0.0.1:${port + 1}` }),
    own({ 'sec-fetch-site': 'cross-site' }),
    own({ 'sec-fetch-site': 'same-site' }),
  ];
  for (const headers of wrong) {
    expect((await ask('decide', 'POST', headers, decision)).status).toBe(403);
    expect((await ask('queue', 'GET', headers)).status).toBe(403);
  }
  expect((await ask('decide', 'POST', own({ host: 'evil.example.net' }), decision)).status).toBe(
    421,
  );
  expect(decided).toEqual([]);
  const origin = `http://127.0.0.1:${port}`;
  const headers = own({ origin, 'sec-fetch-site': 'same-origin' });
  expect((await ask('decide', 'POST', headers, decision)).status).toBe(200);
  expect(decided).toEqual([JSON.parse(decision)]);
});

test('requests of another form are refused', async () => {
  expect((await ask('decide', 'GET', own())).status).toBe(405);
  expect((await ask('', 'POST', own())).status).toBe(405);
  for (const body of [
    '',
    '[]',
    '{}',
    '{"item":"1"}',
    decision.replace('2', '2.5'),
    'x'.repeat(5000),
  ]) {
    expect((await ask('decide', 'POST', own(), body)).status, body.slice(0, 20)).toBe(400);
  }
  const full = decision.replace('"item":1', '"item":99');
  expect(await ask('decide', 'POST', own(), full)).toMatchObject({
    status: 500,
    body: 'ENOSPC: no space left',
  });
});
