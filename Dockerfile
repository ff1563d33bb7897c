# The bot on Node 26, without npm's tools and without root. Without BOT_TOKEN it does not start: the playground is for
# the machine that one sits at.
FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The runtime that comes as an optional package is in the image already.
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATABASE_URL=sqlite:/data/mujaz.db MALLOC_ARENA_MAX=2
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY src src
COPY commands commands
COPY data data
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./src/compile-cache.mjs", "--max-semi-space-size=4", "--heap-growing-percent=20", "src/main.ts"]
