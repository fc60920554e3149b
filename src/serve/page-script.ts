/** Where a served page listens for changes. */
export const eventsPath = '/.warraq/events';

/** Where its script is. */
export const scriptPath = '/.warraq/reload.js';

/**
 * What a served page runs: it loads itself again when it is not what it was, and shows what is wrong
 * with a build until it is cured. Styles are set by the script, as the page's policy allows none.
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
