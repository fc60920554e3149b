import type { StageWords } from '../stage-words.ts';
import { arabicPhases, decimal } from './words.ts';

/** The table of `--profile` in Arabic. */
export const arabicProfile: StageWords = {
  stages: { start: 'بدء البرنامج', ...arabicPhases, report: 'الخلاصة' },
  heads: ['المرحلة', 'الزمن (ث)', 'المعالج (ث)', 'النسبة', 'ميكروثانية/مقالة'],
  total: 'المجموع',
  figure: decimal,
  serial: ({ microseconds, cores }) =>
    `العمل غير الموزَّع: ${microseconds} ميكروثانية لكل مقالة (الأنوية: ${cores}؛ (الزمن × الأنوية − المعالج) ÷ (الأنوية − ١)).`,
  written: (folder) =>
    `سجلات المعالج، ملف لكل خيط: ${folder}/*.cpuprofile (تُفتح في أدوات Chrome أو VS Code).`,
};
