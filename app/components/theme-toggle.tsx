import { Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import css from './theme-toggle.module.css';
import { useTheme } from './theme.tsx';

interface ThemeToggleProps {
  label?: string;
}

/** Switches between light and dark, starting from what the device prefers. */
export function ThemeToggle(props: ThemeToggleProps) {
  const { t } = useTranslation();
  const label = props.label ?? t('Switch between light and dark');
  const { theme, chooseTheme } = useTheme();
  function toggle() {
    const isDark =
      theme === 'system' ? matchMedia('(prefers-color-scheme: dark)').matches : theme === 'dark';
    chooseTheme(isDark ? 'light' : 'dark');
  }
  return (
    <button type="button" className={css.toggle} aria-label={label} title={label} onClick={toggle}>
      <Sun className={css.sun} aria-hidden />
      <Moon className={css.moon} aria-hidden />
    </button>
  );
}
