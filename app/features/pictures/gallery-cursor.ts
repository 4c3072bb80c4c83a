import { z } from 'zod';

/** The place in a gallery after which a page begins: the last generation of the page before. */
export interface GalleryCursor {
  createdAt: Date;
  generationId: string;
}

export const galleryCursorSchema = z
  .string()
  .regex(/^\d{1,15}_[0-9a-f-]{36}$/)
  .transform((text): GalleryCursor => {
    const [time = '', generationId = ''] = text.split('_');
    return { createdAt: new Date(Number(time)), generationId };
  });

export function printGalleryCursor({ createdAt, generationId }: GalleryCursor): string {
  return `${createdAt.getTime()}_${generationId}`;
}
