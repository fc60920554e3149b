/** Texts of our own to be damaged: news as newspapers write it. */
export const harbour = `عادت الحركة إلى ميناء الصيد صباح أمس بعد توقف دام أسبوعين بسبب الرياح.
وقال رئيس جمعية الصيادين إن نحو ثلاثين مركبًا خرجت قبل الفجر، وإن الأسعار ستنخفض خلال أيام.

وأضاف: «ننتظر من المجلس أن يفي بوعده، فالرصيف لم يُصلح منذ عام 1998».
`;

/** A column, with question marks, dashes, a semicolon. */
export const library = `هل تعود المكتبة العامة إلى ما كانت عليه؟ سؤال يطرحه أهل الحي منذ سنوات؛ ولا جواب.
في الطابق الأول قاعة كبيرة مغلقة، وفي الثاني كتب لم تُفهرس بعد.
`;

/** A few lines for letters that other texts lack: ظ غ ذ ث ئ ؤ ء آ. */
export const weather = `آثار الظلام على شاطئ البلدة: لؤلؤ في الماء، وغيوم في الأفق، وأذان بعيد.
ثم هدأت العاصفة فجأة، وغادر الزوار مطمئنين إلى بيوتهم.
`;

/** All of them by name. */
export const texts: Readonly<Record<string, string>> = { harbour, library, weather };
