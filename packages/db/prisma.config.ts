import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

// Prisma's commands fetch a native engine from its own host, which is often out of reach; the same engine comes as WASM from
// the package registry, and schema-engine.mjs lets the commands speak to that.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= fileURLToPath(new URL('./schema-engine.mjs', import.meta.url))

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  // Generating the client needs no database, but the configuration must name one.
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/gavel' },
})
