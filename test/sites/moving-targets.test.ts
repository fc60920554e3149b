import { expect, test } from 'vitest';
import { temporarySite } from '../support/temporary-site.ts';

/** Changes of the targets of links, each of which changes the page that links to them. */
const changes: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string | undefined>>,
])[] = [
  ['a heading is renamed', { 'ميناء.md': '# الميناء\n\nنص.\n\n## الأرصفة\n\nنص.\n' }],
  ['the id changes', { 'ميناء.md': '---\nid: port\n---\n# الميناء\n\n## الأرصفة\n\nنص.\n' }],
  ['the file moves', { 'ميناء.md': undefined, 'بحر/ميناء.md': '# الميناء\n\nنص.\n' }],
  ['a nearer text of that name comes', { 'بر/ميناء.txt': 'ميناء نهري صغير.\n' }],
  ['an old address comes', { 'old.md': '---\nurl: https://old.example/a/b/\n---\nنص قديم.\n' }],
  [
    'a folder gets metadata',
    { '_folder.yaml': 'section: ثقافة\n', 'بر/_folder.yml': 'rights: حرة\n' },
  ],
  ['the folder loses them', { '_folder.yaml': undefined }],
  ['it goes', { 'old.md': undefined }],
  ['a text with the claimed id comes', { 'a.md': '---\nid: souk\n---\nنص السوق.\n' }],
  ['another of that id comes first', { '0.md': '---\nid: souk\n---\nنص آخر.\n' }],
  [
    'all targets go',
    { 'a.md': undefined, '0.md': undefined, 'بحر/ميناء.md': undefined, 'بر/ميناء.txt': undefined },
  ],
];

const linking = `---
id: links
---
# روابط

[مسار](../ميناء.md#الأرصفة) و[[ميناء]] و[[بحر/ميناء]] و[معرّف](souk) و[قديم](https://old.example/a/b) و[ثانٍ](/a/b/).
`;

test('a target that comes, moves or goes changes the pages that link to it, as a cold build would', async () => {
  const site = temporarySite();
  site.write({ 'warraq.yaml': 'search: off\n' });
  site.write({ 'seeds/بر/روابط.md': linking, 'seeds/ميناء.md': '# الميناء\n\n## رصيف\n\nنص.\n' });
  await site.build();
  const page = 'dist/articles/links.html';
  const seen = new Set([site.read(page)]);
  for (const [what, files] of changes) {
    for (const [name, text] of Object.entries(files)) {
      if (text === undefined) site.remove(`seeds/${name}`);
      else site.write({ [`seeds/${name}`]: text });
    }
    await site.build();
    expect(site.tree(), what).toEqual(await site.coldTree());
    seen.add(site.read(page));
  }
  expect(await site.build()).toMatchObject({ written: 0, removed: 0 });
  expect(seen.size).toBeGreaterThan(changes.length - 4);
});
