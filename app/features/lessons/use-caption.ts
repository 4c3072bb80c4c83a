import { useSay } from '#app/components/use-say.ts';

/** Writes what sets a picture apart, such as "a red house · 20 steps": its prompt as it is, the rest translated. */
export function useCaption(): (caption: string) => string {
  const say = useSay();
  return (caption) => {
    const [prompt = '', ...settings] = caption.split(' · ');
    const isBlind = /^Picture \d+$/.test(prompt);
    return [isBlind ? say(prompt) : prompt, ...settings.map(say)].join(' · ');
  };
}
