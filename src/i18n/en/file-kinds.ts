import type { CliMessages } from '../cli-messages.ts';
import { type FormatGroup, formatGroup } from '../format-group.ts';

/** How to get the articles out of files of formats that no build reads. */
const fixes: Readonly<Record<FormatGroup, string>> = {
  importable: 'Import it: warraq import FILE. Each article in it becomes a seed.',
  ocr: 'Take the text out of it: have the recognition program export plain text (Tesseract: “tesseract SCAN NAME -l ara txt”), one article a .txt file.',
  markup: 'Save the text of each article as .txt, or as .md with its headings.',
  word: 'Save it as .docx, or as plain text in UTF-8 (“Save as” in Word or LibreOffice).',
  pdf: 'Take the text out of it: pdftotext -enc UTF-8 FILE NAME.txt; a scan has no text and needs recognition (OCR) first.',
  book: 'Convert it to EPUB and import that, or split its text, one article a .txt or .md file.',
  sheet:
    'Save the sheet as CSV in UTF-8: each row is an article, and the first row names the fields.',
  slides: 'Copy the text of each article into a .txt file.',
  scan: 'Move it out of the seeds folder; if it is a page scan, recognise its text (OCR: tesseract FILE NAME -l ara) and put that here.',
  media: 'Move it out of the seeds folder; an archive holds texts and their pictures.',
  packed: 'Unpack it here; only packed records (.jsonl.gz, .csv.gz) are read as they are.',
  nameless: 'If it is an article, add .txt or .md to its name.',
  other:
    'Save the article as .txt, .md or .docx; records as .jsonl, .json, .csv or .tsv, packed with gzip or not.',
};

/** Names of the formats of markup. */
const markupNames: Readonly<Record<string, string>> = {
  alto: 'the result of text recognition (ALTO)',
  page: 'the result of text recognition (PAGE)',
  hocr: 'the result of text recognition (hOCR)',
  tei: 'a TEI document',
  mets: 'a METS document',
  web: 'a web page',
};

/** Diagnostics of files that no build reads, in English. */
export const englishFileRules: Pick<CliMessages['rules'], 'seed-unknown-format'> = {
  'seed-unknown-format': ({ extension, content }) => {
    const fix = fixes[formatGroup(extension, content)];
    if (content === 'damaged') {
      const message = `The file is damaged: it is not a complete “${extension}” file.`;
      return { message, fix: `Get a complete copy of it. ${fix}` };
    }
    if (content !== undefined)
      return {
        message: `This ${extension === '' ? 'file' : `“${extension}” file`} is ${markupNames[content] ?? content}, which is not read.`,
        fix,
      };
    const message =
      extension === ''
        ? 'The file’s name has no extension, so it was not read.'
        : `Files ending in “${extension}” are not read.`;
    return { message, fix };
  },
};
