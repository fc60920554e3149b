import type { Form } from './content.ts';
import type { Kind } from './kinds.ts';
import type { Command } from './measure.ts';

/** The folders of one build. */
export interface BuildFolders {
  /** The site: settings, templates and content. */
  readonly site: string;
  /** The output. */
  readonly out: string;
  /** The cache. */
  readonly cache: string;
}

/** A generator in the comparison. */
export interface Contestant {
  readonly name: string;
  /** Name in the tables. */
  readonly label: string;
  readonly form: Form;
  /** Folder of the content, relative to the site. */
  readonly contentFolder: string;
  /** Writes settings and templates next to the content. */
  readonly prepareSite: (site: string) => void;
  /** Returns the command of one build. */
  readonly build: (folders: BuildFolders) => Command;
  /** Adds a mark to the article template, or restores the template for an empty mark. */
  readonly changeTemplate: (site: string, mark: string) => void;
}

/** A generator that cannot run, with the reason. */
export interface Absent {
  readonly name: string;
  readonly reason: string;
}

/** A contestant with its kinds of builds. */
export interface Entry {
  readonly contestant: Contestant;
  readonly kinds: readonly Kind[];
}
