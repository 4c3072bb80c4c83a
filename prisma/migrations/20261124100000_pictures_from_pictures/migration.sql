-- AlterTable
ALTER TABLE "User" ADD COLUMN     "studioView" TEXT;

-- AlterTable
ALTER TABLE "Generation" ADD COLUMN     "controls" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "gridColumn" INTEGER,
ADD COLUMN     "gridId" TEXT,
ADD COLUMN     "gridRow" INTEGER,
ADD COLUMN     "guidanceRescale" DOUBLE PRECISION,
ADD COLUMN     "hiresScale" DOUBLE PRECISION,
ADD COLUMN     "hiresStrength" DOUBLE PRECISION,
ADD COLUMN     "isLive" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "maskArea" TEXT,
ADD COLUMN     "maskBlurPx" DOUBLE PRECISION,
ADD COLUMN     "maskContent" TEXT,
ADD COLUMN     "maskPaddingPx" INTEGER,
ADD COLUMN     "maskSha256" TEXT,
ADD COLUMN     "startPictureId" TEXT,
ADD COLUMN     "startSha256" TEXT,
ADD COLUMN     "upscale" INTEGER,
ADD COLUMN     "variationSeed" BIGINT,
ADD COLUMN     "variationStrength" DOUBLE PRECISION;

-- CreateTable
CREATE TABLE "Grid" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "columnField" TEXT NOT NULL,
    "columnValues" TEXT[],
    "rowField" TEXT,
    "rowValues" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Grid_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Generation_startPictureId_idx" ON "Generation"("startPictureId");

-- CreateIndex
CREATE INDEX "Generation_gridId_idx" ON "Generation"("gridId");

-- CreateIndex
CREATE INDEX "Grid_userId_createdAt_idx" ON "Grid"("userId", "createdAt" DESC);

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_startPictureId_fkey" FOREIGN KEY ("startPictureId") REFERENCES "Picture"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_gridId_fkey" FOREIGN KEY ("gridId") REFERENCES "Grid"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grid" ADD CONSTRAINT "Grid_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Grid" ADD CONSTRAINT "Grid_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
