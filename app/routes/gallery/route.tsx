import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { findCurrentClass } from '#app/features/classes/find-current-class.server.ts';
import { findGallery } from '#app/features/pictures/find-gallery.server.ts';
import { galleryCursorSchema } from '#app/features/pictures/gallery-cursor.ts';
import { GalleryPage } from '#app/features/pictures/gallery-page.tsx';

export const meta: MetaFunction = () => [{ title: 'Gallery · Easel' }];

/** An address that somebody mistyped shows the beginning. */
const searchSchema = z.object({
  shelf: z.enum(['own', 'class']).catch('own'),
  after: galleryCursorSchema.optional().catch(undefined),
  /** What the page before this one has just done. */
  done: z.enum(['flag', 'remove']).optional().catch(undefined),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const { shelf, after, done } = searchSchema.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const currentClass = await findCurrentClass({ userId: user.id });
  const page = await findGallery({
    viewerId: user.id,
    shelf,
    classId: currentClass?.id ?? null,
    after,
  });
  return { shelf, className: currentClass?.name ?? null, page, done };
}

export default function Gallery() {
  return <GalleryPage {...useLoaderData<typeof loader>()} />;
}
