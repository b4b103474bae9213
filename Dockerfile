# Debian, not Alpine: the prebuilt binary of bcrypt is for glibc.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY prisma ./prisma
COPY commands/db/generate.mjs ./commands/db/
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build
RUN npm prune --omit=dev --no-audit --no-fund && rm -rf .next/cache .next/dev

FROM node:22-bookworm-slim
ENV NODE_ENV=production
ENV MALLOC_ARENA_MAX=2
WORKDIR /app
# owned by root: the process changes no file of its own
COPY --from=build /app ./
USER node
EXPOSE 3000
HEALTHCHECK --start-period=20s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT||3000}/api/health`).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
CMD ["node", "--max-semi-space-size=4", "--max-old-space-size=512", "commands/run.mjs", "server.ts"]
