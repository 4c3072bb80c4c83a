import type { Mistake } from './lesson-error.ts';
import type { FrontMatter, Step } from './schema.ts';

interface CheckOptions {
  frontMatter: FrontMatter;
  steps: Step[];
  /** Names of the .png files beside the lesson; null before they are made. */
  files: string[] | null;
}

/** Holds a lesson's names together: ids, pictures and their files, steps that other steps point at. */
export function checkReferences({ frontMatter, steps, files }: CheckOptions): Mistake[] {
  const mistakes: Mistake[] = [];
  const { pictures, cover } = frontMatter;
  if (steps.length === 0)
    mistakes.push({ line: 1, message: 'A lesson needs a step: ## Its title' });
  if (!(cover in pictures))
    mistakes.push({ line: 1, message: `The cover ${cover} is not in "pictures".` });
  if (files) mistakes.push(...checkFiles(Object.keys(pictures), files));

  mistakes.push(...checkSources(pictures));

  const kinds = new Map<string, string>();
  for (const { id, line, activity } of steps) {
    const complain = (message: string) => mistakes.push({ line, message });
    if (kinds.has(id)) complain(`Two steps have the id "${id}".`);
    for (const name of sourcesOf(activity))
      if (kinds.get(name) !== 'generate')
        complain(`"${name}" is not a generate step before this one.`);
    if (activity?.kind === 'generate') {
      if (activity.target && !(activity.target in pictures))
        complain(`The target ${activity.target} is not in "pictures".`);
      if (activity.target && !activity.targetAlt)
        complain('A target needs "targetAlt": what is seen in it.');
      if (activity.phrases && !activity.from) complain('"phrases" needs "from".');
      if (Boolean(activity.gridSteps) !== Boolean(activity.gridGuidance))
        complain('A table needs both "gridSteps" and "gridGuidance".');
      if (activity.gridSteps && activity.seeds?.length !== 1)
        complain('A table is drawn from one seed: seeds="7".');
      if (activity.taught && !activity.from) complain('"taught" needs "from".');
      if (activity.enlarge && !activity.startFrom) complain('"enlarge" needs "startFrom".');
      if (activity.vary.includes('mask') && !activity.startFrom)
        complain('A mask needs "startFrom": the step whose pictures are painted over.');
      if (activity.rows && !activity.table)
        complain('"rows" needs "table": the names of the columns.');
    }
    kinds.set(id, activity?.kind ?? 'read');
  }
  return mistakes;
}

function checkFiles(named: string[], files: string[]): Mistake[] {
  const missing = named.filter((name) => !files.includes(name));
  const extra = files.filter((name) => !named.includes(name));
  return [
    ...missing.map((name) => `The picture ${name} has no file: make the pictures first.`),
    ...extra.map((name) => `The file ${name} is not in "pictures".`),
  ].map((message) => ({ line: 1, message }));
}

function sourcesOf(activity: Step['activity']): string[] {
  if (!activity) return [];
  if ('of' in activity) return activity.of;
  if (activity.kind !== 'generate') return [];
  return [activity.from, activity.startFrom, activity.replay].filter((name) => name !== undefined);
}

/** A picture that is made of another one comes after it, so that one pass makes them all. */
function checkSources(pictures: FrontMatter['pictures']): Mistake[] {
  const mistakes: Mistake[] = [];
  const seen = new Set<string>();
  for (const [file, picture] of Object.entries(pictures)) {
    const { startFrom, controlOf, layoutFrom, mask, enlarge, control } = picture;
    const complain = (message: string) =>
      mistakes.push({ line: 1, message: `${file}: ${message}` });
    for (const source of [startFrom, controlOf, layoutFrom])
      if (source && !seen.has(source)) complain(`${source} must stand before it in "pictures".`);
    if ((mask || enlarge) && !startFrom) complain('"mask" and "enlarge" need "startFrom".');
    if (control && !controlOf && !layoutFrom)
      complain('"control" needs "controlOf" or "layoutFrom".');
    if (layoutFrom && !control) complain('"layoutFrom" needs "control".');
    seen.add(file);
  }
  return mistakes;
}
