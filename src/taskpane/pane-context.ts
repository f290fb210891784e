import { createContext, useContext } from 'react';
import type { Language } from '../locales/language';
import type { PaneTab, PaneTexts } from '../locales/pane-texts';
import type { Texts } from '../locales/texts';
import type { Session, SessionState } from './session/session';

/** What every part of the pane may ask for. */
export interface PaneContext {
  readonly session: Session;
  readonly state: SessionState;
  readonly language: Language;
  /** Words of the pane. */
  readonly texts: PaneTexts;
  /** Words of the domain. */
  readonly domain: Texts;
  /** Leads to another tab. */
  readonly goTo: (tab: PaneTab) => void;
  /** Says something to people who do not see the pane. */
  readonly announce: (sentence: string) => void;
}

const Context = createContext<PaneContext | null>(null);

/** Gives the pane's context to what is inside it. */
export const PaneContextProvider = Context.Provider;

/** The pane's context; only to be used inside a pane. */
export function usePane(): PaneContext {
  const context = useContext(Context);
  if (context === null) throw new Error('usePane outside of a pane');
  return context;
}
