-- CreateEnum
CREATE TYPE "JudgementVerdict" AS ENUM ('left', 'right', 'tie', 'bothBad');

-- CreateTable
CREATE TABLE "Exercise" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "teacherId" TEXT,
    "question" TEXT NOT NULL,
    "pairs" INTEGER NOT NULL DEFAULT 5,
    "asksWhy" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Exercise_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExercisePicture" (
    "exerciseId" TEXT NOT NULL,
    "pictureId" TEXT NOT NULL,

    CONSTRAINT "ExercisePicture_pkey" PRIMARY KEY ("exerciseId","pictureId")
);

-- CreateTable
CREATE TABLE "Judgement" (
    "id" TEXT NOT NULL,
    "exerciseId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "leftId" TEXT NOT NULL,
    "rightId" TEXT NOT NULL,
    "verdict" "JudgementVerdict",
    "reason" TEXT NOT NULL DEFAULT '',
    "shownAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "judgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Judgement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Exercise_classId_createdAt_idx" ON "Exercise"("classId", "createdAt");

-- CreateIndex
CREATE INDEX "ExercisePicture_pictureId_idx" ON "ExercisePicture"("pictureId");

-- CreateIndex
CREATE UNIQUE INDEX "Judgement_exerciseId_userId_position_key" ON "Judgement"("exerciseId", "userId", "position");

-- CreateIndex
CREATE INDEX "Judgement_userId_idx" ON "Judgement"("userId");

-- CreateIndex
CREATE INDEX "Judgement_leftId_idx" ON "Judgement"("leftId");

-- CreateIndex
CREATE INDEX "Judgement_rightId_idx" ON "Judgement"("rightId");

-- AddForeignKey
ALTER TABLE "Exercise" ADD CONSTRAINT "Exercise_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Exercise" ADD CONSTRAINT "Exercise_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExercisePicture" ADD CONSTRAINT "ExercisePicture_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExercisePicture" ADD CONSTRAINT "ExercisePicture_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judgement" ADD CONSTRAINT "Judgement_exerciseId_fkey" FOREIGN KEY ("exerciseId") REFERENCES "Exercise"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judgement" ADD CONSTRAINT "Judgement_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judgement" ADD CONSTRAINT "Judgement_leftId_fkey" FOREIGN KEY ("leftId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Judgement" ADD CONSTRAINT "Judgement_rightId_fkey" FOREIGN KEY ("rightId") REFERENCES "Picture"("id") ON DELETE CASCADE ON UPDATE CASCADE;
