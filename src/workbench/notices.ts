import { pageElement, textButton } from './page-element';

/** A choice offered beside a notice. */
export interface NoticeChoice {
  readonly label: string;
  readonly onChoice: () => void;
}

/**
 * Shows a notice above the grid until one of its choices is taken.
 * @param key a notice of the same key takes the place of the one before
 */
export function showNotice(
  key: string,
  kind: 'about' | 'fault',
  text: string,
  choices: readonly NoticeChoice[],
): void {
  removeNotice(key);
  const notice = document.createElement('div');
  notice.className = 'notice';
  notice.dataset['kind'] = kind;
  notice.dataset['key'] = key;
  notice.setAttribute('role', kind === 'fault' ? 'alert' : 'status');
  const words = document.createElement('span');
  words.textContent = text;
  notice.append(words);
  for (const { label, onChoice } of choices) {
    notice.append(
      textButton(label, () => {
        notice.remove();
        onChoice();
      }),
    );
  }
  pageElement('notices').append(notice);
}

/** Takes a notice away. */
export function removeNotice(key: string): void {
  for (const notice of pageElement('notices').querySelectorAll<HTMLElement>('.notice')) {
    if (notice.dataset['key'] === key) notice.remove();
  }
}
