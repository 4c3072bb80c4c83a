-- CreateEnum
CREATE TYPE "ConceptState" AS ENUM ('draft', 'waiting', 'training', 'stopped', 'ready', 'failed');

-- CreateTable
CREATE TABLE "Concept" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "modelId" TEXT NOT NULL,
    "startWord" TEXT NOT NULL,
    "steps" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "stopsEarly" BOOLEAN NOT NULL DEFAULT true,
    "state" "ConceptState" NOT NULL DEFAULT 'draft',
    "step" INTEGER NOT NULL DEFAULT 0,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "losses" JSONB NOT NULL DEFAULT '{}',
    "trainedMs" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "checkpointSha256" TEXT,
    "fileSha256" TEXT,
    "sharedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "queuedAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Concept_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ConceptPicture" (
    "conceptId" TEXT NOT NULL,
    "pictureId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "caption" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ConceptPicture_pkey" PRIMARY KEY ("conceptId","pictureId")
);

-- AlterTable
ALTER TABLE "Generation" ADD COLUMN "concepts" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN "conceptId" TEXT,
ADD COLUMN "conceptStep" INTEGER;

-- CreateIndex
CREATE INDEX "Generation_conceptId_idx" ON "Generation"("conceptId");

-- CreateIndex
CREATE UNIQUE INDEX "Concept_classId_name_key" ON "Concept"("classId", "name");

-- CreateIndex
CREATE INDEX "Concept_userId_idx" ON "Concept"("userId");

-- CreateIndex
CREATE INDEX "Concept_state_idx" ON "Concept"("state");

-- CreateIndex
CREATE INDEX "ConceptPicture_pictureId_idx" ON "ConceptPicture"("pictureId");

-- AddForeignKey
ALTER TABLE "Concept" ADD CONSTRAINT "Concept_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Concept" ADD CONSTRAINT "Concept_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConceptPicture" ADD CONSTRAINT "ConceptPicture_conceptId_fkey" FOREIGN KEY ("conceptId") REFERENCES "Concept"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConceptPicture" ADD CONSTRAINT "ConceptPicture_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Generation" ADD CONSTRAINT "Generation_conceptId_fkey" FOREIGN KEY ("conceptId") REFERENCES "Concept"("id") ON DELETE SET NULL ON UPDATE CASCADE;
