import { createContext, useContext, useMemo, useState, type ReactNode } from 'react';

export type Theme = 'system' | 'light' | 'dark';

interface ThemeState {
  theme: Theme;
  chooseTheme: (theme: Theme) => void;
}

const cookieName = 'easel-theme';
const oneYearS = 365 * 24 * 60 * 60;

const ThemeContext = createContext<ThemeState>({ theme: 'system', chooseTheme: () => {} });

/** Reads the chosen theme from a `Cookie` header; anything else means "as the system is". */
export function readTheme(cookieHeader: string | null): Theme {
  const chosen = cookieHeader?.match(/(?:^|;\s*)easel-theme=(light|dark)(?:;|$)/)?.[1];
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

/** The media query under which the dark sheet applies. Paper is always light. */
export function darkSheetMedia(theme: Theme) {
  if (theme === 'dark') return 'screen';
  return theme === 'light' ? 'not all' : 'screen and (prefers-color-scheme: dark)';
}

export function ThemeProvider({ initial, children }: { initial: Theme; children: ReactNode }) {
  const [theme, setTheme] = useState(initial);
  const state = useMemo<ThemeState>(
    () => ({
      theme,
      chooseTheme(next) {
        // A cookie, not local storage: the server draws the right theme and nothing flashes.
        document.cookie = `${cookieName}=${next}; Path=/; Max-Age=${oneYearS}; SameSite=Lax`;
        setTheme(next);
      },
    }),
    [theme],
  );
  return <ThemeContext.Provider value={state}>{children}</ThemeContext.Provider>;
}

export function useTheme() {
  return useContext(ThemeContext);
}
