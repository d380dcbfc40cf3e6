/** The theme switch: as the system, light, dark, in turn. */
import { chooseTheme } from '../state/appearance.ts';
import { look, THEMES, type Theme } from '../state/look.ts';
import { t } from '../words/index.ts';

const SIGN: Readonly<Record<Theme, string>> = { auto: '◐', light: '☀', dark: '☾' };

function next(theme: Theme): Theme {
  return THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto';
}

export function ThemeSwitch() {
  const { theme } = look.value;
  const label = t('header.theme', { theme: t(`header.theme.${theme}`) });
  return (
    <button
      class="theme"
      type="button"
      title={label}
      aria-label={label}
      onClick={() => chooseTheme(next(theme))}
    >
      {SIGN[theme]}
    </button>
  );
}
