-- CreateEnum
CREATE TYPE "HeatmapState" AS ENUM ('waiting', 'running', 'ready', 'failed');

-- CreateTable
CREATE TABLE "PictureHeatmaps" (
    "pictureId" TEXT NOT NULL,
    "askedById" TEXT,
    "state" "HeatmapState" NOT NULL DEFAULT 'waiting',
    "turn" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "step" INTEGER NOT NULL DEFAULT 0,
    "steps" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "words" TEXT[],
    "widthPlaces" INTEGER NOT NULL DEFAULT 0,
    "heightPlaces" INTEGER NOT NULL DEFAULT 0,
    "values" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PictureHeatmaps_pkey" PRIMARY KEY ("pictureId")
);

-- CreateIndex
CREATE INDEX "PictureHeatmaps_state_createdAt_idx" ON "PictureHeatmaps"("state", "createdAt");

-- CreateIndex
CREATE INDEX "PictureHeatmaps_askedById_idx" ON "PictureHeatmaps"("askedById");

-- AddForeignKey
ALTER TABLE "PictureHeatmaps" ADD CONSTRAINT "PictureHeatmaps_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PictureHeatmaps" ADD CONSTRAINT "PictureHeatmaps_askedById_fkey" FOREIGN KEY ("askedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;
