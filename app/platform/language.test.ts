import { describe, expect, it } from 'vitest';
import { languageCookie, languageFormSchema, readLanguage } from './language.ts';

const read = (headers: Record<string, string>) => readLanguage({ headers: new Headers(headers) });

describe('readLanguage', () => {
  it.each([
    ['de-AT,de;q=0.9,en;q=0.8', 'de'],
    ['en-GB,en;q=0.9,de;q=0.8', 'en'],
    ['fr, en;q=0.3, de;q=0.7', 'de'],
    ['fr,es', 'en'],
    ['de;q=0, en', 'en'],
    ['*', 'en'],
    ['', 'en'],
  ])('takes the best of %s', (header, language) => {
    expect(read({ 'Accept-Language': header })).toBe(language);
  });

  it('prefers what was chosen', () => {
    const Cookie = `easel-theme=dark; ${languageCookie('de').split(';')[0]}`;
    expect(read({ Cookie, 'Accept-Language': 'en' })).toBe('de');
  });

  it('passes over a choice that is none', () => {
    expect(read({ Cookie: 'easel-language=xx', 'Accept-Language': 'de' })).toBe('de');
  });
});

it.each([
  ['/studio?from=1', '/studio?from=1'],
  ['//elsewhere.example', '/'],
  ['/\\elsewhere.example', '/'],
  ['https://elsewhere.example', '/'],
])('comes back from %s to %s', (back, expected) => {
  expect(languageFormSchema.parse({ language: 'de', back }).back).toBe(expected);
});
