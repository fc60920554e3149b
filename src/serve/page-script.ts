/** Path of the event stream of changes. */
export const eventsPath = '/.warraq/events';

/** Path of the script of served pages. */
export const scriptPath = '/.warraq/reload.js';

/**
 * The script of served pages: it reloads a changed page and shows a build's errors. Styles are set
 * through CSSOM, as the page's policy forbids inline ones.
 */
export const pageScript = `'use strict';
const own = document.currentScript.dataset.page;
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
  const { trouble } = JSON.parse(data);
  box.textContent = trouble;
  box.hidden = trouble === '';
  const answer = await fetch(location.href, { cache: 'no-store' });
  const found = /data-page="([0-9a-f]+)"/.exec(await answer.text());
  if (found && found[1] !== own) location.reload();
};
`;
