-- AlterTable
ALTER TABLE "auth"."users" ADD COLUMN "may_create_events" BOOLEAN NOT NULL DEFAULT false;
