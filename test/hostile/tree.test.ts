import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isArticleId } from '../../src/model/article-id.ts';
import { attribute, findAll, hasAttribute } from '../support/dom.ts';
import { buildArchive, type HostileArchive, seed } from '../support/hostile/archive.ts';
import { filesUnder } from '../support/hostile/audit.ts';
import type { Vector } from '../support/hostile/markup.ts';
import { asRoot, notAsRoot, skipIf } from '../support/skip.ts';

const long = 'ب'.repeat(124);

/** File names, each in a separate folder, because some collide. */
const fileNames: readonly Vector[] = [
  ['dots encoded', '%2e%2e%2f%2e%2e%2fetc.txt'],
  ['slash encoded', 'a%2Fb.txt'],
  ['NUL encoded', 'a%00.txt'],
  ['two dots and a text', '...txt.txt'],
  ['dots only', '...... .txt'],
  ['backslashes', '..\\..\\..\\x.txt'],
  ['a drive', 'C:x.txt'],
  ['a stream of NTFS', 'x.txt:stream.txt'],
  ['a device', 'CON.txt'],
  ['a device in small letters', 'aux.txt'],
  ['a device with two ends', 'nul.tar.txt'],
  ['a device with a number', 'com1.txt'],
  ['a device with a wide number', 'com¹.txt'],
  ['a line feed', 'a\nb.txt'],
  ['a carriage return', 'a\rb.txt'],
  ['a tab', 'a\tb.txt'],
  ['an escape sequence', '\u001b[31mأحمر\u001b[0m.txt'],
  ['a bell', 'a\u0007.txt'],
  ['an override of direction', 'صورة\u202egpj.txt'],
  ['isolates', '\u2067أ\u2069.txt'],
  ['a zero-width blank', 'أ\u200bب.txt'],
  ['a byte-order mark', '\ufeffأ.txt'],
  ['a script', '<script>alert(1)<|script>.txt'],
  ['an image', '"><img src=x onerror=alert(1)>.txt'],
  ['a query', 'a?b=1#c.txt'],
  ['a formula', '=HYPERLINK("x").txt'],
  ['a template', '{{7*7}}$x{}.txt'],
  ['a star', '*.txt'],
  ['a hyphen', '-rf.txt'],
  ['a home', '~.txt'],
  ['an index', 'index.txt'],
  ['a page not found', '404.txt'],
  ['the prototype', '__proto__.txt'],
  ['the constructor', 'constructor.txt'],
  ['a blank', ' .txt'],
  ['blanks around', ' أ .txt'],
  ['an end in capitals', 'A.TXT'],
  ['as long as a name can be', `${long}.txt`],
  ['as long in Latin letters', `${'x'.repeat(251)}.txt`],
  ['emoji', '😀👨‍👩‍👧.txt'],
  ['composed', '\u00e9.txt'],
  ['decomposed', 'e\u0301.txt'],
  ['Arabic decomposed', 'ا\u0653ب.txt'],
  ['half a character', 'a\udc80b.txt'],
];

/** Ids given in the metadata. */
const ids: readonly Vector[] = [
  ['a way up', '../../x'],
  ['a way up, encoded', '..%2f..%2fx'],
  ['a way from the root', '/etc/passwd'],
  ['a way of Windows', 'C:\\x'],
  ['two dots', '..'],
  ['a dot', '.'],
  ['a hidden name', '.htaccess'],
  ['a folder', 'a/b'],
  ['a device', 'CON'],
  ['a device with an end', 'nul.html'],
  ['a line feed', 'a\nb'],
  ['a NUL', 'a\0b'],
  ['a quote', '"><script>'],
  ['a blank', 'a b'],
  ['too long', 'x'.repeat(81)],
  ['Arabic', 'خبر'],
  ['wide letters', 'ｘ'],
  ['an override of direction', '\u202Ereversed'],
];

/** Ids that look unusual and are allowed. */
const strange = [
  '__proto__',
  'constructor',
  'toString',
  'undefined',
  '-rf',
  '404',
  'index',
  '-',
  '_',
];

