import { Form, Link } from '@remix-run/react';
import { BookOpen, ClipboardList, Home, Images, Palette, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SiteNotices } from '#app/features/walls/site-notices.tsx';
import { AppShell } from '#app/components/app-shell.tsx';
import type { NavItem } from '#app/components/app-shell.tsx';
import menu from '#app/components/menu.module.css';
import { LanguageMenu } from './language-menu.tsx';

export interface FrameUser {
  role: 'student' | 'teacher' | 'admin';
  displayName: string;
  isDemo: boolean;
}

const ROLE_LABELS = { student: 'Student', teacher: 'Teacher', admin: 'Admin' };

const HOME: NavItem = { to: '/', label: 'Home', icon: <Home aria-hidden />, end: true };
const WORK: NavItem[] = [
  { to: '/lessons', label: 'Lessons', icon: <BookOpen aria-hidden /> },
  { to: '/studio', label: 'Studio', icon: <Palette aria-hidden /> },
  { to: '/gallery', label: 'Gallery', icon: <Images aria-hidden /> },
];
const ASSIGNMENTS: NavItem = {
  to: '/assignments',
  label: 'Tasks',
  icon: <ClipboardList aria-hidden />,
};
const CLASSES: NavItem = { to: '/classes', label: 'Classes', icon: <Users aria-hidden /> };

function navFor({ role }: FrameUser): NavItem[] {
  return role === 'student' ? [HOME, ASSIGNMENTS, ...WORK] : [HOME, CLASSES, ...WORK];
}

/** What stands around every page: the brand, where one can go, who one is. */
export function SiteFrame({ user, children }: { user: FrameUser | null; children: ReactNode }) {
  const { t } = useTranslation();
  if (!user) return <AppShell tools={<LanguageMenu />}>{children}</AppShell>;
  return (
    <AppShell
      nav={navFor(user).map((item) => ({ ...item, label: t(item.label) }))}
      tools={<LanguageMenu />}
      banner={<SiteNotices />}
      user={{
        name: user.displayName,
        roleLabel: user.isDemo
          ? `${t(ROLE_LABELS[user.role])} (${t('demo')})`
          : t(ROLE_LABELS[user.role]),
      }}
      userMenu={
        <>
          {user.role === 'admin' && (
            <Link to="/school" className={menu.menuItem}>
              {t('School')}
            </Link>
          )}
          <Link to="/programs/tables" className={menu.menuItem}>
            {t('Programs')}
          </Link>
          <Form method="post" action="/sign-out">
            <button type="submit" className={menu.menuItem}>
              {t('Sign out')}
            </button>
          </Form>
        </>
      }
    >
      {children}
    </AppShell>
  );
}
