import { expect, test } from 'vitest';
import { isolateCode } from '../../../src/render/isolate-code.ts';

test('what a computer reads is one run from left to right in an Arabic message', () => {
  const code = (text: string) => `<bdi dir="ltr">${text}</bdi>`;
  expect(isolateCode('اكتب هكذا: date: 2017-12-12').source).toBe(
    `اكتب هكذا: ${code('date: 2017-12-12')}`,
  );
  expect(isolateCode('فيه «draft: true»، ومع --drafts.').source).toBe(
    `فيه «${code('draft: true')}»، ومع ${code('--drafts')}.`,
  );
  expect(isolateCode('اكتب dates: {order: dmy}، أو 2017').source).toBe(
    `اكتب ${code('dates: {order: dmy}')}، أو ${code('2017')}`,
  );
  expect(isolateCode('صِفها: ![وصف](a.jpg) – (١)').source).toBe(
    `صِفها: ![وصف]${code('(a.jpg)')} – (١)`,
  );
});
