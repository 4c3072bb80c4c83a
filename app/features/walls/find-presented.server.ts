import { findWall } from './find-wall.server.ts';

/** What a projector may show of a class: each student's newest approved picture, unnamed, and the spotlight. */
export async function findPresented({ classId }: { classId: string }) {
  const { places, isPaused, spotlight } = await findWall({ classId });
  const pictures = places.flatMap(({ approvedId, approvedAlt }) =>
    approvedId ? [{ id: approvedId, alt: approvedAlt ?? '' }] : [],
  );
  // By picture and not by name, so that no place on the projector is somebody's.
  return { isPaused, spotlight, pictures: pictures.sort((a, b) => a.id.localeCompare(b.id)) };
}
