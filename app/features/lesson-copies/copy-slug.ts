const COPY = /^copy-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** How progress, log and addresses name a teacher's lesson; none that comes with Easel is called so. */
export function copySlug(copyId: string): string {
  return `copy-${copyId}`;
}

/** Which copy a lesson's name stands for; null for a lesson that comes with Easel. */
export function readCopySlug(slug: string): string | null {
  return COPY.exec(slug)?.[1] ?? null;
}
