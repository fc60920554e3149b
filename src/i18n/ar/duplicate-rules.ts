import type { CliMessages } from '../cli-messages.ts';
import { counted, noun } from './words.ts';

/** In the genitive, after «في». */
const articlesIn = noun('لا مقال', 'مقال واحد', 'مقالين', 'مقالات', 'مقالًا', 'مقال');

/** Diagnostics of articles with the same text, in Arabic. */
export const arabicDuplicateRules: Pick<CliMessages['rules'], 'same-text'> = {
  'same-text': ({ count, others }) => ({
    message: `النص نفسه منشور في ${counted(count, articlesIn)}. ${count === 2 ? 'المقال الآخر' : 'المقالات الأخرى'}: ${others}`,
    fix: 'إن كان المقال قد استُورد مرتين فأبقِ نسخة واحدة، واكتب فيها تحت aliases عناوين النسخ المحذوفة لتبقى روابطها صالحة.',
  }),
};
