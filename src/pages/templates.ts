import { layout } from '../../templates/layout.ts';
import type { PageFrame } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import type { Html } from '../render/html.ts';
import { type PageData, type PageKind, pageKinds } from './kinds.ts';
import type { Template } from './page-kind.ts';

/** One template for each page kind. */
export type PageTemplates = { readonly [K in PageKind]: Template<PageData[K]> };

/** The templates of a site. */
export interface Templates {
  /** The frame around every page. */
  readonly layout: (page: PageFrame, content: Html, site: Site) => Html;
  readonly pages: PageTemplates;
}

/** The built-in templates. */
export const builtInTemplates: Templates = {
  layout,
  // `fromEntries` loses the relation between key and value, which `PageTemplates` states.
  pages: Object.fromEntries(
    pageKinds.map(({ kind, template }) => [kind, template]),
  ) as PageTemplates,
};
