import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { describe, expect, it } from 'vitest';
import de from '#app/locales/de.json' with { type: 'json' };
import en from '#app/locales/en.json' with { type: 'json' };
import { addTranslator } from '#app/platform/translator.ts';
import { useSay } from './use-say.ts';

const translators = { en: addTranslator('en', en), de: addTranslator('de', de) };

function Sentence({ children }: { children: string }) {
  return <>{useSay()(children)}</>;
}

function say(language: 'en' | 'de', sentence: string): string {
  return renderToStaticMarkup(
    <I18nextProvider i18n={translators[language]}>
      <Sentence>{sentence}</Sentence>
    </I18nextProvider>,
  );
}

describe('useSay', () => {
  it.each([
    ['Choose a picture first.', 'Wähle zuerst ein Bild.'],
    ['At most 12 pictures.', 'Höchstens 12 Bilder.'],
    ['Line 3: There is no name on this line.', 'Zeile 3: In dieser Zeile steht kein Name.'],
    ['Steps: At most 100 steps.', 'Schritte: Höchstens 100 Schritte.'],
    ['20 steps', '20 Schritte'],
    ['Attach a picture first. You have none.', 'Hänge zuerst ein Bild an. Bisher: keines.'],
    [
      'Not a fair test yet: the steps, the size and the seed changed. Choose two that differ in one thing only.',
      'Noch kein fairer Test. Anders ist: die Schritte, die Größe und der Seed. Wähle zwei, die sich nur in einer Sache unterscheiden.',
    ],
  ])('says “%s” in German', (sentence, german) => {
    expect(say('de', sentence)).toBe(german);
  });

  it.each(['a fox, by the sea', 'two steps', 'Fox: by the sea', 'a {{name}} of $t(Save)', ''])(
    'leaves “%s” as somebody wrote it',
    (words) => {
      expect(say('de', words)).toBe(words);
    },
  );

  it('leaves English as it is', () => {
    expect(say('en', 'At most 12 pictures.')).toBe('At most 12 pictures.');
  });
});
