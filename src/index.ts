/**
 * Warraq's public API, imported as `warraq`: building and checking an archive, structure recovery, and everything that
 * the built-in templates import, so that a copied template works.
 */

export { article as articleTemplate } from '../templates/article.ts';
export type { ArticleData } from '../templates/partials/article-data.ts';
export { articleExports } from '../templates/partials/article-exports.ts';
export {
  type BlockPrinter,
  type BlockPrinters,
  blockPrinters,
  blocks,
  headingLanguage,
  numberAttribute,
  type PrintBlocks,
  sectionHeading,
} from '../templates/partials/blocks.ts';
export { calendarNeighbours } from '../templates/partials/calendar-neighbours.ts';
export { citation } from '../templates/partials/citation.ts';
export { citedName, citedTitle } from '../templates/partials/cited-text.ts';
export { colophon } from '../templates/partials/colophon.ts';
export { corrections } from '../templates/partials/corrections.ts';
export { calendarCounts, termCounts, yearLabel } from '../templates/partials/counts.ts';
export { emptyArchive } from '../templates/partials/empty-archive.ts';
export { entry, type KnownFacts } from '../templates/partials/entry.ts';
export { articleFacts, byline, facts } from '../templates/partials/facts.ts';
export { figure, thumbnail } from '../templates/partials/figure.ts';
export { decadeMaps, heatLegend, heatMap } from '../templates/partials/heat-map.ts';
export { heldLabel } from '../templates/partials/held-label.ts';

export {
  cardDirection,
  inLanguage,
  isolateName,
  itemName,
  langAttributes,
  lineDirection,
  lineOf,
  nameAttributes,
  siteName,
  withName,
} from '../templates/partials/language.ts';
export { letterGroups, letterStrip } from '../templates/partials/letter-strip.ts';
export { licenseLink } from '../templates/partials/license-link.ts';
export { listHeading } from '../templates/partials/list-heading.ts';
export { extentFacts, listing, listingFacts } from '../templates/partials/listing.ts';
export { masthead, menuItems, siteMenu } from '../templates/partials/masthead.ts';
export { monthLinks } from '../templates/partials/month-links.ts';
export { neighbours } from '../templates/partials/neighbours.ts';
export { noText } from '../templates/partials/no-text.ts';
export { oncePerSite } from '../templates/partials/once.ts';
export { ownField } from '../templates/partials/own-fields.ts';
export { ownText } from '../templates/partials/own-text.ts';
export { pageLink, pageLinks } from '../templates/partials/page-links.ts';
export { jump, pager } from '../templates/partials/pager.ts';
export { previewPicture } from '../templates/partials/preview-picture.ts';
export { provenance, termMentions } from '../templates/partials/provenance.ts';
export { readingTime } from '../templates/partials/reading-time.ts';
export { alsoPublished, related } from '../templates/partials/related.ts';
export { searchBox } from '../templates/partials/search-box.ts';
export { searchFilters } from '../templates/partials/search-filters.ts';
export { listSources } from '../templates/partials/sources.ts';
export { termChart } from '../templates/partials/term-chart.ts';
export { timeElement } from '../templates/partials/time-element.ts';
export { type TitleDates, titleGroups, titleLine } from '../templates/partials/title-groups.ts';
export { trail } from '../templates/partials/trail.ts';
export { type CheckResult, check } from './check/check.ts';
export { defineConfig } from './config/define.ts';
export { ConfigError } from './config/load.ts';
export type { RelatedArticle } from './model/archive.ts';
export type { Article, Provenance, Section } from './model/article.ts';
export type { Authority } from './model/authority.ts';
export type {
  AssetReference,
  Block,
  BlockKind,
  BlockOf,
  Figure,
  InlineHtml,
  List,
  Note,
  Paragraph,
  Table,
  Verse,
  Words,
} from './model/block.ts';
export type {
  CalendarEntry,
  CalendarKey,
  Decade,
  HeatMap,
  HeatPart,
  HeatStep,
  HijriDay,
  MonthDay,
} from './model/calendar.ts';
export type { CalendarNeighbours, TitleGroup } from './model/calendar-page.ts';
export type { Chart, ChartBar, TermCharts } from './model/chart.ts';
export type { Citation, CitationFile } from './model/citation.ts';
export type { Config } from './model/config.ts';
export type { CountedNoun } from './model/counted-noun.ts';
export type { PlainDate } from './model/date.ts';
export type { Diagnostic, Rule } from './model/diagnostic.ts';
export type { PackedOriginal } from './model/download.ts';
export type { FieldSetting, FieldType, FieldValue } from './model/field.ts';
export type { Inferred, InferredKey } from './model/inferred.ts';
export type { License } from './model/license.ts';
export type {
  ListingPages,
  NumberedPage,
  PartOf,
  SourcePart,
  SourceParts,
} from './model/listing-pages.ts';
export type { Messages } from './model/messages.ts';
export type { Metadata } from './model/metadata.ts';
export type { OwnPage } from './model/own-page.ts';
export type {
  Download,
  Entry,
  EntryPicture,
  Export,
  Extent,
  IndexLetter,
  LetterGroup,
  Listing,
  MetaTag,
  OwnFieldFact,
  PageFrame,
  PageHead,
  PageLink,
  Term,
  TermIndex,
  TermLink,
  TermMention,
  TermOverview,
} from './model/page.ts';
export type { HeldState } from './model/publication.ts';
export type { SearchFacet, SearchPage } from './model/search-page.ts';
export type { SearchWords } from './model/search-words.ts';
export type { MenuLink, Preload, Site } from './model/site.ts';
export type {
  HeadingOrigin as Origin,
  HeadingSpan,
  ParagraphSpan,
  Structure,
} from './model/structure.ts';
export type { Withdrawal } from './model/withdrawal.ts';
export type { Page, PageData, PageKind } from './pages/kinds.ts';
export type { Template } from './pages/page-kind.ts';
export { build } from './pipeline/build.ts';
export type { BuildEffects, BuildOptions, BuildResult, Phase } from './pipeline/build-options.ts';
export {
  directionOf,
  escapeHtml,
  Html,
  html,
  inline,
  isolateLtr,
  keepRecent,
  languageAttributes,
  languageOf,
  listLanguage,
  literal,
  ownLanguage,
  quotationLanguage,
  tableLanguage,
  trusted,
} from './render/html.ts';
export type { Model as Weights } from './structure/learned/model.ts';
export { unpackWeights } from './structure/learned/unpack-weights.ts';
export type { RecoveryOptions as RecoverOptions } from './structure/recover.ts';
export { recoverHeadings as recover } from './structure/recover-headings.ts';
