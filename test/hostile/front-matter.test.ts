import { beforeAll, describe, expect, test } from 'vitest';
import { attribute, named, textContent } from '../support/dom.ts';
import { buildArchive, type HostileArchive, letters, proseOf } from '../support/hostile/archive.ts';

/** A front matter and the rules of its diagnostics; undefined where it is read without any. */
type Case = readonly [name: string, block: string, expectedRules: string | undefined];

const body = 'نص المقال الأول.\n\nنص المقال الأخير.';
const fenced = (block: string): string => `---\n${block}\n---\n${body}`;

/** Like the error documents of yaml-test-suite: each breaks one rule of YAML 1.2. */
const invalid: readonly Case[] = [
  ['a sequence where a map began', 'title: خبر\n- بند', 'yaml-syntax'],
  ['a map where a sequence began', 'title:\n- بند\nخطأ', 'yaml-syntax'],
  ['a flow sequence never closed', 'topics: [أ, ب', 'metadata-parted'],
  ['a flow sequence closed twice', 'topics: [أ]]', undefined],
  ['a flow map never closed', 'topics: {أ: ب', undefined],
  ['a flow sequence with an extra comma', 'topics: [أ, , ب]', undefined],
  ['a flow sequence that opens with a comma', 'topics: [, أ]', undefined],
  ['brackets that do not match', 'topics: [أ}', undefined],
  ['double quotes never closed', 'title: "خبر', undefined],
  ['single quotes never closed', "title: 'خبر", undefined],
  ['text after closing quotes', 'title: "خبر" آخر', undefined],
  ['an escape that is none', 'title: "خبر \\q"', undefined],
  ['an escape cut short', 'title: "خبر \\x4"', undefined],
  ['a quoted key never closed', '"title: خبر', undefined],
  ['tabs for indentation', 'topics:\n\t- أ', 'yaml-syntax'],
  ['indentation that falls back to nothing known', 'topics:\n    - أ\n  - ب', 'yaml-syntax'],
  ['a nested map on one line', 'title: أ: ب: ج', undefined],
  ['a block scalar with a wrong indicator', 'title: |x\n  خبر', 'yaml-syntax'],
  ['a block scalar with two numbers', 'title: |11\n  خبر', 'yaml-syntax'],
  ['an anchor without a value and another', 'title: &a &b خبر', undefined],
  ['an alias with an anchor', 'title: &b *a', undefined],
  ['an alias to nothing', 'title: *none', undefined],
  ['a tag without its end', 'title: !<tag:x خبر', 'yaml-syntax'],
  ['a tag of an unknown handle', 'title: !e!x خبر', undefined],
  ['two documents', 'title: خبر\n... \ntitle: آخر', 'yaml-duplicate-key'],
  ['a directive in the middle', 'title: خبر\n%YAML 1.2', undefined],
  ['YAML 1.1 with its booleans', '%YAML 1.1\n# \ntitle: خبر\nsection: no', undefined],
  ['a colon without a key', 'title: خبر\n: قيمة', 'metadata-unknown-key'],
  ['a question mark as key', '? title\n: خبر', undefined],
  ['a key that is a sequence', '[أ, ب]: خبر', undefined],
  ['a key that is a map', '{أ: ب}: خبر', undefined],
  ['one key twice', 'title: خبر\ntitle: آخر', 'yaml-duplicate-key'],
  ['a comment glued to a value', 'title: خبر#وسم', undefined],
  ['a reserved sign at the beginning', 'title: @خبر', undefined],
  ['a grave accent at the beginning', 'title: `خبر`', undefined],
  ['a percent at the beginning', 'title: %خبر', undefined],
  ['only a scalar', 'خبر', undefined],
  ['only a sequence', '- خبر', undefined],
  ['a byte-order mark within', 'title: خبر\n\ufeffsection: أ', 'text-invisible'],
  ['a control within', 'title: خ\u0007بر', 'metadata-controls'],
];

