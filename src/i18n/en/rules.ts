import type { CliMessages } from '../cli-messages.ts';
import { englishAddressRules } from './address-rules.ts';
import { englishDamageRules } from './damage.ts';
import { englishDateRules } from './date-rules.ts';
import { englishDialectRules } from './dialects.ts';
import { englishEncodingRules } from './encodings.ts';
import { englishFieldRules } from './fields.ts';
import { englishFileRules } from './file-kinds.ts';
import { englishGuardRules } from './guards.ts';
import { englishHostRules } from './host-rules.ts';
import { englishImportRules } from './import.ts';
import { englishLimitRules } from './limit-rules.ts';
import { englishLinkRules } from './link-rules.ts';
import { englishMarkupRules } from './markup.ts';
import { englishOfficeRules } from './office-rules.ts';
import { englishOwnPageRules } from './own-pages.ts';
import { englishPictureRules } from './picture-rules.ts';
import { englishPrivacyRules } from './privacy.ts';
import { englishHeldRules } from './publication.ts';
import { englishRecordRules } from './records.ts';
import { englishRecoveryRules } from './recovery-rules.ts';
import { englishTableRules } from './tables.ts';
import { englishTemplateRules } from './template-rules.ts';
import { englishWebImportRules } from './web-import-rules.ts';
import {
  englishFileTypes,
  englishMegabytes,
  englishUnknownKeyFix,
  englishWrongValue,
} from './words.ts';

