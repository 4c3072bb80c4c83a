CREATE TYPE "DeliveryState" AS ENUM ('waiting', 'delivered', 'failed');

CREATE TYPE "TableState" AS ENUM ('running', 'paused', 'finished');

ALTER TABLE "Class" ADD COLUMN "programsOn" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "ApiToken" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "ending" TEXT NOT NULL,
    "scopes" TEXT[],
    "perMinute" INTEGER NOT NULL,
    "webuiModelId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiToken_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Batch" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "tokenId" TEXT,
    "idempotencyKey" TEXT,
    "bodySha256" TEXT NOT NULL,
    "generationIds" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Batch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "Webhook" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Webhook_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "WebhookDelivery" (
    "id" TEXT NOT NULL,
    "webhookId" TEXT NOT NULL,
    "generationId" TEXT NOT NULL,
    "state" "DeliveryState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastStatus" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "WebhookDelivery_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "PictureTable" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT,
    "columns" TEXT[],
    "template" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "state" "TableState" NOT NULL DEFAULT 'running',
    "pauseReason" TEXT,
    "replayOfId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PictureTable_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "TableRow" (
    "tableId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "cells" TEXT[],
    "fault" TEXT,
    "generationId" TEXT,
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TableRow_pkey" PRIMARY KEY ("tableId", "position")
);

CREATE TABLE "Render" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "settings" JSONB NOT NULL,
    "tableId" TEXT,
    "cron" TEXT,
    "timeZone" TEXT NOT NULL,
    "maxPerDay" INTEGER NOT NULL,
    "pausedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Render_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "RenderRun" (
    "id" TEXT NOT NULL,
    "renderId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "cause" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "generationIds" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RenderRun_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "ApiToken_hash_key" ON "ApiToken"("hash");
CREATE INDEX "ApiToken_userId_idx" ON "ApiToken"("userId");
CREATE UNIQUE INDEX "Batch_userId_idempotencyKey_key" ON "Batch"("userId", "idempotencyKey");
CREATE INDEX "Batch_tokenId_createdAt_idx" ON "Batch"("tokenId", "createdAt");
CREATE INDEX "Webhook_userId_classId_idx" ON "Webhook"("userId", "classId");
CREATE UNIQUE INDEX "WebhookDelivery_webhookId_generationId_key" ON "WebhookDelivery"("webhookId", "generationId");
CREATE INDEX "WebhookDelivery_state_createdAt_idx" ON "WebhookDelivery"("state", "createdAt");
CREATE INDEX "PictureTable_userId_createdAt_idx" ON "PictureTable"("userId", "createdAt" DESC);
CREATE INDEX "PictureTable_state_idx" ON "PictureTable"("state");
CREATE UNIQUE INDEX "TableRow_generationId_key" ON "TableRow"("generationId");
CREATE INDEX "Render_userId_createdAt_idx" ON "Render"("userId", "createdAt" DESC);
CREATE UNIQUE INDEX "RenderRun_renderId_key_key" ON "RenderRun"("renderId", "key");
CREATE INDEX "RenderRun_renderId_createdAt_idx" ON "RenderRun"("renderId", "createdAt" DESC);

ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "ApiToken" ADD CONSTRAINT "ApiToken_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Batch" ADD CONSTRAINT "Batch_tokenId_fkey" FOREIGN KEY ("tokenId") REFERENCES "ApiToken"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Webhook" ADD CONSTRAINT "Webhook_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "WebhookDelivery" ADD CONSTRAINT "WebhookDelivery_webhookId_fkey" FOREIGN KEY ("webhookId") REFERENCES "Webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PictureTable" ADD CONSTRAINT "PictureTable_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PictureTable" ADD CONSTRAINT "PictureTable_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PictureTable" ADD CONSTRAINT "PictureTable_replayOfId_fkey" FOREIGN KEY ("replayOfId") REFERENCES "PictureTable"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "TableRow" ADD CONSTRAINT "TableRow_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "PictureTable"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Render" ADD CONSTRAINT "Render_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Class"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Render" ADD CONSTRAINT "Render_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "Render" ADD CONSTRAINT "Render_tableId_fkey" FOREIGN KEY ("tableId") REFERENCES "PictureTable"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "RenderRun" ADD CONSTRAINT "RenderRun_renderId_fkey" FOREIGN KEY ("renderId") REFERENCES "Render"("id") ON DELETE CASCADE ON UPDATE CASCADE;
