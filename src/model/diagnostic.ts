import type { DateRuleValues } from './date-rules.ts';
import type { DuplicateRuleValues } from './duplicate-rules.ts';
import type { HostRuleValues } from './host.ts';
import type { ImportRuleValues } from './import-rules.ts';
import type { MarkupRuleValues } from './markup.ts';
import type { MetadataRuleValues } from './metadata-rules.ts';
import type { OfficeRuleValues } from './office-rules.ts';
import type { OldPathProblem } from './old-path.ts';
import type { OwnPageRuleValues } from './own-page-rules.ts';
import type { PictureRuleValues } from './picture-rules.ts';
import type { RecoveryRuleValues } from './recovery-rules.ts';
import type { TemplateRuleValues } from './template-rules.ts';
import type { WebImportRuleValues } from './web-import-rules.ts';

/**
 * `error`: an article or a part of it is missing; `warning`: published, but should be checked, or held back as its
 * metadata say; `info`: read as it must be meant, told once a kind.
 */
export type Severity = 'error' | 'warning' | 'info';

/** Why a file is no list of addresses: it has none, it is no text, or it lists sitemaps. */
export type UrlListProblem = 'empty' | 'packed' | 'index';

/**
 * Every rule with the values of its message. The messages of each language are in `i18n`; a rule without a
 * message does not compile.
 */
