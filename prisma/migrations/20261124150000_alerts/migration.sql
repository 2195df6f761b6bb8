-- DropIndex
DROP INDEX "attempt_delivery_id_number_key";

-- AlterTable
ALTER TABLE "attempt" DROP CONSTRAINT "attempt_pkey",
DROP COLUMN "id",
ADD COLUMN     "destination_id" UUID,
ADD COLUMN     "is_probe" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "status" INTEGER,
ALTER COLUMN "exchanges" SET DATA TYPE JSON,
ADD CONSTRAINT "attempt_pkey" PRIMARY KEY ("delivery_id", "number");

-- Attempts from before know their destination through their delivery
UPDATE "attempt" SET "destination_id" = (SELECT "destination_id" FROM "delivery" WHERE "delivery"."id" = "delivery_id");
ALTER TABLE "attempt" ALTER COLUMN "destination_id" SET NOT NULL;

-- AlterTable
ALTER TABLE "delivery" ADD COLUMN     "alert_id" UUID,
ADD COLUMN     "attempts_counted" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "attempts_made" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "claim_epoch" BIGINT,
ADD COLUMN     "configuration_version" INTEGER,
ADD COLUMN     "due_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "failed_at" TIMESTAMPTZ(3),
ADD COLUMN     "fallback_of" UUID,
ADD COLUMN     "redrive_id" UUID,
ADD COLUMN     "resent_from" UUID,
ADD COLUMN     "state_reason" TEXT;

UPDATE "delivery" SET "attempts_made" = 1, "attempts_counted" = 1, "due_at" = "created_at", "changed_at" = "created_at";

-- Indexes go by the phase, so that a claim, which changes the state alone, touches none of them
ALTER TABLE "delivery" ADD COLUMN "phase" TEXT NOT NULL GENERATED ALWAYS AS
  (CASE WHEN "state" IN ('queued', 'sending', 'waiting') THEN 'open' ELSE "state" END) STORED;
ALTER TABLE "delivery" SET (fillfactor = 70);
ALTER TABLE "delivery" DROP CONSTRAINT "delivery_destination_id_fkey";
ALTER TABLE "attempt" DROP CONSTRAINT "attempt_delivery_id_fkey";

-- AlterTable
ALTER TABLE "destination" ADD COLUMN     "delivery" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "paused_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "destination_revision" ADD COLUMN     "delivery" JSONB NOT NULL DEFAULT '{}';

-- AlterTable
ALTER TABLE "workspace" ADD COLUMN     "alert_limit" INTEGER NOT NULL DEFAULT 1000,
ADD COLUMN     "retention_days" INTEGER NOT NULL DEFAULT 30;

