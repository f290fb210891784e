import type { PaneTheme } from './pane-theme';

/** The part of Office's theme that the pane follows. */
export interface OfficeColours {
  readonly isDarkTheme?: boolean;
  /** `#RRGGBB`. */
  readonly bodyBackgroundColor?: string;
}

/**
 * How the pane is coloured in Office's theme. Forced colours (Windows contrast themes) come first;
 * programs that do not say whether their theme is dark are judged by the colour behind the pane.
 */
export function paneThemeOf(office: OfficeColours | undefined, forcedColours: boolean): PaneTheme {
  if (forcedColours) return 'high-contrast';
  const dark = office?.isDarkTheme ?? isDark(office?.bodyBackgroundColor);
  return dark ? 'dark' : 'light';
}

/** Whether white text is read better than black on a colour (relative luminance below 0.18). */
function isDark(colour: string | undefined): boolean {
  const [, red, green, blue] =
    /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour ?? '') ?? [];
  if (red === undefined || green === undefined || blue === undefined) return false;
  const linear = (hex: string): number => (Number.parseInt(hex, 16) / 255) ** 2.2;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue) < 0.18;
}

/**
 * Calls the listener whenever the pane should be coloured anew. Excel reports no change of its
 * theme, so it is read again when the person comes back to the pane.
 *
 * @param read Office's theme now
 * @returns stops listening
 */
export function followOfficeTheme(
  read: () => OfficeColours | undefined,
  listener: (theme: PaneTheme) => void,
): () => void {
  const forced = window.matchMedia('(forced-colors: active)');
  let last = paneThemeOf(read(), forced.matches);
  listener(last);
  const look = (): void => {
    const theme = paneThemeOf(read(), forced.matches);
    if (theme === last) return;
    last = theme;
    listener(theme);
  };
  forced.addEventListener('change', look);
  window.addEventListener('focus', look);
  document.addEventListener('visibilitychange', look);
  return () => {
    forced.removeEventListener('change', look);
    window.removeEventListener('focus', look);
    document.removeEventListener('visibilitychange', look);
  };
}
