import { cataloguePath, openReader } from '../catalogue/open.ts';
import { compile } from './compile.ts';
import { readRecords } from './read-records.ts';
import { readSource } from './read-source.ts';
import { openRenderer, type Renderer } from './render.ts';
import { siteKnown } from './site-state.ts';
import { stager } from './staging.ts';
import type { PageTask, ReadingResult, RenderSetup, Setup, Task, TaskResult } from './tasks.ts';

/** Does tasks, one after another; what they need is opened when it is first needed. */
export interface Workbench {
  /** @throws TemplateError, and the file system's error */
  perform(task: Task): Promise<TaskResult>;
  close(): void;
}

/** Returns a workbench, in whichever thread it may be. */
export function openWorkbench(setup: Setup): Workbench {
  const { config, cache, out } = setup;
  let renderer: Promise<Renderer> | undefined;
  let closeReader = (): void => {};

  async function begin({ staging, known }: RenderSetup): Promise<Renderer> {
    const catalogue = openReader(cataloguePath(cache));
    closeReader = () => catalogue.close();
    return openRenderer(setup, catalogue, stager(staging, out, siteKnown(catalogue, known)));
  }

  function read(task: Exclude<Task, PageTask>): readonly ReadingResult[] {
    if (task.do === 'read-records') return readRecords(task, config);
    return task.seeds.map(({ seed, known }) => {
      const source = readSource(seed);
      if (known !== '' && source.content === known) return 'same';
      return compile(source.read(), { seed: seed.path, ordinal: 0 }, source.content, config);
    });
  }

  return {
    async perform(task) {
      if (task.do === 'read-seeds' || task.do === 'read-records') {
        return { of: 'documents', documents: read(task) };
      }
      renderer ??= begin(task);
      return { of: 'files', files: (await renderer).make(task) };
    },
    close: () => closeReader(),
  };
}
