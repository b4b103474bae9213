-- AlterTable
ALTER TABLE "Notice" ADD COLUMN     "language" TEXT,
ADD COLUMN     "timeZone" TEXT;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "language" TEXT,
ADD COLUMN     "timeZone" TEXT;
