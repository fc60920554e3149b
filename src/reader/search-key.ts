/** The key of the slash; with the Arabic keyboard it gives a letter. */
const slashKeys = ['/', 'ظ'];

/** Moves the cursor to the search field when the slash is pressed outside fields. */
export function searchByKey(): void {
  addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const field = document.querySelector<HTMLInputElement>('input[name="q"]');
    if (!slashKeys.includes(key) || ctrlKey || metaKey || altKey || !field) return;
    if ((event.target as Element).closest?.('input, select, textarea, [contenteditable]')) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
}
