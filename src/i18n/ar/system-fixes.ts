import type { CliMessages } from '../cli-messages.ts';

const permission =
  'امنح هذا المستخدم إذن الكتابة فيه، أو سمِّ مجلدين آخرين بالخيارين ‎--out‎ و‎--cache‎.';

const openFiles = 'ارفع حد الملفات المفتوحة (ulimit -n) ثم أعد تشغيل الأمر.';

/** What to do about locks and errors of the system, in Arabic. */
export const arabicSystemFixes: Pick<
  CliMessages,
  'locked' | 'lockedElsewhere' | 'noLocks' | 'systemFixes'
> = {
  locked: (holder) => `بناء آخر جارٍ هنا: العملية ${holder}. انتظر انتهاءه.`,
  lockedElsewhere: (holder, file) =>
    `قد يكون بناء آخر جاريًا هنا من جهاز آخر أو حاوية أخرى: العملية ${holder}، ولا تُرى من هذا الجهاز. انتظر انتهاءه؛ وإن لم يكن هناك بناء جارٍ فاحذف الملف ${file}.`,
  noLocks: (file) =>
    `القرص الذي فيه ${file} لا يدعم أقفال الملفات، فقد يغيّر بناءان الملفات نفسها معًا. سمِّ مجلدًا على قرص محلي بالخيار ‎--cache‎، وبالخيار ‎--out‎ إن لزم.`,
  systemFixes: {
    ENOSPC: 'أفرغ مساحة من القرص ثم أعد تشغيل الأمر، فيُتمّ ما بدأ.',
    EDQUOT: 'أفرغ مساحة من حصتك في القرص ثم أعد تشغيل الأمر، فيُتمّ ما بدأ.',
    EIO: 'افحص القرص ثم أعد تشغيل الأمر، فيُتمّ ما بدأ.',
    EROFS: 'اجعل القرص قابلًا للكتابة، أو سمِّ مجلدين آخرين بالخيارين ‎--out‎ و‎--cache‎.',
    EACCES: permission,
    EPERM: permission,
    ERR_ACCESS_DENIED: permission,
    EMFILE: openFiles,
    ENFILE: openFiles,
  },
};
