import type { Migration } from '../migrate.ts';

/** Keys are bytes: they are listed in the order of their UTF-8, whatever the database's collation, and may hold any character. */
export const s3: Migration = {
  id: 4,
  name: 's3',
  statements: [
    `CREATE TABLE buckets (
       name TEXT PRIMARY KEY,
       account TEXT NOT NULL,
       region TEXT NOT NULL,
       created BIGINT NOT NULL,
       versioning TEXT,
       events BIGINT NOT NULL DEFAULT 0
     )`,
    `CREATE TABLE bucket_configurations (
       bucket TEXT NOT NULL,
       kind TEXT NOT NULL,
       document TEXT NOT NULL,
       PRIMARY KEY (bucket, kind)
     )`,
    `CREATE TABLE objects (
       sequence AUTOINCREMENT_KEY,
       id TEXT NOT NULL UNIQUE,
       bucket TEXT NOT NULL,
       key BLOB NOT NULL,
       version_id TEXT NOT NULL,
       latest BIGINT NOT NULL,
       delete_marker BIGINT NOT NULL,
       size BIGINT NOT NULL,
       etag TEXT NOT NULL,
       modified BIGINT NOT NULL,
       facts TEXT NOT NULL,
       UNIQUE (bucket, key, version_id)
     )`,
    `CREATE UNIQUE INDEX objects_latest ON objects (bucket, key) WHERE latest = 1`,
    `CREATE INDEX objects_history ON objects (bucket, key, sequence)`,
    `CREATE TABLE uploads (
       sequence AUTOINCREMENT_KEY,
       id TEXT NOT NULL UNIQUE,
       bucket TEXT NOT NULL,
       key BLOB NOT NULL,
       initiated BIGINT NOT NULL,
       facts TEXT NOT NULL
     )`,
    `CREATE INDEX uploads_of_bucket ON uploads (bucket, key, sequence)`,
    `CREATE TABLE upload_parts (
       upload_id TEXT NOT NULL,
       number BIGINT NOT NULL,
       size BIGINT NOT NULL,
       etag TEXT NOT NULL,
       checksum TEXT,
       modified BIGINT NOT NULL,
       PRIMARY KEY (upload_id, number)
     )`,
    `CREATE TABLE contents (
       id TEXT PRIMARY KEY,
       owner TEXT NOT NULL,
       position BIGINT NOT NULL,
       size BIGINT NOT NULL,
       UNIQUE (owner, position)
     )`,
  ],
};
