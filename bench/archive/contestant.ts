import type { Form } from './content.ts';
import type { Kind } from './kinds.ts';
import type { Command } from './measure.ts';

/** Where one contestant works on one archive. */
export interface Place {
  /** Its site: settings, templates and content. */
  readonly site: string;
  /** The site that it makes. */
  readonly out: string;
  /** What it keeps from one build to the next. */
  readonly cache: string;
}

/** A generator that takes part. */
export interface Contestant {
  readonly name: string;
  /** As the tables call it. */
  readonly label: string;
  readonly form: Form;
  /** Where its content lies in its site. */
  readonly content: string;
  /** Lays out the site around the content. */
  readonly furnish: (site: string) => void;
  /** One whole build in a fresh process. */
  readonly build: (place: Place) => Command;
  /** Changes the template of articles so that each page shows the mark; as it was where it is empty. */
  readonly retemplate: (site: string, mark: string) => void;
}

/** A generator that cannot take part. */
export interface Absent {
  readonly name: string;
  readonly reason: string;
}

/** A contestant and what it is to build. */
export interface Entry {
  readonly contestant: Contestant;
  readonly kinds: readonly Kind[];
}
