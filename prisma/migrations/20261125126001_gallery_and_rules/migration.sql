CREATE TYPE "GalleryShelf" AS ENUM ('own', 'class', 'school');

ALTER TABLE "Generation" ADD COLUMN "shelf" "GalleryShelf" NOT NULL DEFAULT 'own';
-- English finds "cats" by "cat"; the simple one finds names and words as they stand.
ALTER TABLE "Generation" ADD COLUMN "search" tsvector
  GENERATED ALWAYS AS (to_tsvector('english', "prompt") || to_tsvector('simple', "prompt")) STORED;

-- What classes saw of each other until now stays where it was.
UPDATE "Generation" SET "shelf" = 'class' WHERE "state" = 'finished' AND "mode" <> 'upload' AND NOT "isLive";

-- A page of a gallery reads as many rows as it shows, however many hang there.
CREATE INDEX "Generation_class_shelf_idx" ON "Generation" ("classId", "createdAt" DESC, "id" DESC)
  WHERE "shelf" IN ('class', 'school') AND "state" = 'finished';
CREATE INDEX "Generation_class_maker_shelf_idx" ON "Generation" ("classId", "userId", "createdAt" DESC, "id" DESC)
  WHERE "shelf" IN ('class', 'school') AND "state" = 'finished';
CREATE INDEX "Generation_school_shelf_idx" ON "Generation" ("createdAt" DESC, "id" DESC)
  WHERE "shelf" = 'school' AND "state" = 'finished';
CREATE INDEX "Generation_own_shelf_idx" ON "Generation" ("userId", "createdAt" DESC, "id" DESC)
  WHERE "state" = 'finished' AND "mode" <> 'upload' AND NOT "isLive";
-- Without a list of pending words, which a search would have to read each time.
CREATE INDEX "Generation_search_idx" ON "Generation" USING GIN ("search") WITH (fastupdate = off);

CREATE TABLE "GalleryRequest" (
    "id" TEXT NOT NULL,
    "generationId" TEXT NOT NULL,
    "shelf" "GalleryShelf" NOT NULL,
    "askedById" TEXT,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "isApproved" BOOLEAN,
    "reason" TEXT NOT NULL DEFAULT '',
    CONSTRAINT "GalleryRequest_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "GalleryRequest_generationId_idx" ON "GalleryRequest"("generationId");
CREATE UNIQUE INDEX "GalleryRequest_open_key" ON "GalleryRequest"("generationId") WHERE "decidedAt" IS NULL;
ALTER TABLE "GalleryRequest" ADD CONSTRAINT "GalleryRequest_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "GalleryRequest" ADD CONSTRAINT "GalleryRequest_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "GalleryRequest" ADD CONSTRAINT "GalleryRequest_decidedById_fkey" FOREIGN KEY ("decidedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE TABLE "Collection" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Collection_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "Collection_ownerId_idx" ON "Collection"("ownerId");
CREATE INDEX "Collection_classId_idx" ON "Collection"("classId");
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Collection" ADD CONSTRAINT "Collection_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "CollectionPicture" (
    "collectionId" TEXT NOT NULL,
    "pictureId" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "CollectionPicture_pkey" PRIMARY KEY ("collectionId", "pictureId")
);
CREATE INDEX "CollectionPicture_pictureId_idx" ON "CollectionPicture"("pictureId");
ALTER TABLE "CollectionPicture" ADD CONSTRAINT "CollectionPicture_collectionId_fkey" FOREIGN KEY ("collectionId") REFERENCES "Collection"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "CollectionPicture" ADD CONSTRAINT "CollectionPicture_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "Reaction" (
    "pictureId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("pictureId", "userId", "kind")
);
CREATE INDEX "Reaction_userId_idx" ON "Reaction"("userId");
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "PictureComment" (
    "id" TEXT NOT NULL,
    "pictureId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    CONSTRAINT "PictureComment_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "PictureComment_pictureId_createdAt_idx" ON "PictureComment"("pictureId", "createdAt");
CREATE INDEX "PictureComment_userId_idx" ON "PictureComment"("userId");
ALTER TABLE "PictureComment" ADD CONSTRAINT "PictureComment_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PictureComment" ADD CONSTRAINT "PictureComment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "SchoolRules" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "strictness" TEXT NOT NULL DEFAULT 'standard',
    "pornBound" DOUBLE PRECISION NOT NULL,
    "hentaiBound" DOUBLE PRECISION NOT NULL,
    "sexyBound" DOUBLE PRECISION NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "SchoolRules_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "SchoolRules_one_row" CHECK ("id" = 1)
);

CREATE TABLE "ClassRules" (
    "classId" TEXT NOT NULL,
    "lessonSlug" TEXT NOT NULL DEFAULT '',
    "strictness" TEXT,
    "allowedWords" TEXT[],
    "pornBound" DOUBLE PRECISION,
    "hentaiBound" DOUBLE PRECISION,
    "sexyBound" DOUBLE PRECISION,
    "commentsOn" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT "ClassRules_pkey" PRIMARY KEY ("classId", "lessonSlug")
);
ALTER TABLE "ClassRules" ADD CONSTRAINT "ClassRules_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

CREATE TABLE "ClassWall" (
    "classId" TEXT NOT NULL,
    "pausedAt" TIMESTAMPTZ(3),
    "spotlightId" TEXT,
    "spotlightNamed" BOOLEAN NOT NULL DEFAULT false,
    CONSTRAINT "ClassWall_pkey" PRIMARY KEY ("classId")
);
CREATE INDEX "ClassWall_spotlightId_idx" ON "ClassWall"("spotlightId");
ALTER TABLE "ClassWall" ADD CONSTRAINT "ClassWall_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ClassWall" ADD CONSTRAINT "ClassWall_spotlightId_fkey" FOREIGN KEY ("spotlightId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;