let archive: HostileArchive;
let socket: Server;
const isRoot = process.getuid?.() === 0;

beforeAll(async () => {
  const seeds: Record<string, string> = {};
  fileNames.forEach(([name, file], i) => {
    seeds[`n${i}/${file}`] = `نص الملف ${name}.`;
  });
  ids.forEach(([name, id], i) => {
    seeds[`i${i}.txt`] = seed({ id }, `نص المقال ${name}.`);
  });
  for (const id of strange) seeds[`s/${strange.indexOf(id)}.txt`] = seed({ id }, 'نص.');
  for (const id of ['Case', 'case', 'CASE']) seeds[`c/${id}.txt`] = seed({ id }, `نص ${id}.`);
  archive = await buildArchive(seeds, (root) => {
    const at = (name: string): string => join(root, 'seeds', name);
    mkdirSync(at('t/deep/deeper'), { recursive: true });
    writeFileSync(at('t/sound.txt'), 'نص سليم بين ما ليس ملفات.');
    symlinkSync('..', at('t/deep/loop'));
    symlinkSync('.', at('t/itself'));
    symlinkSync('ring-b.txt', at('t/ring-a.txt'));
    symlinkSync('ring-a.txt', at('t/ring-b.txt'));
    symlinkSync('/etc/passwd', at('t/passwd.txt'));
    symlinkSync('/etc', at('t/etc'));
    symlinkSync('/nowhere', at('t/dangling.txt'));
    symlinkSync('sound.txt', at('t/beside.txt'));
    symlinkSync('/etc/hostname', at('t/sound.yaml'));
    symlinkSync('/dev/zero', at('t/zero.txt'));
    symlinkSync('/proc/self/environ', at('t/environ.jsonl'));
    execFileSync('mkfifo', [at('t/pipe.txt'), at('t/pipe.jsonl'), at('t/pipe.yaml')]);
    mkdirSync(at('t/folder.txt'));
    writeFileSync(at('t/folder.txt/in.txt'), 'نص في مجلد اسمه اسم ملف.');
    writeFileSync(at('t/locked.txt'), 'نص');
    chmodSync(at('t/locked.txt'), 0);
    socket = createServer().listen(at('t/socket.txt'));
    if (isRoot) execFileSync('mknod', [at('t/device.txt'), 'c', '1', '5']);
    writeFileSync(
      Buffer.concat([Buffer.from(at('t/')), Buffer.from([0xe3, 0xd5]), Buffer.from('.txt')]),
      'نص',
    );
  });
}, 120_000);

afterAll(() => {
  socket.close();
});

/** Returns the articles of the archive by their seed. */
const pages = (): readonly string[] =>
  filesUnder(join(archive.dist, 'articles')).filter((file) => file.endsWith('.html'));

test('no file has markup that the templates do not write, and no two names collide', () => {
  expect(archive.errors).toEqual([]);
});

test('nothing is written outside the archive, and no seed is changed', () => {
  expect(readdirSync(archive.root).sort()).toEqual(['.cache', 'dist', 'seeds', 'warraq.yaml']);
  expect(readFileSync(join(archive.root, 'seeds/t/sound.txt'), 'utf8')).toContain('سليم');
});

/** Names that are skipped: leftovers of systems and editors, and names that cannot be opened. */
const passedOver = (file: string): boolean => file.startsWith('.') || file.includes('\udc80');

describe('a file is published under a safe, distinct name', () => {
  test.each(fileNames.map(([name, file], i) => [name, file, i] as const))('%s', (name, file, i) => {
    const found = pages().filter((page) =>
      archive.text(`articles/${page}`).includes(`نص الملف ${name}.`),
    );
    if (passedOver(file)) {
      const told = archive.result.diagnostics.filter((said) =>
        said.file.startsWith(`seeds/n${i}/`),
      );
      expect(found.length + told.length).toBeLessThanOrEqual(1);
      return;
    }
    expect(found).toHaveLength(1);
    const [place = ''] = found;
    expect(isArticleId(place.replace(/\.html$/, ''))).toBe(true);
    const [article] = findAll(archive.page(`articles/${place}`), (element) =>
      hasAttribute(element, 'data-article'),
    );
    expect(article && `${attribute(article, 'data-article')}.html`).toBe(place);
  });
});

