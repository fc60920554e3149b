import type { CliMessages } from '../cli-messages.ts';
import { type FormatGroup, formatGroup } from '../format-group.ts';

/** How to get the articles out of files of formats that no build reads. */
const fixes: Readonly<Record<FormatGroup, string>> = {
  importable: 'Import it: warraq import FILE. Each article in it becomes a seed.',
  ocr: 'Extract its text: export plain text from the OCR program (Tesseract: “tesseract SCAN NAME -l ara txt”), one .txt file per article.',
  markup: 'Save the text of each article as .txt, or as .md with its headings.',
  word: 'Save it as .docx, or as plain text in UTF-8 (“Save as” in Word or LibreOffice).',
  pdf: 'Extract its text: pdftotext -enc UTF-8 FILE NAME.txt. A scan has no text and needs OCR first.',
  book: 'Convert it to EPUB and import that, or split its text into one .txt or .md file per article.',
  sheet:
    'Save the sheet as CSV in UTF-8: each row is an article, and the first row names the fields.',
  slides: 'Copy the text of each article into a .txt file.',
  scan: 'Move it out of the seeds folder. If it is a page scan, extract its text with OCR (tesseract FILE NAME -l ara) and put the text here.',
  media: 'Move it out of the seeds folder; an archive holds texts and their pictures.',
  packed: 'Unpack it here. Of compressed files, only records (.jsonl.gz, .csv.gz) are read.',
  nameless: 'If it is an article, add .txt or .md to its name.',
  other:
    'Save the article as .txt, .md or .docx; records as .jsonl, .json, .csv or .tsv, with or without gzip.',
};

/** Names of the formats of markup. */
const markupNames: Readonly<Record<string, string>> = {
  alto: 'OCR output (ALTO)',
  page: 'OCR output (PAGE)',
  hocr: 'OCR output (hOCR)',
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
