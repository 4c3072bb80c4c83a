import { Form, useLocation } from '@remix-run/react';
import { Check, Languages } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Menu } from '#app/components/menu.tsx';
import menu from '#app/components/menu.module.css';
import { LANGUAGES } from '#app/platform/language.ts';

/** Chooses the language of the interface. The page loads anew: its catalog comes with it. */
export function LanguageMenu() {
  const { t, i18n } = useTranslation();
  const { pathname, search } = useLocation();
  return (
    <Menu label={t('Language')} button={<Languages aria-hidden />}>
      <Form method="post" action="/language" reloadDocument>
        <input type="hidden" name="back" value={pathname + search} />
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <button
            key={language}
            name="language"
            value={language}
            lang={language}
            className={menu.menuItem}
            aria-current={language === i18n.language ? 'true' : undefined}
          >
            {name}
            {language === i18n.language && <Check aria-hidden />}
          </button>
        ))}
      </Form>
    </Menu>
  );
}
