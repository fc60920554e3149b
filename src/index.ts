/**
 * Warraq's public API: what a site's templates and other programs import as `warraq`.
 */

export { article as articleTemplate } from '../templates/article.ts';
export {
  type BlockPrinter,
  type BlockPrinters,
  blockPrinters,
  blocks,
  type PrintBlocks,
  sectionHeading,
} from '../templates/partials/blocks.ts';
export { type CheckResult, check } from './check/check.ts';
export { defineConfig } from './config/define.ts';
export { ConfigError } from './config/load.ts';
export type { Article, Provenance, Section } from './model/article.ts';
export type {
  AssetReference,
  Block,
  BlockKind,
  BlockOf,
  InlineHtml,
  Words,
} from './model/block.ts';
export type { Config } from './model/config.ts';
export type { PlainDate } from './model/date.ts';
export type { Diagnostic, Rule } from './model/diagnostic.ts';
export type { CountedNoun, Messages } from './model/messages.ts';
export type { Metadata } from './model/metadata.ts';
export type { Entry, Extent, Listing, PageFrame } from './model/page.ts';
export type { Preload, Site } from './model/site.ts';
export type {
  HeadingOrigin as Origin,
  HeadingSpan,
  ParagraphSpan,
  Structure,
} from './model/structure.ts';
export type { Page, PageData, PageKind } from './pages/kinds.ts';
export type { Template } from './pages/page-kind.ts';
export { build } from './pipeline/build.ts';
export type { BuildEffects, BuildOptions, BuildResult, Phase } from './pipeline/build-options.ts';
export { escapeHtml, Html, html, inline, literal, trusted } from './render/html.ts';
export {
  type RecoveryOptions as RecoverOptions,
  recoverHeadings as recover,
} from './structure/recover.ts';
