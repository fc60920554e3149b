/** Texts of an article's page below and beside its text. */
export interface ArticlePageWords {
  /** Says that the archive does not have the text. */
  readonly noText: string;
  /** Precedes the other publications of the same text: «منشور أيضًا في». */
  readonly alsoIn: string;
  /** The version of a text in a citation: «نسخة النص {version}». */
  readonly version: string;
  /** The version of a text with the day of its last change: «نسخة {date} من النص ({version})». */
  readonly versionOf: string;
  /** Label of the file by which a version of the archive is named. */
  readonly archiveVersion: string;
  /** The version of the archive in a citation: «نسخة الأرشيف {version}». */
  readonly archiveVersionNamed: string;
  /** The same with the newest day of the archive: «نسخة الأرشيف {version} ({date})». */
  readonly archiveVersionOf: string;
  /** Where the original is, behind the link to its pack: «(باسم {file} في ملف ZIP)». */
  readonly inPack: string;
  /** Link by which a reader reports a mistake. */
  readonly feedback: string;
}