-- CreateTable
CREATE TABLE "alert" (
    "id" UUID NOT NULL,
    "number" BIGSERIAL NOT NULL,
    "accepted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "origin" TEXT NOT NULL,
    "detection_id" TEXT,
    "detection_version" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "log_types" TEXT[],
    "title" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "runbook" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "tags" TEXT[],
    "context" JSON NOT NULL,
    "created_at" TEXT NOT NULL,
    "dedup" TEXT,
    "status" TEXT NOT NULL,
    "assignee_id" TEXT,
    "quality" TEXT,
    "context_tags" TEXT[],
    "event_count" INTEGER NOT NULL DEFAULT 1,
    "last_event_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dynamic" JSON,
    "overrides" TEXT[],
    "configuration_version" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "scenario" INTEGER,
    "destinations" UUID[],
    "faults" JSON NOT NULL,
    "system_error" JSON,
    "updated_at" TIMESTAMPTZ(3),
    "updated_by" JSON,
    "payload_removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_event" (
    "alert_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "event" JSON NOT NULL,

    CONSTRAINT "alert_event_pkey" PRIMARY KEY ("alert_id","number")
);

-- CreateTable
CREATE TABLE "alert_comment" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "body" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" JSON NOT NULL,
    "updated_at" TIMESTAMPTZ(3),
    "updated_by" JSON,

    CONSTRAINT "alert_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_change" (
    "id" UUID NOT NULL,
    "alert_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" JSON NOT NULL,
    "field" TEXT NOT NULL,
    "before" TEXT NOT NULL,
    "after" TEXT NOT NULL,

    CONSTRAINT "alert_change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lane" (
    "destination_id" UUID NOT NULL,
    "owner" UUID,
    "epoch" BIGINT NOT NULL DEFAULT 0,
    "lease_until" TIMESTAMPTZ(3),
    "circuit_open_since" TIMESTAMPTZ(3),
    "circuit_reason" TEXT,
    "probe_at" TIMESTAMPTZ(3),
    "probe_wait_seconds" INTEGER,
    "fault" TEXT,
    "fault_since" TIMESTAMPTZ(3),
    "fault_reported_at" TIMESTAMPTZ(3),
    "reported_at" TIMESTAMPTZ(3),

    CONSTRAINT "lane_pkey" PRIMARY KEY ("destination_id")
);

-- CreateTable
CREATE TABLE "worker" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "worker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redrive" (
    "id" UUID NOT NULL,
    "filter" JSON NOT NULL,
    "total" INTEGER NOT NULL,
    "per_minute" INTEGER,
    "actor_name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "redrive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "hint" TEXT NOT NULL,
    "permissions" TEXT[],
    "cidrs" TEXT[],
    "expires_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "idempotency" (
    "token_id" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "body_hash" TEXT NOT NULL,
    "status" INTEGER NOT NULL,
    "answer" JSON NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "idempotency_pkey" PRIMARY KEY ("token_id","method","path","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "alert_number_key" ON "alert"("number");

-- CreateIndex
CREATE INDEX "alert_accepted_at_idx" ON "alert"("accepted_at");

-- CreateIndex
CREATE INDEX "alert_detection_id_number_idx" ON "alert"("detection_id", "number" DESC);

-- CreateIndex
CREATE INDEX "alert_status_number_idx" ON "alert"("status", "number" DESC);

-- CreateIndex
CREATE INDEX "alert_detection_id_dedup_idx" ON "alert"("detection_id", "dedup") WHERE (dedup IS NOT NULL AND status = 'OPEN');

-- CreateIndex
CREATE INDEX "alert_unrouted_idx" ON "alert"("number" DESC) WHERE (outcome = 'unrouted');

-- CreateIndex
CREATE INDEX "alert_error_idx" ON "alert"("type", "status", "number" DESC) WHERE (type = 'RULE_ERROR' OR type = 'SCHEDULED_RULE_ERROR' OR type = 'CORRELATION_RULE_ERROR' OR type = 'SYSTEM_ERROR');

-- CreateIndex
CREATE INDEX "alert_assignee_idx" ON "alert"("assignee_id", "number" DESC) WHERE (assignee_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "alert_quality_idx" ON "alert"("quality", "number" DESC) WHERE (quality IS NOT NULL);

-- CreateIndex
CREATE INDEX "alert_tagged_idx" ON "alert"("number" DESC) WHERE (context_tags <> '{}');

-- CreateIndex
CREATE INDEX "alert_retention_idx" ON "alert"("accepted_at", "number") WHERE (payload_removed_at IS NULL);

-- CreateIndex
CREATE INDEX "alert_comment_alert_id_created_at_idx" ON "alert_comment"("alert_id", "created_at");

-- CreateIndex
CREATE INDEX "alert_change_alert_id_at_idx" ON "alert_change"("alert_id", "at");

-- CreateIndex
CREATE INDEX "lane_owner_idx" ON "lane"("owner");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_hash_key" ON "api_token"("hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_name_key" ON "api_token"("name") WHERE (revoked_at IS NULL);

-- CreateIndex
CREATE INDEX "idempotency_created_at_idx" ON "idempotency"("created_at");

-- CreateIndex
CREATE INDEX "attempt_destination_id_started_at_idx" ON "attempt"("destination_id", "started_at");

-- A destination's log is read in one total order
DROP INDEX "delivery_destination_id_created_at_idx";
CREATE INDEX "delivery_log_idx" ON "delivery"("destination_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "delivery_unusual_idx" ON "delivery"("destination_id", "created_at" DESC, "id" DESC) WHERE (reason <> 'routed');

-- CreateIndex
CREATE INDEX "attempt_undelivered_idx" ON "attempt"("destination_id", "started_at") WHERE (outcome <> 'delivered');

-- CreateIndex
CREATE INDEX "delivery_queue_idx" ON "delivery"("destination_id", "due_at") WHERE (phase = 'open');

-- CreateIndex
CREATE INDEX "delivery_failed_idx" ON "delivery"("destination_id", "failed_at" DESC) WHERE (phase = 'failed');

-- CreateIndex
CREATE INDEX "delivery_cancelled_idx" ON "delivery"("alert_id") WHERE (phase = 'cancelled');

-- CreateIndex
CREATE INDEX "delivery_alert_id_idx" ON "delivery"("alert_id") WHERE (alert_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "delivery_redrive_id_idx" ON "delivery"("redrive_id") WHERE (redrive_id IS NOT NULL);

-- CreateIndex
CREATE INDEX "delivery_test_idx" ON "delivery"("created_at") WHERE (alert_id IS NULL);

-- CreateIndex
CREATE UNIQUE INDEX "delivery_fallback_of_key" ON "delivery"("fallback_of") WHERE (fallback_of IS NOT NULL);

-- AddForeignKey
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_comment" ADD CONSTRAINT "alert_comment_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "alert_change" ADD CONSTRAINT "alert_change_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lane" ADD CONSTRAINT "lane_destination_id_fkey" FOREIGN KEY ("destination_id") REFERENCES "destination"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Every destination has a lane
INSERT INTO "lane" ("destination_id") SELECT "id" FROM "destination";
