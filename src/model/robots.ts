/** What programs may do with the archive; a use that the owner says nothing of is undefined. */
export interface RobotsSettings {
  /** Whether search engines may list the pages. */
  readonly search?: boolean;
  /** Whether models may be trained on the texts. */
  readonly training?: boolean;
  /** Whether answers of AI programs may be made from the texts: retrieval, grounding. */
  readonly input?: boolean;
  /** Address of the terms under which the texts may be mined. */
  readonly policy?: string;
  /** Programs by the name with which they present themselves, and whether they may read the archive. */
  readonly agents?: Readonly<Record<string, boolean>>;
}
