import type { StageMessages } from '../stage-messages.ts';
import { arabicPhases, decimal } from './words.ts';

/** Messages of `--profile` in Arabic. */
export const arabicProfile: StageMessages = {
  stages: { start: 'بدء البرنامج', ...arabicPhases, report: 'الخلاصة' },
  headers: [
    'المرحلة',
    'الزمن (ث)',
    'المعالج (ث)',
    'النسبة',
    'ميكروثانية/مقال',
    'العدد',
    'ذروة الذاكرة (م.ب)',
  ],
  total: 'المجموع',
  figure: decimal,
  serial: ({ microseconds, cores }) =>
    `العمل غير الموزَّع: ${microseconds} ميكروثانية لكل مقال (الأنوية: ${cores}؛ (الزمن × الأنوية − المعالج) ÷ (الأنوية − ١)).`,
  written: (folder) =>
    `سجلات المعالج، ملف لكل خيط: ${folder}/*.cpuprofile (تُفتح في أدوات Chrome أو VS Code).`,
};
