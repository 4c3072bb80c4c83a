import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireUser } from '#app/features/accounts/require-user.server.ts';
import { galleryFilterSchema } from '#app/features/galleries/gallery-filter.ts';
import { GalleryPage } from '#app/features/galleries/gallery-page.tsx';
import { openGallery } from '#app/features/galleries/open-gallery.server.ts';
import { galleryCursorSchema } from '#app/features/pictures/gallery-cursor.ts';
import { pageTitle } from '#app/features/site/page-title.ts';

export const meta = pageTitle('Gallery');

/** An address that somebody mistyped shows the beginning. */
const searchSchema = z.object({
  after: galleryCursorSchema.optional().catch(undefined),
  /** What the page before this one has just done. */
  done: z.enum(['flag', 'remove']).optional().catch(undefined),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const search = Object.fromEntries(new URL(request.url).searchParams);
  const { after, done } = searchSchema.parse(search);
  const filter = galleryFilterSchema.parse(search);
  return {
    ...(await openGallery({ viewerId: user.id, filter, after })),
    filter,
    isStudent: user.role === 'student',
    done,
  };
}

export default function Gallery() {
  return <GalleryPage {...useLoaderData<typeof loader>()} />;
}
