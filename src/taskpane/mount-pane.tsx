import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { FaultText } from '../locales/pane-texts';
import { Pane } from './pane';
import type { PaneLandmark } from './pane';
import type { PaneTheme } from './pane-theme';
import type { Session } from './session/session';
import { StartPage } from './start-page';

/** What the pane's place holds. */
export type PaneContent =
  | { readonly kind: 'session'; readonly session: Session }
  | { readonly kind: 'waiting'; readonly text: string }
  | {
      readonly kind: 'fault';
      readonly text: FaultText;
      readonly retry: { readonly label: string; readonly onRetry: () => void } | null;
    };

/** A pane on a page. */
export interface MountedPane {
  /** Colours the pane anew. */
  setTheme(theme: PaneTheme): void;
  /** Puts something else in the pane's place. */
  setContent(content: PaneContent): void;
  /** Takes the pane off the page. */
  unmount(): void;
}

/**
 * Puts the pane into an element. It knows only sessions: the same pane serves Excel and any other
 * program that brings a host.
 */
export function mountPane(
  root: HTMLElement,
  content: PaneContent,
  theme: PaneTheme,
  landmark: PaneLandmark = 'main',
): MountedPane {
  const react = createRoot(root);
  let shown = { content, theme };
  const show = (change: Partial<typeof shown>): void => {
    shown = { ...shown, ...change };
    react.render(elementOf(shown.content, shown.theme, landmark));
  };
  show({});
  return {
    setTheme: (next) => {
      show({ theme: next });
    },
    setContent: (next) => {
      show({ content: next });
    },
    unmount: () => {
      react.unmount();
    },
  };
}

function elementOf(content: PaneContent, theme: PaneTheme, landmark: PaneLandmark): ReactElement {
  switch (content.kind) {
    case 'session':
      return <Pane session={content.session} theme={theme} landmark={landmark} />;
    case 'waiting':
      return <StartPage theme={theme} waiting={content.text} fault={null} retry={null} />;
    case 'fault':
      return <StartPage theme={theme} waiting="" fault={content.text} retry={content.retry} />;
  }
}
