# The bot on Node 26, without npm's tools and without root. Without BOT_TOKEN it does not start: the playground is for
# the machine that one sits at.
FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# The runtime that comes as an optional package is in the image already.
# Nothing reads the packages' types, their maps, nor the source that one of them brings along: half of their room.
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund \
  && find node_modules -type f \( -name '*.d.ts' -o -name '*.d.[cm]ts' -o -name '*.map' -o -path 'node_modules/openai/src/*' \) -delete

FROM node:26-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 DATABASE_URL=sqlite:/data/mujaz.db MALLOC_ARENA_MAX=2 NODE_COMPILE_CACHE=/var/cache/mujaz
WORKDIR /app
COPY --from=packages /app/node_modules node_modules
COPY package.json ./
COPY src src
COPY commands commands
COPY data data
RUN mkdir /data /var/cache/mujaz && chown node:node /data /var/cache/mujaz
USER node
# Compiled once, here: a container keeps nothing between its lives, and each would begin with 20 MB more and a longer
# start. The cache is good for the user who wrote it. All but the tools is loaded; main.ts says that it cannot start
# here, and leaves it at that.
RUN node --import ./src/compile-cache.mjs --max-semi-space-size=4 --heap-growing-percent=20 --optimize-for-size --eval \
  "for (const file of fs.globSync('{src,commands}/**/*.ts')) if (!file.startsWith('src/cli/')) await import('./' + file); process.exitCode = 0"
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "./src/compile-cache.mjs", "--max-semi-space-size=4", "--heap-growing-percent=20", "--optimize-for-size", "src/main.ts"]
