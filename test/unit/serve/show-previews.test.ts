import { beforeEach, expect, test } from 'vitest';
import type { Preview } from '../../../src/pipeline/preview.ts';
import { type ShownPreviews, showPreviews } from '../../../src/serve/show-previews.ts';

const page: Preview = { outputPath: 'articles/a.html', html: '<p>نص</p>' };

let requests: { readonly path: string; readonly answer: (page: Preview | undefined) => void }[];
let said: string[];
let previews: ShownPreviews;

beforeEach(() => {
  requests = [];
  said = [];
  previews = showPreviews({
    seeds: '/site/seeds',
    server: {
      preview: ({ outputPath }) => said.push(outputPath),
      endPreviews: () => said.push('built pages'),
    },
    open() {
      said.push('worker starts');
      return {
        render: (path) => new Promise((answer) => requests.push({ path, answer })),
        close: async () => void said.push('worker ends'),
      };
    },
    buildDelay: 5,
  });
});

test('a page that takes longer than a build waits is shown when it is ready', async () => {
  await previews.show(['/site/seeds/folder/a.txt']);
  expect(requests.map(({ path }) => path)).toEqual(['folder/a.txt']);
  expect(said).toEqual(['worker starts']);
  requests[0]?.answer(page);
  await Promise.resolve();
  expect(said).toEqual(['worker starts', page.outputPath]);
});

test('a page that is ready after the archive has been built is not shown in place of the built one', async () => {
  await previews.show(['/site/seeds/a.txt']);
  previews.end();
  requests[0]?.answer(page);
  await Promise.resolve();
  expect(said).toEqual(['worker starts', 'built pages']);
});

test('a changed template ends the worker, and a build starts one again', async () => {
  await previews.show(['/site/templates/article.ts']);
  previews.restart();
  previews.restart();
  expect(requests).toEqual([]);
  expect(said).toEqual(['worker starts', 'worker ends', 'worker starts']);
});
