-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "foldedInto" UUID;

-- CreateIndex
CREATE INDEX "Notice_address_sentAt_idx" ON "Notice"("address", "sentAt");
