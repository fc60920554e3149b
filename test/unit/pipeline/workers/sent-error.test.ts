import { expect, test } from 'vitest';
import { deserializeError, serializeError } from '../../../../src/pipeline/workers/sent-error.ts';
import { TemplateError } from '../../../../src/render/template-error.ts';

/** Returns an error as received from another thread: structured cloning drops its class. */
const sendError = (error: unknown): Error =>
  deserializeError(structuredClone(serializeError(error)));

test('a system error keeps its code, message and stack', () => {
  const error = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    ...{ code: 'ENOSPC', syscall: 'write', errno: -28 },
  });
  expect(sendError(error)).toMatchObject({
    ...{ message: error.message, code: 'ENOSPC', syscall: 'write', errno: -28 },
  });
  expect(sendError(error).stack).toBe(error.stack);
});

test('an error of SQLite keeps the number that identifies damage', () => {
  const error = Object.assign(new Error('malformed'), { code: 'ERR_SQLITE_ERROR', errcode: 11 });
  expect(sendError(error)).toMatchObject({ errcode: 11 });
});

test('a TemplateError keeps its class and file', () => {
  const received = sendError(new TemplateError('templates/article.ts', 'سقط القالب'));
  expect(received).toBeInstanceOf(TemplateError);
  expect(received).toMatchObject({ file: 'templates/article.ts' });
  expect(received.message).toContain('سقط القالب');
});

test('a thrown value that is not an error becomes the message', () => {
  expect(sendError('نص').message).toBe('نص');
});
