/** Rules of a site's own templates, with the values of their messages. */
export interface TemplateRuleValues {
  'template-broken': { readonly reason: string };
  /** A picture of the settings, or a file that a style sheet refers to, is missing; `name` as written there. */
  'asset-missing': { readonly name: string };
  /** A file in `templates/` with a name of no template; `nearest` is a name that may be meant, or empty. */
  'template-unknown': { readonly nearest: string };
}
