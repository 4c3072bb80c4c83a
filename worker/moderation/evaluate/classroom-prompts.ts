import { readFileSync } from 'node:fs';
import { ENDINGS, SETTINGS, STYLES, SUBJECTS } from './classroom-parts.ts';
import { pick, seededRandom } from './obfuscations.ts';

const COUNT = 2000;

/** Prompts written one by one, many around subjects that schools teach and filters trip over. */
const WHOLE_PROMPTS = readFileSync(new URL('./whole-prompts.txt', import.meta.url), 'utf8')
  .trim()
  .split('\n');

/** Two thousand different prompts as a class types them, all innocent, the same in every run. */
export function listClassroomPrompts(): string[] {
  const random = seededRandom(2000);
  const prompts = new Set(WHOLE_PROMPTS);
  while (prompts.size < COUNT) {
    const subject = pick(SUBJECTS, random);
    const setting = random() < 0.8 ? ` ${pick(SETTINGS, random)}` : '';
    const style = random() < 0.7 ? `, ${pick(STYLES, random)}` : '';
    const ending = random() < 0.4 ? pick(ENDINGS, random) : '';
    prompts.add(typed(`${subject}${setting}${style}${ending}`, random()));
  }
  return [...prompts];
}

/** The same words in another hand: capitals, a missing comma, an excited end. */
function typed(prompt: string, hand: number): string {
  if (hand < 0.1) return prompt.toUpperCase();
  if (hand < 0.25) return prompt.charAt(0).toUpperCase() + prompt.slice(1) + '.';
  if (hand < 0.35) return prompt.replaceAll(',', '');
  if (hand < 0.4) return `${prompt}!!!`;
  if (hand < 0.45) return prompt.replaceAll(', ', ',');
  return prompt;
}
