import {
  createDarkTheme,
  createLightTheme,
  teamsHighContrastTheme,
} from '@fluentui/react-components';
import type { BrandVariants, Theme } from '@fluentui/react-components';

/** How the pane is coloured. */
export type PaneTheme = 'light' | 'dark' | 'high-contrast';

/** The green of the program's icon, from dark to light. */
const BRAND: BrandVariants = {
  10: '#010605',
  20: '#031b17',
  30: '#042e28',
  40: '#053b34',
  50: '#064840',
  60: '#08544a',
  70: '#095f54',
  80: '#0b6a5d',
  90: '#1f7d70',
  100: '#37a292',
  110: '#51b3a4',
  120: '#6dc3b5',
  130: '#8ad1c6',
  140: '#a6dfd6',
  150: '#c3ece6',
  160: '#e1f6f3',
};

/** Chinese faces come before the Latin-only ones' fallbacks, so that both scripts keep one weight. */
const FONT =
  "'Segoe UI', 'Microsoft YaHei UI', 'Microsoft YaHei', 'PingFang SC', 'Noto Sans CJK SC', 'WenQuanYi Micro Hei', system-ui, sans-serif";

const THEMES: Readonly<Record<PaneTheme, Theme>> = {
  light: { ...createLightTheme(BRAND), fontFamilyBase: FONT },
  dark: {
    ...createDarkTheme(BRAND),
    fontFamilyBase: FONT,
    colorBrandForeground1: BRAND[120],
    colorBrandForeground2: BRAND[130],
    colorBrandForegroundLink: BRAND[120],
    colorBrandForegroundLinkHover: BRAND[130],
    colorBrandForegroundLinkPressed: BRAND[110],
    colorCompoundBrandForeground1: BRAND[120],
    colorCompoundBrandStroke: BRAND[110],
    // Fluent's own red falls short of 4.5 : 1 on these backgrounds.
    colorStatusDangerForeground1: '#eb8c95',
  },
  'high-contrast': { ...teamsHighContrastTheme, fontFamilyBase: FONT },
};

/** The Fluent theme of a pane theme. */
export function fluentTheme(theme: PaneTheme): Theme {
  return THEMES[theme];
}