export interface RuleValues
  extends PictureRuleValues,
    WebImportRuleValues,
    DateRuleValues,
    DuplicateRuleValues,
    HostRuleValues,
    MetadataRuleValues,
    MarkupRuleValues,
    ImportRuleValues,
    OwnPageRuleValues,
    RecoveryRuleValues,
    TemplateRuleValues,
    OfficeRuleValues {
  'seed-empty': Record<never, never>;
  'seed-too-large': { readonly bytes: number; readonly limit: number };
  'seed-binary': { readonly offset: number };
  'seed-undecodable': { readonly offset: number };
  'seed-bytes-lost': { readonly offset: number; readonly count: number };
  'text-double-encoding': { readonly lines: number };
  'text-visual-order': { readonly lines: number };
  'text-order-doubtful': Record<never, never>;
  'text-presentation-forms': { readonly count: number };
  'text-invisible': { readonly count: number };
  'text-replacements': { readonly count: number };
  'text-entities': { readonly count: number };
  'encoding-guessed': { readonly encoding: string };
  'encoding-undecided': { readonly encoding: string; readonly rival: string };
  'encoding-mixed': { readonly encoding: string; readonly lines: number };
  'seed-unknown-format': {
    readonly extension: string;
    /** `damaged`, or the format of its markup where that was seen: `alto`, `hocr`, `page`, `tei`, `mets`. */
    readonly content?: string;
  };
  'seed-not-a-file': { readonly kind: string };
  'seed-unreadable': { readonly reason: string };
  'seed-name-invalid': Record<never, never>;
  'seed-hidden': Record<never, never>;
  'sidecar-orphan': Record<never, never>;
  'folder-key-of-text': { readonly key: string };
  'folder-unmatched': Record<never, never>;
  'record-syntax': Record<never, never>;
  'record-not-object': Record<never, never>;
  'record-not-found': Record<never, never>;
  /** `list`: the field in which whole articles seem to be. */
  'record-no-text': { readonly field: string; readonly list?: string };
  'record-too-large': { readonly limit: number };
  'record-too-deep': { readonly limit: number };
  'record-undecodable': Record<never, never>;
  'record-surrogates': Record<never, never>;
  'record-unknown-field': { readonly field: string; readonly nearest: string };
  'records-abandoned': Record<never, never>;
  /** `fault` as in `GzipDamage`; `resumed` is −1 where nothing after the damage could be read. */
  'gzip-damaged': {
    readonly fault: string;
    readonly offset: number;
    readonly resumed: number;
    /** Whether it is a seed, of which earlier builds may have read more. */
    readonly isSeed: boolean;
  };
  'csv-quote': Record<never, never>;
  'csv-columns': { readonly cells: number; readonly columns: number };
  'front-matter-unclosed': { readonly limit: number };
  'front-matter-syntax': { readonly form: 'JSON' | 'TOML'; readonly reason: string };
  'front-matter-too-long': { readonly form: 'JSON' | 'TOML'; readonly limit: number };
  /** Lines that look like metadata of another program. */
  'front-matter-foreign': { readonly line: string };
  'front-matter-engine': { readonly engine: string };
  'yaml-syntax': { readonly reason: string };
  'yaml-alias': Record<never, never>;
  'yaml-too-tangled': { readonly limit: number; readonly of: 'repairs' | 'signs' };
  'yaml-depth': { readonly limit: number };
  'yaml-not-a-map': Record<never, never>;
  'yaml-duplicate-key': { readonly key: string };
  'yaml-hashtag': { readonly key: string };
  /** `isLeftOut`: its value may be secret, and is in no export. */
  'metadata-unknown-key': {
    readonly key: string;
    readonly nearest: string;
    readonly isLeftOut?: true;
  };
  /** Settings of another program. */
  'metadata-unused-keys': { readonly keys: string };
  /** Two names of one key with different values. */
  'metadata-key-again': { readonly key: string; readonly other: string };
  /** One text that holds several names. */
  'metadata-parted': { readonly key: string; readonly names: number };
  'metadata-type': { readonly key: string; readonly expected: 'text' | 'list' };
  'metadata-empty': { readonly key: string };
  'metadata-too-many': { readonly key: string; readonly items: number; readonly limit: number };
  'metadata-id': { readonly value: string };
  'metadata-url': { readonly value: string };
  'metadata-language': { readonly value: string };
  'metadata-alias': { readonly value: string; readonly problem: OldPathProblem };
  /** The alias is the page of another article. */
  'alias-taken': { readonly alias: string; readonly other: string };
  /** The articles of a loop name each other's pages as aliases. */
  'alias-loop': { readonly alias: string; readonly other: string };
  /** Another article has the same alias. */
  'alias-claimed': { readonly alias: string; readonly other: string };
  /** The alias is the archive's own, or lies under a file. */
  'alias-reserved': { readonly alias: string };
  /** The alias names a program, which only a host's redirects can answer. */
  'alias-no-page': { readonly alias: string };
  /** A line of a record of addresses is damaged. */
  'address-line': { readonly copy: string };
  /** More lines of a record of addresses are damaged than are listed. */
  'address-lines': { readonly count: number; readonly copy: string };
  /** An address of the old site leads nowhere. */
  'old-url-dead': { readonly url: string };
  /** The list of addresses of the old site is none. */
  'old-url-list': { readonly problem: UrlListProblem };
  'metadata-controls': { readonly key: string };
  'held-draft': { readonly key: string; readonly value: string };
  /** A value that is not known to mean “published”. */
  'held-unknown': { readonly key: string; readonly value: string };
  /** A line that is not valid, but may say that the article is not published. */
  'held-damaged': { readonly key: string; readonly value: string };
  'held-sidecar': { readonly sidecar: string };
  'held-date-unclear': {
    readonly key: string;
    readonly value: string;
    readonly suggestion: string;
  };
  /** An article that is held until the owner gives a day. */
  'held-without-day': { readonly key: string; readonly value: string };
  'held-until': {
    readonly key: string;
    readonly value: string;
    readonly asOf: string;
    readonly from: string;
  };
  'held-withdrawn': Record<never, never>;
  'held-expired': { readonly key: string; readonly value: string; readonly asOf: string };
  'headings-too-many': { readonly headings: number; readonly limit: number };
  'lines-joined': { readonly lines: number; readonly limit: number };
  'text-controls': { readonly count: number };
  'redact-name': { readonly name: string };
  'redact-title': Record<never, never>;
  'redact-setting': { readonly key: string };
  'redact-incomplete': { readonly where: string };
  'markdown-too-large': { readonly bytes: number; readonly limit: number };
  'markdown-too-deep': { readonly limit: number };
  'markdown-too-tangled': Readonly<Record<never, never>>;
  'markup-dropped': { readonly what: string };
  'link-target-missing': { readonly link: string };
  'link-fragment-missing': { readonly link: string; readonly fragment: string };
  'link-ambiguous': { readonly link: string; readonly seed: string; readonly other: string };
  'links-too-many': { readonly limit: number };
  'article-damaged': Record<never, never>;
  'id-collision': { readonly id: string; readonly other: string };
  'config-unknown-key': { readonly key: string; readonly nearest: string };
  'config-value': { readonly key: string; readonly value: string; readonly expected: string };
  'authority-file-old-name': { readonly name: string };
  'authority-file-twice': { readonly other: string };
  'authority-name-twice': {
    readonly name: string;
    readonly first: string;
    readonly second: string;
  };
  'url-reserved': { readonly url: string; readonly kind: string };
  'link-broken': { readonly link: string };
  'original-lost': { readonly pack: string; readonly member: string };
  'fragment-missing': { readonly link: string };
  'id-duplicate': { readonly id: string };
  'request-foreign': { readonly address: string };
  'script-inline': { readonly what: string };
  'html-invalid': { readonly reason: string };
  'feed-invalid': { readonly reason: string };
  'check-too-large': { readonly bytes: number; readonly limit: number };
  'settings-too-large': { readonly bytes: number; readonly limit: number };
  'settings-not-a-file': { readonly kind: string };
  'file-missing': Record<never, never>;
  'file-changed': Record<never, never>;
  'file-unlisted': Record<never, never>;
  'html-over-limits': Record<never, never>;
  'html-reduced': Record<never, never>;
  'warc-record': { readonly fault: string; readonly offset: number };
  /** `name` is empty where the whole package is meant; `reason` is `overlap`, `ratio`, `entries` or a message. */
  'zip-entry': { readonly name: string; readonly reason: string };
  'seeds-gone': {
    readonly published: number;
    readonly state: 'empty' | 'missing' | 'unreadable';
  };
  'removal-too-large': { readonly removed: number; readonly published: number };
  'no-article': { readonly files: number; readonly published: number };
  'title-invisible': Record<never, never>;
  'title-marks': { readonly limit: number };
  'url-collision': { readonly url: string; readonly other: string };
}

/** The name of a rule. */
export type Rule = keyof RuleValues;

/** Something a person should know about a file: rule, severity, position, and the values of the message. */
export type Diagnostic = {
  [R in Rule]: {
    readonly rule: R;
    readonly severity: Severity;
    /** Path as the user knows it: relative to the root, `/` between folders. */
    readonly file: string;
    /** 1-based line in the file, and the column in it. */
    readonly line?: number;
    readonly column?: number;
    /** The seed that a page of the site comes from, relative to the seeds folder, where a check found it on the page. */
    readonly seed?: string;
    readonly values: RuleValues[R];
  };
}[Rule];

/**
 * Rules by which a seed, its end, its sidecar or a folder could not be read, so that the articles in it may
 * still exist: what earlier builds read of them is kept.
 */
export const unreadRules: readonly Rule[] = ['seed-unreadable', 'gzip-damaged'];

/** Tells whether a diagnostic says that something could not be read, whose articles are kept. */
export const isUnread = ({ rule }: Pick<Diagnostic, 'rule'>): boolean => unreadRules.includes(rule);

/** A value with the diagnostics of its computation. */
export interface Outcome<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
