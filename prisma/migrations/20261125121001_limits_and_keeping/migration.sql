-- A class's work is kept for a year after it was last worked in; classes that are there count from today on.
ALTER TABLE "Class"
  ADD COLUMN "keepDays" INTEGER DEFAULT 365,
  ADD COLUMN "keepSince" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  ADD COLUMN "purgedAt" TIMESTAMPTZ(3);
