import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatInfotext, parseInfotext } from './infotext.ts';
import { formatSettings, readSettings } from './settings.ts';

const WEBUI = `a (cute:1.2) cat, 16:9
second line
Negative prompt: fog,
blur
Steps: 20, Sampler: DPM++ 2M, Schedule type: Karras, CFG scale: 7, Seed: 1, Size: 512x768, Model hash: 6ce0161689, Model: v1-5, Hashes: "{\\"vae\\": \\"a, b\\"}", Version: v1.10.1`;

test('prints the lines of WebUI', () => {
  const settings = {
    prompt: 'a cat',
    negativePrompt: 'fog',
    steps: 20,
    sampler: 'DPM++ 2M',
    schedule: 'Karras',
    guidance: 7,
    seed: 1n,
    widthPx: 512,
    heightPx: 768,
    modelHash: 'abc',
    model: 'tiny, sd',
  };
  expect(formatSettings(settings)).toBe(
    'a cat\nNegative prompt: fog\nSteps: 20, Sampler: DPM++ 2M, Schedule type: Karras, ' +
      'CFG scale: 7, Seed: 1, Size: 512x768, Model hash: abc, Model: "tiny, sd"',
  );
  expect(formatSettings({ prompt: 'a', negativePrompt: '', steps: 3 })).toBe('a\nSteps: 3');
});

test('reads what WebUI wrote', () => {
  const infotext = parseInfotext(WEBUI);
  expect(infotext.prompt).toBe('a (cute:1.2) cat, 16:9\nsecond line');
  expect(infotext.negativePrompt).toBe('fog,\nblur');
  expect(infotext.parameters.get('Hashes')).toBe('{"vae": "a, b"}');
  expect(formatInfotext(infotext)).toBe(WEBUI);
  expect(readSettings(infotext)).toMatchObject({
    steps: 20,
    sampler: 'DPM++ 2M',
    schedule: 'Karras',
    guidance: 7,
    seed: 1n,
    widthPx: 512,
    heightPx: 768,
    model: 'v1-5',
    extra: new Map([
      ['Hashes', '{"vae": "a, b"}'],
      ['Version', 'v1.10.1'],
    ]),
  });
});

test('a last line with fewer than three pairs is prompt', () => {
  expect(parseInfotext('a cat\nstyle: ink, mood: calm').prompt).toBe(
    'a cat\nstyle: ink, mood: calm',
  );
  expect(parseInfotext('a cat').parameters.size).toBe(0);
});

test("reads the curve out of an older sampler's name", () => {
  const read = (line: string) => readSettings(parseInfotext(`a\nSteps: 1, Seed: 2, ${line}`));
  expect(read('Sampler: DPM++ 2M Karras')).toMatchObject({
    sampler: 'DPM++ 2M',
    schedule: 'Karras',
  });
  expect(read('Sampler: Euler a, Schedule type: Automatic').schedule).toBeUndefined();
});

test('leaves out values that make no sense', () => {
  const settings = readSettings(parseInfotext('a\nSteps: many, Seed: -1, Size: big, CFG scale: 7'));
  expect(settings).toMatchObject({ guidance: 7 });
  expect(settings.steps ?? settings.seed ?? settings.widthPx).toBeUndefined();
});

const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.trim());
const prompt = fc
  .array(
    line.filter((text) => !text.startsWith('Negative prompt:')),
    { maxLength: 3 },
  )
  .map((lines) => lines.join('\n').trim());
const value = fc.string({ unit: 'grapheme' }).filter((text) => /^[^\s"](.*[^\s"])?$/s.test(text));

test('what is printed reads the same', () => {
  fc.assert(
    fc.property(
      prompt,
      prompt,
      fc.array(value, { minLength: 3, maxLength: 6 }),
      (text, negative, values) => {
        const parameters = new Map(values.map((each, index) => [`Name ${index}`, each]));
        const infotext = { prompt: text, negativePrompt: negative, parameters };
        expect(parseInfotext(formatInfotext(infotext))).toEqual(infotext);
      },
    ),
  );
});

test('any text reads', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(readSettings(parseInfotext(text)).prompt).toBeTypeOf('string');
    }),
  );
});

test('a picture with a huge text is read at once', () => {
  const startMs = performance.now();
  expect(parseInfotext('a'.repeat(4_000_000)).parameters.size).toBe(0);
  expect(parseInfotext(`x\n${' '.repeat(2_000_000)}y`).prompt.length).toBeGreaterThan(0);
  expect(performance.now() - startMs).toBeLessThan(5000);
});
