-- The log outlives people and classes, so no foreign key clears its columns.
ALTER TABLE "AuditEntry" DROP CONSTRAINT "AuditEntry_actorId_fkey";
ALTER TABLE "AuditEntry" ADD COLUMN "hash" TEXT NOT NULL DEFAULT '';
CREATE INDEX "AuditEntry_actorId_id_idx" ON "AuditEntry"("actorId", "id");
CREATE INDEX "AuditEntry_subject_id_idx" ON "AuditEntry"("subject", "id");

-- SHA-256, in hex, of the hash before and of everything that an entry says.
CREATE FUNCTION audit_hash(previous TEXT, entry "AuditEntry") RETURNS TEXT
LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(
    previous, entry."id", entry."actorId", entry."classId", entry."action", entry."subject",
    entry."detail", entry."createdAt"
  )::text, 'UTF8')), 'hex')
$$;

-- Entries that are there already are numbered and chained in their order.
DO $$
DECLARE
  entry "AuditEntry";
  previous TEXT := '';
  next_id BIGINT := 0;
BEGIN
  UPDATE "AuditEntry" SET "id" = -"id";
  FOR entry IN SELECT * FROM "AuditEntry" ORDER BY "id" DESC LOOP
    next_id := next_id + 1;
    UPDATE "AuditEntry" SET "id" = next_id WHERE "id" = entry."id";
    entry."id" := next_id;
    previous := audit_hash(previous, entry);
    UPDATE "AuditEntry" SET "hash" = previous WHERE "id" = next_id;
  END LOOP;
END $$;

-- One writer at a time, until its commit: the entry before is known, and numbers have no gaps. 7262 is any
-- number of ours.
CREATE FUNCTION chain_audit_entry() RETURNS TRIGGER LANGUAGE plpgsql AS $$
DECLARE
  last "AuditEntry";
BEGIN
  PERFORM pg_advisory_xact_lock(7262);
  SELECT * INTO last FROM "AuditEntry" ORDER BY "id" DESC LIMIT 1;
  NEW."id" := COALESCE(last."id", 0) + 1;
  NEW."hash" := audit_hash(COALESCE(last."hash", ''), NEW);
  RETURN NEW;
END $$;

CREATE FUNCTION refuse_audit_change() RETURNS TRIGGER LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The audit log only grows: its entries are neither changed nor removed.';
END $$;

CREATE TRIGGER "AuditEntry_chain" BEFORE INSERT ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION chain_audit_entry();
CREATE TRIGGER "AuditEntry_refuse_change" BEFORE UPDATE OR DELETE ON "AuditEntry"
  FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
CREATE TRIGGER "AuditEntry_refuse_truncate" BEFORE TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();
