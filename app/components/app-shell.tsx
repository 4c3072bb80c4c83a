import { Link, NavLink } from '@remix-run/react';
import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import css from './app-shell.module.css';
import { Avatar } from './avatar.tsx';
import { Wordmark } from './brand.tsx';
import { Menu } from './menu.tsx';
import { ThemeToggle } from './theme-toggle.tsx';

export interface NavItem {
  to: string;
  label: string;
  icon?: ReactNode;
  /** How many things wait there. */
  count?: number;
  /** Only current on exactly this address, not on the pages under it. */
  end?: boolean;
}

interface AppShellProps {
  /** Five at most: on a phone they stand in a bar at the bottom. */
  nav?: NavItem[];
  user?: { name: string; roleLabel?: string };
  /** What the user menu offers, each with the class `menuItem` of menu.module.css. */
  userMenu?: ReactNode;
  homeTo?: string;
  /** Beside the switch between light and dark. */
  tools?: ReactNode;
  /** Above the page on every page: a demo line, a paused class. */
  banner?: ReactNode;
  width?: 'narrow' | 'page' | 'wide';
  labels?: { skip?: string; home?: string; navigation?: string; userMenu?: string };
  children: ReactNode;
}

export function AppShell(props: AppShellProps) {
  const { t } = useTranslation();
  const { nav = [], user, userMenu, homeTo = '/', banner, width = 'page', labels = {} } = props;
  return (
    <div className={css.shell} data-has-nav={nav.length > 0 || undefined}>
      <a href="#main" className={css.skip}>
        {labels.skip ?? t('Skip to the page')}
      </a>
      <header className={css.header}>
        <div className={css.bar}>
          <Link to={homeTo} className={css.brand} aria-label={labels.home ?? t('Easel, home')}>
            <Wordmark />
          </Link>
          {nav.length > 0 && (
            <nav className={css.nav} aria-label={labels.navigation ?? t('Main')}>
              {nav.map((item) => (
                <NavLink key={item.to} to={item.to} end={item.end} className={css.item}>
                  {item.icon}
                  <span>{item.label}</span>
                  {!!item.count && <span className={css.count}>{item.count}</span>}
                </NavLink>
              ))}
            </nav>
          )}
          <div className={css.tools}>
            {props.tools}
            <ThemeToggle />
            {user && (
              <Menu
                label={`${labels.userMenu ?? t('Your menu')}: ${user.name}`}
                button={
                  <>
                    <Avatar name={user.name} />
                    <span className={css.who}>
                      <span className={css.name}>{user.name}</span>
                      {user.roleLabel && <span className={css.role}>{user.roleLabel}</span>}
                    </span>
                    <ChevronDown className={css.chevron} aria-hidden />
                  </>
                }
              >
                {userMenu}
              </Menu>
            )}
          </div>
        </div>
      </header>
      {banner && <div className={css.banner}>{banner}</div>}
      <main id="main" tabIndex={-1} className={css.main} data-width={width}>
        {props.children}
      </main>
    </div>
  );
}
