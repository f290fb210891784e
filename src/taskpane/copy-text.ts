/**
 * Puts text on the clipboard. Excel's own browser frames may refuse it; the older way, which needs a
 * selected field, is then tried.
 *
 * @returns whether it was copied
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const active = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  field.style.position = 'fixed';
  field.style.opacity = '0';
  // Under an open dialog the rest of the page takes no selection.
  (document.querySelector('dialog[open]') ?? document.body).append(field);
  field.select();
  try {
    // The only way left where the asynchronous clipboard is refused.
    // eslint-disable-next-line @typescript-eslint/no-deprecated
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (active instanceof HTMLElement) active.focus();
  }
}
