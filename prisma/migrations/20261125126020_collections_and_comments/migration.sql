-- Collections go up the gallery's ladder as pictures do; comments can be reported to a teacher.
ALTER TABLE "Collection" DROP COLUMN "isShared";
ALTER TABLE "Collection" ADD COLUMN "shelf" "GalleryShelf" NOT NULL DEFAULT 'own';
ALTER TABLE "Collection" ADD COLUMN "askedShelf" "GalleryShelf";
ALTER TABLE "PictureComment" ADD COLUMN "reportedAt" TIMESTAMPTZ(3);
ALTER TABLE "PictureComment" ADD COLUMN "removedById" TEXT;
ALTER TABLE "PictureComment" ADD COLUMN "keptAt" TIMESTAMPTZ(3);
CREATE INDEX "PictureComment_reported_idx" ON "PictureComment"("pictureId") WHERE "reportedAt" IS NOT NULL AND "keptAt" IS NULL AND "removedAt" IS NULL;
