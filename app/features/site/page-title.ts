import type { MetaFunction } from '@remix-run/node';
import type { TFunction } from 'i18next';
import type { Language } from '#app/platform/language.ts';
import { translatorOf } from '#app/platform/translator.ts';

/**
 * What a tab of the browser says: a title, or what becomes of a page's data. Data is missing where the loader
 * failed.
 */
export function pageTitle<Loader>(
  title: string | ((t: TFunction, data: DataOf<Loader> | undefined) => string),
): MetaFunction<Loader> {
  return ({ data, matches }) => {
    const root = matches.find(({ id }) => id === 'root')?.data as
      { language: Language } | undefined;
    const { t } = translatorOf(root?.language ?? 'en');
    const words = typeof title === 'string' ? t(title) : title(t, data as DataOf<Loader>);
    return [{ title: `${words} · Easel` }];
  };
}

type DataOf<Loader> = Parameters<MetaFunction<Loader>>[0]['data'];
