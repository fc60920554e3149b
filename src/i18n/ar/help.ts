import type { HelpTexts } from '../cli-messages.ts';

/** The texts of `--help` in Arabic. */
export const arabicHelp: HelpTexts = {
  synopsis: 'warraq <command> [options]',
  commands: {
    build: [
      'يقرأ seeds/ ويكتب dist/',
      '--seeds DIR  مجلد النصوص (وإلا seeds)',
      '--out DIR  مجلد الموقع (وإلا dist)',
      '--cache DIR  مجلد الذاكرة المخبأة (وإلا ‎.cache‎)',
      '--as-of DAY|today  اليوم الذي يُعرض فيه الأرشيف (للحظر وانتهاء المدة)',
      '--drafts  مع المسودات وسائر ما لم يُنشر، في CACHE/drafts/',
      '--strict  لا يُنشر شيء مع أي خطأ',
      '--force  بناء كامل من الصفر',
      '--allow-removal  يجيز حذف معظم المقالات المنشورة أو كلها',
      '--report FILE  كل التنبيهات والعناوين في ملف json أو html',
      '--workers N  خيوط عمل إضافية',
      '--profile  أزمنة المراحل، وسجلات المعالج في CACHE/profile/',
      '--debug [CHANNELS]  ما يقرره البناء ولماذا: scan,plan,render,publish',
    ],
    serve: [
      'يعرض الأرشيف مع المسودات، وصفحة لمراجعة العناوين، ويعيد البناء',
      '--port N  المنفذ (وإلا ٨٠٨٠)',
      '--as-of DAY|today  اليوم الذي يُعرض فيه الأرشيف',
      '--debug [CHANNELS]  ما يقرره البناء ولماذا: scan,plan,render,publish',
      '--seeds, --out, --cache, --workers, --force, --strict: كما في build',
    ],
    check: [
      'يفحص dist/: الروابط والمعرّفات والطلبات والبصمات وHTML والخلاصات',
      '--out DIR  مجلد الموقع (وإلا dist)',
      '--thorough  تدقيق HTML في كل صفحة',
      '--old-urls FILE  العناوين القديمة التي لا تؤدي إلى شيء (قائمة أو خريطة)',
      '--host NAME  مضيف: cloudflare(-paid), github, gitlab, netlify, s3',
    ],
    structure: [
      'يقرأ أسطر JSON فيها {"id","text"}، ويكتب العناوين والفقرات',
      '--headings LEVEL  قيمة من cautious وbalanced وeager وoff',
      '--review FILE…  أسباب كل قرار، في صفحة، مع ملف بيانات يُعدَّل',
      '--out FILE  صفحة ‎--review‎',
      '--learn  التعلّم من مقالات احتفظت بأسطرها ومن قرارات المحرر',
      '--seeds DIR  نصوص ‎--learn‎؛ ومع ‎--dry-run‎ لا يُكتب شيء',
    ],
    import: [
      'يحوّل ملفات البرامج الأخرى (FILE|DIR…) إلى نصوص في seeds/',
      '--from TYPE  wordpress feed csv html warc tei json word epub',
      '--into DIR  مجلد النصوص المستوردة (وإلا seeds/imported)',
      '--split heading|page  لملف وورد فيه عدة مقالات',
      '--dry-run  لا يُكتب شيء',
    ],
  },
  notes: `  لكل أمر
    --root DIR            مجلد الموقع (وإلا المجلد الحالي)
    --config FILE         ملف الإعدادات (وإلا warraq.yaml)
    --json                نتيجة تقرؤها البرامج
    --quiet               الأخطاء وحدها
    --verbose             سطر لكل تنبيه وعنوان
    --lang ar|en          لغة الرسائل
    --help, --version

   رموز الخروج: 0 سليم؛ 1 في بعض المحتوى أخطاء؛ 2 خطأ في الأمر أو الإعدادات؛
  3 خطأ من النظام`,
};
