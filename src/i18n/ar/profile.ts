import type { StageMessages } from '../stage-messages.ts';
import { arabicPhases, decimal } from './words.ts';

/** Messages of `--profile` in Arabic. */
export const arabicProfile: StageMessages = {
  stages: { start: 'بدء البرنامج', ...arabicPhases, report: 'الخلاصة' },
  headers: [
    'المرحلة',
    'الزمن (ث)',
    'المعالج (ث)',
    'غير الموزَّع (ث)',
    'النسبة',
    'ميكروثانية/مقال',
    'العدد',
    'ذروة الذاكرة (م.ب)',
  ],
  total: 'المجموع',
  figure: decimal,
  serial: (microseconds) =>
    `العمل غير الموزَّع: ${microseconds} ميكروثانية لكل مقال (زمن المعالج في الخيط الرئيس خارج المهام التي يؤديها أي خيط، دون بدء البرنامج).`,
  written: (folder) =>
    `سجلات المعالج، ملف لكل خيط: ${folder}/*.cpuprofile (تُفتح في أدوات Chrome أو VS Code).`,
};
