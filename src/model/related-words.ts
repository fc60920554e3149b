/** Texts on articles like an article. */
export interface RelatedWords {
  /** Precedes the articles with nearly the same text: «منشور أيضًا في:». */
  readonly alsoPublished: string;
}