/** Front matter that makes a careless parser run code, change prototypes or use unlimited memory. */
const dangerous: readonly Case[] = [
  ['an anchor and its alias', 'title: &a خبر\nsection: *a', 'yaml-alias'],
  ['a merge key', 'base: &b {title: خبر}\n<<: *b', 'yaml-alias metadata-unknown-key'],
  [
    'a billion laughs',
    `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghi'.replace(/./g, (k) => `${k}: &${k} [${`*${String.fromCharCode(k.charCodeAt(0) - 1)},`.repeat(9)}]\n`)}title: خبر`,
    'yaml-alias metadata-unknown-key',
  ],
  ['an alias to what it stands in', 'title: خبر\ntopics: &t [أ, *t]', 'yaml-alias'],
  ['brackets a thousand deep', `topics: ${'['.repeat(1000)}${']'.repeat(1000)}`, 'yaml-depth'],
  ['braces a thousand deep', `topics: ${'{a: '.repeat(1000)}${'}'.repeat(1000)}`, 'yaml-depth'],
  ['sequences a thousand deep', `topics:\n${'- '.repeat(1000)}أ`, 'yaml-depth'],
  ['questions a thousand deep', `topics:\n  ${'? '.repeat(1000)}أ`, 'yaml-depth'],
  [
    'a function of JavaScript',
    'title: !!js/function "function(){ globalThis.hacked = true }"',
    'yaml-syntax',
  ],
  ['an expression of JavaScript', 'title: !!js/regexp /(a+)+$/', 'yaml-syntax'],
  ['an object of Python', 'title: !!python/object/apply:os.system ["id"]', 'yaml-syntax'],
  ['a class of Ruby', 'title: !ruby/object:Gem::Installer {}', undefined],
  ['a class of Java', 'title: !!javax.script.ScriptEngineManager []', 'yaml-syntax'],
  ['bytes', 'title: !!binary "PHNjcmlwdD4="', 'yaml-syntax'],
  ['a set', 'topics: !!set {أ, ب}', 'yaml-syntax'],
  ['a map with order', 'topics: !!omap [أ: ب]', 'yaml-syntax'],
  ['the prototype', '__proto__: {title: خبر}', 'metadata-unknown-key'],
  ['the prototype as text', '__proto__: خبر', 'metadata-unknown-key'],
  ['the prototype in quotes', '"__proto__": {"polluted": "yes"}', 'metadata-unknown-key'],
  ['the constructor', 'constructor: {prototype: {polluted: yes}}', 'metadata-unknown-key'],
  [
    'a method of objects',
    'hasOwnProperty: خبر\ntoString: خبر\nvalueOf: خبر',
    'metadata-unknown-key',
  ],
  ['the prototype within', 'topics:\n  __proto__: {polluted: yes}', 'metadata-type'],
  [
    'a thousand keys',
    Array.from({ length: 700 }, (_, i) => `k${i}: v`).join('\n'),
    'metadata-unknown-key',
  ],
  ['a key of a thousand letters', `${'k'.repeat(4000)}: v`, 'yaml-syntax'],
  ['a text of many colons', `title: ${'a: '.repeat(2000)}`, 'yaml-depth'],
  ['a text of many hashes', `title: ${' #a'.repeat(2000)}`, 'yaml-hashtag'],
  ['a text of many quotes', `title: ${'"'.repeat(3000)}`, undefined],
  ['a text of many stars', `title: ${'*'.repeat(3000)}`, undefined],
];

/** Fences for which gray-matter and others choose another language, or even run the front matter. */
const engines = [
  ...['---js', '---javascript', '--- js', '---JSON', '---coffee', '---cson', '---toml'],
  ...['---__proto__', '---constructor', '---toString', '---yaml', '---ts', '---php'],
];
const code = '{ title: (globalThis.hacked = true, "خبر") }';

let archive: HostileArchive;

beforeAll(async () => {
  const seeds: Record<string, string> = {};
  [...invalid, ...dangerous].forEach(([, block], i) => {
    seeds[`f${i}.md`] = fenced(block);
    seeds[`s${i}.txt`] = body;
    seeds[`s${i}.yaml`] = block;
  });
  engines.forEach((fence, i) => {
    seeds[`e${i}.txt`] = `${fence}\n${code}\n---\n${body}`;
  });
  archive = await buildArchive(seeds);
}, 120_000);

test('no file of the archive has markup that the templates do not write', () => {
  expect(archive.errors).toEqual([]);
});

test('no prototype is changed, and no code is executed', () => {
  expect(Reflect.has({}, 'polluted')).toBe(false);
  expect(Reflect.has({}, 'title')).toBe(false);
  expect(Reflect.has(globalThis, 'hacked')).toBe(false);
});

const wholeBody = letters(body);

describe.each([
  ['YAML that is none', invalid, 0],
  ['YAML that is dangerous', dangerous, invalid.length],
] as const)('%s', (_, cases, from) => {
  test.each(cases.map(([name, , expectedRules], i) => [name, expectedRules, from + i] as const))(
    '%s: the text is published whole, and what is wrong is told',
    (_, expectedRules, i) => {
      const shown = letters(proseOf(archive.page(`articles/f${i}.html`)));
      expect(shown.endsWith(wholeBody)).toBe(true);
      expect(letters(proseOf(archive.page(`articles/s${i}.html`)))).toBe(wholeBody);
      const rules = archive
        .diagnostics(`seeds/f${i}.md`)
        .map((found) => found.split(' ')[1])
        .filter((rule) => rule !== 'same-text');
      // An unknown key is told once in an archive, with its first file.
      const isTold = rules.length > 0 || expectedRules !== 'metadata-unknown-key';
      expect([...new Set(rules)].join(' ')).toBe(isTold ? (expectedRules ?? '') : '');
    },
  );
});

test.each(engines.map((fence, i) => [fence, i] as const))(
  'front matter after %s is neither executed nor lost',
  (_, i) => {
    const page = archive.page(`articles/e${i}.html`);
    const shown = letters(proseOf(page));
    expect(shown).toContain(letters(code));
    expect(shown.endsWith(wholeBody)).toBe(true);
    const found = archive.diagnostics(`seeds/e${i}.txt`);
    expect(found.filter((one) => one !== 'info same-text')).toEqual([
      'warning front-matter-engine',
    ]);
    const [meta] = named(page, 'title').map(textContent);
    expect(meta).not.toBe('خبر – أرشيف');
    expect(named(page, 'meta').map((tag) => attribute(tag, 'content'))).not.toContain('خبر');
  },
);
