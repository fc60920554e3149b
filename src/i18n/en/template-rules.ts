import type { CliMessages } from '../cli-messages.ts';

/** Diagnostics of the site's own templates, in English. */
export const englishTemplateRules: Pick<
  CliMessages['rules'],
  'template-broken' | 'asset-missing' | 'template-unknown'
> = {
  'template-broken': ({ reason }) => ({
    message: `The template does not work: ${reason}`,
    fix: 'Correct the error. A template must export a function with the same name as the built-in one.',
  }),
  'asset-missing': ({ name }) => ({
    message: `This file is missing: ${name}`,
    fix: 'Put the file there, or correct its name.',
  }),
  'template-unknown': ({ nearest }) => ({
    message: 'There is no template of this name, so the file has no effect.',
    fix:
      nearest === ''
        ? 'Name it like a built-in template (docs/templates.md), or put what templates import into templates/partials/.'
        : `Did you mean “${nearest}”?`,
  }),
};
