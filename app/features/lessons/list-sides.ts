import { settingsKey } from '#app/features/comparisons/find-differing-fields.ts';
import type { LogEntry } from './find-lesson-log.server.ts';
import { knowledgeOf } from './knowledge-of.ts';

export interface OwnPicture {
  generationId: string;
  pictureId: string;
  alt: string;
  /** In decimal digits. */
  seed: string;
  /** What a student tells it apart by: prompt, and the settings that are not the same everywhere. */
  caption: string;
}

/** Pictures that were made with the same settings from one or more seeds: one side of a comparison. */
export interface Side {
  caption: string;
  pictures: OwnPicture[];
}

/** The student's finished pictures of these steps, each with what sets it apart from the others. */
export function listOwnPictures(
  log: LogEntry[],
  stepIds: string[],
  { blind = false } = {},
): OwnPicture[] {
  const entries = findShown(log, stepIds);
  if (blind) return entries.map((entry, at) => toPicture(entry, `Picture ${at + 1}`));
  const describe = describer(entries, true);
  return entries.map((entry) => toPicture(entry, describe(entry)));
}

/** The same pictures by side. A picture that was made twice is shown once. */
export function listSides(log: LogEntry[], stepIds: string[], byPicture: boolean): Side[] {
  const entries = findShown(log, stepIds);
  const describe = describer(entries, byPicture);
  const sides = new Map<string, Map<string, LogEntry>>();
  for (const entry of entries) {
    const key = settingsKey(entry) + knowledgeOf(entry) + (byPicture ? entry.seed : '');
    const side = sides.get(key) ?? new Map<string, LogEntry>();
    sides.set(key, side.set(String(entry.seed), entry));
  }
  return [...sides.values()].map((side) => {
    const members = [...side.values()];
    const caption = describe(members[0] as LogEntry);
    return { caption, pictures: members.map((entry) => toPicture(entry, caption)) };
  });
}

function findShown(log: LogEntry[], stepIds: string[]): LogEntry[] {
  return log.filter(
    ({ stepId, pictures }) => stepId !== null && stepIds.includes(stepId) && pictures.length > 0,
  );
}

function describer(entries: LogEntry[], withSeed: boolean): (entry: LogEntry) => string {
  const varies = (read: (entry: LogEntry) => unknown) => new Set(entries.map(read)).size > 1;
  const shows = {
    steps: varies(({ steps }) => steps),
    guidance: varies(({ guidance }) => guidance),
    sampler: varies(({ sampler }) => sampler),
    modelId: varies(({ modelId }) => modelId),
    strength: varies(({ strength }) => strength),
    mask: varies(({ maskSha256 }) => maskSha256),
    learned: varies(knowledgeOf),
    seed: withSeed && varies(({ seed }) => seed),
  };
  const masks = [...new Set(entries.flatMap(({ maskSha256 }) => maskSha256 ?? []))];
  const versions = [...new Set(entries.map(knowledgeOf))];
  return (entry) =>
    [
      entry.prompt,
      entry.negativePrompt && `not: ${entry.negativePrompt}`,
      shows.steps && `${entry.steps} steps`,
      shows.guidance && `guidance ${entry.guidance}`,
      shows.sampler && entry.sampler,
      shows.modelId && `model ${entry.modelId}`,
      shows.strength && entry.strength !== null && `strength ${entry.strength}`,
      shows.mask && entry.maskSha256 && `mask ${masks.indexOf(entry.maskSha256) + 1}`,
      shows.learned && !shows.modelId && `version ${versions.indexOf(knowledgeOf(entry)) + 1}`,
      shows.seed && `seed ${entry.seed}`,
    ]
      .filter(Boolean)
      .join(' · ');
}

function toPicture({ id, seed, pictures }: LogEntry, caption: string): OwnPicture {
  const [picture] = pictures;
  return {
    generationId: id,
    pictureId: picture?.id ?? '',
    alt: picture?.alt ?? '',
    seed: String(seed),
    caption,
  };
}
