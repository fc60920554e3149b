import { expect, test } from 'vitest';
import { feedback } from '../../../src/config/feedback.ts';
import { feedbackAddress } from '../../../src/model/feedback.ts';

const values = {
  url: 'https://example.org/a/articles/x.html?a=1&b=2',
  title: 'ما "الحل"؟ 50% & أكثر\r\nBcc: x@y.z',
  id: "a'1",
};

test.each([
  'mailto:desk@example.org',
  'mailto:desk@example.org?subject={title}&body={url}%0A{id}',
  'https://example.org/report?u={url}&t={title}',
  'https://example.org',
  'https://example.org:8443/report/{id}#form',
])('%s is an address for reports', (written) => {
  expect(feedback(written)).toEqual({ value: written });
});

test.each([
  'http://example.org/{url}',
  'javascript:alert({title})',
  'data:text/html,{title}',
  'ftp://example.org/',
  'desk@example.org',
  'mailto:',
  'mailto:desk',
  'mailto:{title}@example.org',
  'https://',
  'https:///report',
  'https://{title}.example.org/',
  'https://example.org{url}',
  'https://user@example.org/',
  'https://example.org/?u={address}',
  'https://example.org/?u={url',
  'https://example.org/?u=}',
  'https://example.org/a b',
  'https://example.org/"><script>',
  'on',
  '',
])('«%s» is refused', (written) => {
  expect(feedback(written)).toHaveProperty('expected');
});

test('a value that is no text is refused', () => {
  for (const value of [['mailto:desk@example.org'], new Map()]) {
    expect(feedback(value)).toHaveProperty('expected');
  }
});

test('values are percent-encoded: none ends the address, a field or a line of the message', () => {
  const url = 'https%3A%2F%2Fexample.org%2Fa%2Farticles%2Fx.html%3Fa%3D1%26b%3D2';
  const address = feedbackAddress('https://example.org/report?u={url}&t={title}&i={id}', values);
  expect(address).toBe(
    `https://example.org/report?u=${url}&t=${encodeURIComponent('ما "الحل"؟ 50% & أكثر Bcc: x@y.z')}&i=a%271`,
  );
  expect(address).not.toMatch(/[\s"'<>]|%0[AD]/);
});

test('an address of mail alone gets title and address; one with a query stays as it is', () => {
  const of = (template: string): string => feedbackAddress(template, { ...values, title: 'خبر' });
  expect(of('mailto:desk@example.org')).toMatch(
    /^mailto:desk@example\.org\?subject=%D8%AE%D8%A8%D8%B1&body=https%3A%2F%2F/,
  );
  expect(of('mailto:desk@example.org?subject=x')).toBe('mailto:desk@example.org?subject=x');
});

test('half of a surrogate pair is no error', () => {
  expect(feedbackAddress('https://example.org/{title}', { ...values, title: '\ud800' })).toBe(
    'https://example.org/%EF%BF%BD',
  );
});
