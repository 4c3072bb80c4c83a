import { describe, expect, it } from 'vitest';
import { darkSheetMedia, readTheme } from './theme.tsx';

describe('readTheme', () => {
  it.each([
    ['easel-theme=dark', 'dark'],
    ['session=abc; easel-theme=light; other=1', 'light'],
    ['easel-theme=darker', 'system'],
    ['not-easel-theme=dark', 'system'],
    [null, 'system'],
  ])('reads %s as %s', (cookie, theme) => {
    expect(readTheme(cookie)).toBe(theme);
  });
});

describe('darkSheetMedia', () => {
  it('never applies to paper', () => {
    for (const theme of ['system', 'light', 'dark'] as const)
      expect(darkSheetMedia(theme)).toMatch(/^(screen|not all)/);
  });

  it('follows the device until a theme is chosen', () => {
    expect(darkSheetMedia('system')).toContain('prefers-color-scheme: dark');
    expect(darkSheetMedia('dark')).not.toContain('prefers-color-scheme');
  });
});
