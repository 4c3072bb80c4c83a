-- With the usual sample a word that one prompt in a thousand has is counted at one time and guessed at the next, and
-- a search by it reads 25,000 rows where 100 would do.
ALTER TABLE "Generation" ALTER COLUMN "search" SET STATISTICS 1000;
