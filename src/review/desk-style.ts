/** The style sheet of the review page. It goes on that of the site: its colours, faces and sizes. */
export const deskStyle = `
.desk { min-block-size: 100dvh; display: flex; flex-direction: column; max-inline-size: 60rem; margin-inline: auto; padding: 0 var(--space-2, 1rem); }
.desk, .desk button, .desk select { font-family: var(--face-interface, system-ui, sans-serif); }
.desk-head { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem var(--space-2, 1rem); padding-block: var(--space-1, .5rem); border-block-end: 1px solid var(--rule, #8886); font-size: var(--size-small, .9375rem); line-height: 1.7; }
.desk-head h1 { font-size: 1.125rem; }
.desk-links { display: flex; gap: var(--space-2, 1rem); margin-inline-end: auto; }
.desk-links a { display: inline-block; min-block-size: 1.75rem; padding-block: .125rem; }
.desk-choice { display: flex; flex-wrap: wrap; gap: .25rem var(--space-2, 1rem); }
.desk-choice label { display: inline-flex; align-items: center; gap: .4rem; color: var(--ink-soft, inherit); min-inline-size: 0; }
.desk select { font-size: inherit; color: var(--ink, inherit); background: var(--surface, Canvas); border: 1px solid var(--rule, #888); border-radius: 4px; min-block-size: 2rem; padding-inline: .4rem; max-inline-size: 15rem; min-inline-size: 0; text-overflow: ellipsis; }
.desk-progress { display: flex; align-items: center; gap: .6rem; inline-size: 100%; font-variant-numeric: tabular-nums; }
.desk-progress progress { flex: 1; block-size: .375rem; appearance: none; border: 0; border-radius: 3px; overflow: hidden; background: var(--rule, #8884); accent-color: var(--accent, #7b1e1e); }
.desk-progress progress::-webkit-progress-bar { background: var(--rule, #8884); }
.desk-progress progress::-webkit-progress-value { background: var(--accent, #7b1e1e); }
.desk-progress progress::-moz-progress-bar { background: var(--accent, #7b1e1e); }
.desk main { flex: 1; display: flex; flex-direction: column; max-inline-size: none; inline-size: 100%; margin: 0; padding: 0; }
.desk #item { flex: 1; padding-block: var(--space-2, 1rem); max-inline-size: 46rem; inline-size: 100%; margin-inline: auto; }
.desk .desk-facts { display: flex; flex-wrap: wrap; gap: .25rem var(--space-2, 1rem); min-block-size: 1.9em; font-size: var(--size-small, .9375rem); color: var(--ink-soft, inherit); }
.desk #verdict { font-weight: 700; color: var(--ink, inherit); }
.desk #verdict[data-verdict="accept"]::before { content: "✓ "; }
.desk #verdict[data-verdict="reject"]::before { content: "✗ "; }
.desk #text { font-family: var(--face-text, serif); font-size: var(--size-lead, 1.25rem); line-height: 2; min-block-size: 14em; text-align: start; overflow-wrap: anywhere; margin-block: var(--space-1, .5rem); }
.desk mark { scroll-margin-block: 5rem 17rem; background: var(--mark, #ffe9a8); color: var(--ink, #1c1915); font-weight: 700; padding: .1em .25em; border-radius: 3px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.desk #text[data-verdict="reject"] mark { font-weight: inherit; text-decoration: line-through; text-decoration-thickness: 1px; }
.desk .break { color: var(--ink-soft, inherit); opacity: .7; font-size: .8em; user-select: none; }
.desk #item footer { display: flex; flex-wrap: wrap; gap: 0 var(--space-2, 1rem); font-size: var(--size-small, .9375rem); color: var(--ink-soft, inherit); }
.desk #title a { display: inline-block; min-block-size: 1.75rem; }
.desk #empty { flex: 1; padding-block: var(--space-4, 2.5rem); text-align: center; }
.desk[data-state="empty"] #item, .desk[data-state="item"] #empty { display: none; }
.desk .controls { position: sticky; inset-block-end: 0; background: var(--paper, Canvas); border-block-start: 1px solid var(--rule, #8886); padding-block: .6rem; display: grid; gap: .5rem; }
.desk .decisions { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem; }
.desk .boundaries { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem var(--space-2, 1rem); }
.desk .boundaries > div { display: grid; grid-template-columns: auto 1fr 1fr; align-items: center; gap: .4rem; font-size: var(--size-small, .9375rem); color: var(--ink-soft, inherit); }
.desk .steps { display: grid; grid-template-columns: repeat(3, 1fr); gap: .5rem; }
.desk button { min-block-size: 2.5rem; padding: .2rem .6rem; border: 1px solid var(--rule, #888); border-radius: 6px; background: var(--surface, ButtonFace); color: var(--ink, ButtonText); font-size: var(--size-small, .9375rem); line-height: 1.5; cursor: pointer; display: flex; flex-wrap: wrap; align-items: center; justify-content: center; gap: 0 .5rem; touch-action: manipulation; }
.desk button:hover { border-color: currentcolor; }
.desk .decisions button { min-block-size: 3.25rem; font-size: 1.0625rem; font-weight: 700; }
.desk .decisions .accept { background: var(--accent, #7b1e1e); border-color: var(--accent, #7b1e1e); color: var(--paper, #fff); }
.desk :is(button, select, a):focus-visible { outline: 3px solid var(--focus, Highlight); outline-offset: 2px; }
.desk .keys { display: inline-flex; gap: .25rem; font-weight: 400; }
.desk kbd { font: 400 .8125rem/1.5 var(--face-interface, system-ui, sans-serif); min-inline-size: 1.5em; padding-inline: .3em; border: 1px solid currentcolor; border-radius: 3px; text-align: center; opacity: .85; }
.desk #status { min-block-size: 2.2em; padding-block: .2rem; font-size: var(--size-small, .9375rem); color: var(--ink-soft, inherit); }
.desk #status[data-problem="yes"] { color: var(--accent, #7b1e1e); font-weight: 700; }
@media (max-width: 46rem) {
  .desk .boundaries { grid-template-columns: 1fr; }
  .desk .boundaries > div { grid-template-columns: 5.5em 1fr 1fr; }
  .desk-choice { inline-size: 100%; }
  .desk-choice label { flex: 1 1 9rem; }
  .desk-choice label span { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .desk select { inline-size: 100%; max-inline-size: none; }
  .desk #text { min-block-size: 10em; line-height: 1.9; }
}
@media (hover: none) and (pointer: coarse) { .desk .keys { display: none; } }
@media (forced-colors: active) { .desk mark { scroll-margin-block: 5rem 17rem; outline: 2px solid Mark; } .desk .decisions .accept { border-width: 3px; } }
@media (prefers-reduced-motion: no-preference) { .desk-progress progress::-webkit-progress-value { transition: inline-size .15s; } }
`;
