import { layout } from '../../templates/layout.ts';
import type { PageFrame } from '../model/page.ts';
import type { Site } from '../model/site.ts';
import type { Html } from '../render/html.ts';
import type { Template } from './define-page.ts';
import { type PageData, type PageKind, pageKinds } from './kinds.ts';

/** One template for each page kind. */
export type PageTemplates = { readonly [K in PageKind]: Template<PageData[K]> };

/** The templates of a site. */
export interface Templates {
  /** The frame around every page. */
  readonly layout: (page: PageFrame, content: Html, site: Site) => Html;
  readonly pages: PageTemplates;
}

/** The templates that a site has unless it brings its own. */
export const builtInTemplates: Templates = {
  layout,
  // Each kind stands under its own name: what `PageTemplates` says, which `fromEntries` forgets.
  pages: Object.fromEntries(
    pageKinds.map(({ kind, template }) => [kind, template]),
  ) as PageTemplates,
};
