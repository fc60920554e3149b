/** URL path of the event stream of changes. */
export const eventsPath = '/.warraq/events';

/** URL path of the script of served pages. */
export const scriptPath = '/.warraq/reload.js';

/**
 * The script of served pages: it reloads a changed page and shows a build's errors. Styles are set
 * through CSSOM, as the page's policy forbids inline ones.
 */
export const pageScript = `'use strict';
const hash = document.currentScript.dataset.pageHash;
const box = document.createElement('div');
box.setAttribute('role', 'alert');
box.dataset.trouble = '';
box.hidden = true;
Object.assign(box.style, {
  position: 'fixed', insetInline: '0', insetBlockEnd: '0', zIndex: '9', maxBlockSize: '50vh',
  overflow: 'auto', padding: '1rem', background: '#5c0f0f', color: '#fff', whiteSpace: 'pre-wrap',
  unicodeBidi: 'plaintext', textAlign: 'start', font: '0.9375rem/1.7 ui-monospace, monospace',
});
document.body.append(box);
new EventSource(${JSON.stringify(eventsPath)}).onmessage = async ({ data }) => {
  const { errors } = JSON.parse(data);
  box.textContent = errors;
  box.hidden = errors === '';
  const response = await fetch(location.href, { cache: 'no-store' });
  const match = /data-page-hash="([0-9a-f]+)"/.exec(await response.text());
  if (match && match[1] !== hash) location.reload();
};
`;