describe('an unsafe or colliding id is reported and replaced', () => {
  test.each(ids.map(([name], i) => [name, i] as const))('%s', (name, i) => {
    const words = `نص المقال ${name}.`;
    const found = pages().filter((page) => archive.text(`articles/${page}`).includes(words));
    expect(found).toHaveLength(1);
    // Invisible characters are removed from an id; other invalid ids are not used.
    expect([`i${i}.html`, 'ab.html', 'reversed.html']).toContain(found[0]);
    const rules = archive.diagnostics(`seeds/i${i}.txt`);
    expect(rules.some((rule) => /metadata-(?:id|controls)|text-invisible/.test(rule))).toBe(true);
  });
});

test.each(strange)('the id %s is allowed', (id) => {
  expect(existsSync(join(archive.dist, `articles/${id}.html`))).toBe(true);
});

test('of ids that differ in case only one is published, the others are reported', () => {
  const told = archive.result.diagnostics.filter(({ file }) => file.startsWith('seeds/c/'));
  expect(told.map(({ rule }) => rule)).toEqual(['url-collision', 'url-collision']);
  expect(pages().filter((page) => /^case\.html$/i.test(page))).toHaveLength(1);
});

const strangers: readonly (readonly [name: string, file: string, rule: string])[] = [
  ['a link to the folder above', 't/deep/loop', 'seed-not-a-file'],
  ['a link to its own folder', 't/itself', 'seed-not-a-file'],
  ['a ring of links', 't/ring-a.txt', 'seed-not-a-file'],
  ['a link to a file of the system', 't/passwd.txt', 'seed-not-a-file'],
  ['a link to a folder of the system', 't/etc', 'seed-not-a-file'],
  ['a link to nothing', 't/dangling.txt', 'seed-not-a-file'],
  ['a link to a file beside it', 't/beside.txt', 'seed-not-a-file'],
  ['a sidecar that is a link', 't/sound.yaml', 'seed-not-a-file'],
  ['a link to a device without end', 't/zero.txt', 'seed-not-a-file'],
  ['a link to the environment', 't/environ.jsonl', 'seed-not-a-file'],
  ['a FIFO', 't/pipe.txt', 'seed-not-a-file'],
  ['a FIFO of records', 't/pipe.jsonl', 'seed-not-a-file'],
  ['a FIFO as sidecar', 't/pipe.yaml', 'seed-not-a-file'],
  ['a socket', 't/socket.txt', 'seed-not-a-file'],
  ['a name that is no UTF-8', 't/\ufffd\ufffd.txt', 'seed-name-invalid'],
];

describe('entries that are no text files are skipped and reported', () => {
  test.each(strangers)('%s', (_, file, rule) => {
    expect(archive.diagnostics(`seeds/${file}`).map((told) => told.split(' ')[1])).toEqual([rule]);
  });

  test('a device', skipIf(notAsRoot), () => {
    expect(archive.diagnostics('seeds/t/device.txt')).toEqual(['warning seed-not-a-file']);
  });

  test('an unreadable file', skipIf(asRoot), () => {
    expect(archive.diagnostics('seeds/t/locked.txt')).toEqual(['error seed-unreadable']);
  });
});

test('the texts beside them are published', () => {
  expect(existsSync(join(archive.dist, 'articles/sound.html'))).toBe(true);
  expect(existsSync(join(archive.dist, 'articles/in.html'))).toBe(true);
});

test('the archive holds no content of system files', () => {
  for (const page of pages()) expect(archive.text(`articles/${page}`)).not.toMatch(/root:x:|PATH=/);
});