/** Diagnostics of all rules, in English. */
export const englishRules: CliMessages['rules'] = {
  ...englishEncodingRules,
  ...englishMarkupRules,
  ...englishImportRules,
  ...englishWebImportRules,
  ...englishRecordRules,
  ...englishDateRules,
  ...englishLimitRules,
  ...englishLinkRules,
  ...englishPictureRules,
  ...englishPrivacyRules,
  ...englishDamageRules,
  ...englishHeldRules,
  ...englishFileRules,
  ...englishFieldRules,
  ...englishTableRules,
  ...englishDialectRules,
  ...englishGuardRules,
  ...englishAddressRules,
  ...englishHostRules,
  ...englishOfficeRules,
  ...englishOwnPageRules,
  ...englishRecoveryRules,
  ...englishTemplateRules,
  'seed-empty': () => ({
    message: 'The file has no text.',
    fix: 'Put the article’s text into it, or delete it.',
  }),
  'seed-too-large': ({ bytes, limit }) => ({
    message: `The file is ${englishMegabytes(bytes)}; the limit is ${englishMegabytes(limit)}.`,
    fix: 'Split it: one article per file.',
  }),
  'seed-binary': ({ offset }) => ({
    message: `This is not a text file: it contains control characters, the first at byte ${offset}.`,
    fix: 'Save the article as plain text in UTF-8, or move the file out of the seeds folder.',
  }),
  'seed-undecodable': ({ offset }) => ({
    message: `The text is not valid UTF-8 or UTF-16 and fits no older encoding: byte ${offset} is not part of a letter.`,
    fix: 'Save it as UTF-8, or name its encoding in warraq.yaml: encodings: {folder/: windows-1256}.',
  }),
  'seed-not-a-file': ({ kind }) => ({
    message: `This is a ${englishFileTypes[kind] ?? kind}, not a file; it was skipped.`,
    fix: 'Put the file itself into the seeds folder.',
  }),
  'seed-unreadable': ({ reason }) => ({
    message: reason.startsWith('ENOENT')
      ? 'File not found.'
      : `The file cannot be read: ${reason}.`,
    fix: reason.startsWith('ENOENT')
      ? 'Check the name.'
      : 'Check that you are allowed to read it (chmod +r).',
  }),
  'seed-name-invalid': () => ({
    message: 'The file’s name is not UTF-8, so it cannot be opened or linked.',
    fix: 'Rename the file.',
  }),
  'seed-hidden': () => ({
    message:
      'The file’s name begins with a dot or ends in ~ (a hidden file or a backup); it was not read.',
    fix: 'Rename it if it is an article; otherwise delete it.',
  }),
  'sidecar-orphan': () => ({
    message: 'There is no text with the same name as this sidecar.',
    fix: 'Name it like its text: name.yaml beside name.txt.',
  }),
  'front-matter-unclosed': ({ limit }) => ({
    message: `The front matter has no closing line “---” within ${limit / 1024} KB, so it was kept as text.`,
    fix: 'Close it with a line of three hyphens.',
  }),
  'front-matter-engine': ({ engine }) => ({
    message: `Front matter in “${engine}” is not supported; it was kept as text.`,
    fix: 'Open the file with a line of three hyphens only, and write YAML.',
  }),
  'yaml-syntax': ({ reason }) => ({
    message: `This line is not valid YAML: ${reason}.`,
    fix: 'Write “key: value”; put a value with special characters in quotes.',
  }),
  'yaml-alias': () => ({
    message: 'YAML aliases and merge keys (*name, <<) are refused.',
    fix: 'Write the value in full; put a text that begins with * in quotes.',
  }),
  'yaml-depth': ({ limit }) => ({
    message: `The metadata are nested deeper than ${limit} levels.`,
    fix: 'Metadata are texts and lists of texts.',
  }),
  'yaml-not-a-map': () => ({
    message: 'Metadata must be a key–value mapping.',
    fix: 'Write one “key: value” per line.',
  }),
  'yaml-duplicate-key': ({ key }) => ({
    message: `“${key}” occurs twice; the first value was used.`,
    fix: 'Remove one of them.',
  }),
  'yaml-hashtag': ({ key }) => ({
    message: `YAML would take the words after # in “${key}” for a comment; they were kept.`,
    fix: 'Put the value in quotes.',
  }),
  'metadata-type': ({ key, expected }) => ({
    message: `“${key}” must be a ${expected === 'text' ? 'single text' : 'list of texts'}.`,
    fix: expected === 'text' ? `Write “${key}: text”.` : `Write “${key}: [first, second]”.`,
  }),
  'metadata-empty': ({ key }) => ({
    message: `“${key}” has no value.`,
    fix: 'Give it one or remove the line.',
  }),
  'metadata-id': ({ value }) => ({
    message: `“${value}” cannot be an id; the file’s name was used.`,
    fix: 'Use 1 to 80 characters of A–Z, a–z, 0–9, . _ -',
  }),
  'metadata-dates-disagree': ({ hijri, date, reckoned }) => ({
    message: `The printed Hijri date “${hijri}” does not match ${date}, which is ${reckoned} AH.`,
    fix: 'Correct the one that is wrong; until then both are shown as given.',
  }),
  'masthead-date': ({ line, date }) => ({
    message: `The line “${line}” has a date that does not exist: “${date}”; it was left out.`,
    fix: 'Write the right date in the metadata: date: 2012-07-23',
  }),
  'masthead-dates-disagree': ({ line }) => ({
    message: `The dates in the line “${line}” are different days, so the article’s date is uncertain.`,
    fix: 'Write the right date in the metadata: date: 2012-07-23',
  }),
  'metadata-url': ({ value }) => ({
    message: `“${value}” is not a web address.`,
    fix: 'Write the whole address with https://',
  }),
  'metadata-language': ({ value }) => ({
    message: `“${value}” is not a language tag (BCP 47).`,
    fix: 'Write ar, ar-EG, en or the like.',
  }),
  'metadata-controls': ({ key }) => ({
    message: `Invisible control characters were removed from “${key}”.`,
    fix: 'Type the value again rather than pasting it.',
  }),
  'markup-dropped': ({ what }) => ({
    message: `“${what}” is not allowed on a page; its text was kept.`,
    fix: 'Use http, https or mailto in links; put a picture file beside the text and write its name.',
  }),
  'article-damaged': () => ({
    message: 'The cache held a damaged copy of this article; the seed was read again.',
    fix: 'No action needed. If it happens again, check the disk.',
  }),
  'id-collision': ({ id, other }) => ({
    message: `The id “${id}” is already taken by ${other}; this article was not published.`,
    fix: 'Rename one file, or give one an id of its own (id: …); if many folders hold the same names, write “ids: path” in warraq.yaml.',
  }),
  'url-collision': ({ url, other }) => ({
    message: `The address ${url} is already taken by ${other}; this article was not published.`,
    fix: 'Give one of the two another id; some disks do not distinguish small and capital letters.',
  }),
  'url-reserved': ({ url, kind }) => ({
    message: `The address ${url} is reserved for a page of the archive (${kind}); this article was not published.`,
    fix: 'Give the article another id, or add a folder to “permalink”.',
  }),
  'config-unknown-key': ({ key, nearest: near }) => ({
    message: `“${key}” is not a setting.`,
    fix: englishUnknownKeyFix(near),
  }),
  'config-value': ({ key, value, expected }) => ({
    message: englishWrongValue(key, value),
    fix: `Expected: ${expected}`,
  }),
  'authority-file-old-name': ({ name }) => ({
    message: `The authority file is now named ${name}; the old name is still read.`,
    fix: `Rename it to ${name}.`,
  }),
  'authority-file-twice': ({ other }) => ({
    message: `There are two authority files: this one and ${other}.`,
    fix: `Move the entries of ${other} into this file, and delete ${other}.`,
  }),
  'authority-name-twice': ({ name, first, second }) => ({
    message: `The name “${name}” stands for both “${first}” and “${second}”.`,
    fix: 'Remove it from one of the two entries, or add a word that distinguishes them.',
  }),
  'link-broken': ({ link }) => ({
    message: `The link ${link} does not lead to a file of the archive.`,
    fix: 'Correct the link in the seed or template, then build again.',
  }),
  'original-lost': ({ pack, member }) => ({
    message: `${pack} does not hold ${member} with the SHA-256 that the page gives.`,
    fix: 'Build again with --force.',
  }),
  'fragment-missing': ({ link }) => ({
    message: `The link ${link} leads to a page that has no element with this id.`,
    fix: 'Correct the part after #, then build again.',
  }),
  'id-duplicate': ({ id }) => ({
    message: `The id “${id}” occurs twice on the page.`,
    fix: 'Give each element its own id in the template.',
  }),
  'request-foreign': ({ address }) => ({
    message: `The page loads ${address} from another host.`,
    fix: 'Put the file into the site itself.',
  }),
  'script-inline': ({ what }) => ({
    message: `The page contains inline script or style: ${what}.`,
    fix: 'Move it into a style sheet in templates/styles/.',
  }),
  'file-missing': () => ({
    message: 'The manifest lists this file, but it does not exist.',
    fix: 'Build again.',
  }),
  'file-changed': () => ({
    message: 'The file was changed after it was published: its SHA-256 differs from the manifest.',
    fix: 'Build again; do not edit files in dist by hand.',
  }),
  'html-invalid': ({ reason }) => ({
    message: `The page is not valid HTML: ${reason}`,
    fix: 'Correct the template that made it, then build again; if you have no templates of your own, report a bug.',
  }),
  'feed-invalid': ({ reason }) => ({
    message: `The feed or sitemap is not valid: ${reason}`,
    fix: 'Build again; if the error remains, report a bug.',
  }),
  'file-unlisted': () => ({
    message: 'The manifest does not list this file: it was not published by Warraq.',
    fix: 'Keep it if you put it there; otherwise delete it.',
  }),
};
