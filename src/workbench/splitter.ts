import { pageElement } from './page-element';

const LEAST = 280;
const GRID_LEAST = 240;
const STEP = 24;

/** Lets the person share the page between grid and pane, by pointer or by arrow keys. */
export function startSplitter(label: string, onMoved: () => void): void {
  const splitter = pageElement('splitter');
  const pane = pageElement('pane');
  splitter.setAttribute('aria-label', label);
  splitter.setAttribute('aria-valuemin', String(LEAST));
  const setWidth = (width: number): void => {
    const most = Math.max(LEAST, window.innerWidth - GRID_LEAST);
    const kept = Math.round(Math.min(most, Math.max(LEAST, width)));
    pane.style.width = `${kept}px`;
    splitter.setAttribute('aria-valuenow', String(kept));
    splitter.setAttribute('aria-valuemax', String(most));
    onMoved();
  };
  splitter.addEventListener('pointerdown', (event) => {
    splitter.setPointerCapture(event.pointerId);
    event.preventDefault();
  });
  splitter.addEventListener('pointermove', (event) => {
    if (splitter.hasPointerCapture(event.pointerId)) setWidth(window.innerWidth - event.clientX);
  });
  splitter.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
    event.preventDefault();
    setWidth(pane.offsetWidth + (event.key === 'ArrowLeft' ? STEP : -STEP));
  });
}
