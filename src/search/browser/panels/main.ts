import { makePanels } from '../panels.ts';

window.warraqPanels?.(makePanels);
