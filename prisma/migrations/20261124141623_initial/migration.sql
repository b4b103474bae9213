-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT,
    "image" TEXT,
    "emailVerified" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "passwordHash" TEXT,
    "passwordScheme" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "method" TEXT NOT NULL,
    "device" TEXT NOT NULL,
    "network" TEXT,
    "place" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "provedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "idleExpires" TIMESTAMPTZ(3) NOT NULL,
    "absoluteExpires" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OneTimeToken" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "purpose" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "expires" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "browserHash" TEXT,
    "codeHash" TEXT,
    "codeExpires" TIMESTAMPTZ(3),
    "codeTries" INTEGER NOT NULL DEFAULT 0,
    "callbackUrl" TEXT,
    "device" TEXT NOT NULL,
    "network" TEXT,
    "place" TEXT,
    "name" TEXT,
    "passwordHash" TEXT,
    "passwordScheme" TEXT,
    "googleSub" TEXT,

    CONSTRAINT "OneTimeToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SendThrottle" (
    "purpose" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "sent1" TIMESTAMPTZ(3),
    "sent2" TIMESTAMPTZ(3),
    "sent3" TIMESTAMPTZ(3),
    "sent4" TIMESTAMPTZ(3),
    "sent5" TIMESTAMPTZ(3),

    CONSTRAINT "SendThrottle_pkey" PRIMARY KEY ("purpose","address")
);

-- CreateTable
CREATE TABLE "TryThrottle" (
    "address" TEXT NOT NULL,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "slowedUntil" TIMESTAMPTZ(3),
    "codeFailures" INTEGER NOT NULL DEFAULT 0,
    "codesOffUntil" TIMESTAMPTZ(3),
    "lastFailureAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "TryThrottle_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "RangeHit" (
    "id" BIGSERIAL NOT NULL,
    "range" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "RangeHit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "userId" UUID,
    "address" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "method" TEXT,
    "device" TEXT,
    "network" TEXT,
    "place" TEXT,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "address" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "device" TEXT,
    "place" TEXT,
    "detail" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "claimedAt" TIMESTAMPTZ(3),
    "sentAt" TIMESTAMPTZ(3),
    "tries" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Device" (
    "userId" UUID NOT NULL,
    "deviceHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT clock_timestamp(),

    CONSTRAINT "Device_pkey" PRIMARY KEY ("userId","deviceHash")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Account_provider_providerAccountId_key" ON "Account"("provider", "providerAccountId");

-- CreateIndex
CREATE UNIQUE INDEX "Session_tokenHash_key" ON "Session"("tokenHash");

-- CreateIndex
CREATE INDEX "Session_userId_endedAt_idx" ON "Session"("userId", "endedAt");

-- CreateIndex
CREATE INDEX "Session_absoluteExpires_idx" ON "Session"("absoluteExpires");

-- CreateIndex
CREATE INDEX "Session_endedAt_idx" ON "Session"("endedAt");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeToken_tokenHash_key" ON "OneTimeToken"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeToken_address_purpose_idx" ON "OneTimeToken"("address", "purpose");

-- CreateIndex
CREATE INDEX "OneTimeToken_browserHash_idx" ON "OneTimeToken"("browserHash");

-- CreateIndex
CREATE INDEX "OneTimeToken_expires_idx" ON "OneTimeToken"("expires");

-- CreateIndex
CREATE INDEX "SendThrottle_sent1_idx" ON "SendThrottle"("sent1");

-- CreateIndex
CREATE INDEX "TryThrottle_lastFailureAt_idx" ON "TryThrottle"("lastFailureAt");

-- CreateIndex
CREATE INDEX "RangeHit_range_kind_at_idx" ON "RangeHit"("range", "kind", "at");

-- CreateIndex
CREATE INDEX "RangeHit_at_idx" ON "RangeHit"("at");

-- CreateIndex
CREATE INDEX "Activity_userId_at_idx" ON "Activity"("userId", "at");

-- CreateIndex
CREATE INDEX "Activity_address_at_idx" ON "Activity"("address", "at");

-- CreateIndex
CREATE INDEX "Activity_at_idx" ON "Activity"("at");

-- CreateIndex
CREATE INDEX "Notice_sentAt_claimedAt_idx" ON "Notice"("sentAt", "claimedAt");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Device" ADD CONSTRAINT "Device_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
