-- CreateTable
CREATE TABLE "LessonCopy" (
    "id" TEXT NOT NULL,
    "teacherId" TEXT,
    "folder" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "draft" TEXT NOT NULL,
    "draftRevision" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LessonCopy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LessonVersion" (
    "copyId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "LessonVersion_pkey" PRIMARY KEY ("copyId","number")
);

-- CreateTable
CREATE TABLE "ClassLesson" (
    "classId" TEXT NOT NULL,
    "copyId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "givenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClassLesson_pkey" PRIMARY KEY ("classId","copyId")
);

-- CreateIndex
CREATE INDEX "LessonCopy_teacherId_idx" ON "LessonCopy"("teacherId");

-- CreateIndex
CREATE INDEX "ClassLesson_copyId_version_idx" ON "ClassLesson"("copyId", "version");

-- AddForeignKey
ALTER TABLE "LessonCopy" ADD CONSTRAINT "LessonCopy_teacherId_fkey" FOREIGN KEY ("teacherId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LessonVersion" ADD CONSTRAINT "LessonVersion_copyId_fkey" FOREIGN KEY ("copyId") REFERENCES "LessonCopy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassLesson" ADD CONSTRAINT "ClassLesson_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassLesson" ADD CONSTRAINT "ClassLesson_copyId_version_fkey" FOREIGN KEY ("copyId", "version") REFERENCES "LessonVersion"("copyId", "number") ON DELETE CASCADE ON UPDATE CASCADE;
