import { expect, test } from 'vitest';
import { deserializeError, serializeError } from '../../../../src/pipeline/workers/sent-error.ts';
import { TemplateError } from '../../../../src/render/template-error.ts';

/** What comes over from another thread, which copies and keeps no class. */
const cross = (error: unknown): Error => deserializeError(structuredClone(serializeError(error)));

test('the system’s error comes over with its code, so that its reason can be told', () => {
  const error = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    ...{ code: 'ENOSPC', syscall: 'write', errno: -28 },
  });
  expect(cross(error)).toMatchObject({
    ...{ message: error.message, code: 'ENOSPC', syscall: 'write', errno: -28 },
  });
  expect(cross(error).stack).toBe(error.stack);
});

test('SQLite’s error comes over with the number by which damage is known', () => {
  const error = Object.assign(new Error('malformed'), { code: 'ERR_SQLITE_ERROR', errcode: 11 });
  expect(cross(error)).toMatchObject({ errcode: 11 });
});

test('a template’s error comes over as one, with its file', () => {
  const received = cross(new TemplateError('templates/article.ts', 'سقط القالب'));
  expect(received).toBeInstanceOf(TemplateError);
  expect(received).toMatchObject({ file: 'templates/article.ts' });
  expect(received.message).toContain('سقط القالب');
});

test('what is thrown and is no error is told as well', () => {
  expect(cross('نص').message).toBe('نص');
});
