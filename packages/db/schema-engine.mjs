#!/usr/bin/env node
// Stands in for Prisma's native schema engine (same argv + JSON-RPC on stdio), using the WASM build from npm.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as bg from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const argv = process.argv.slice(2)
const opt = (n) => argv.flatMap((a, i) => (a === n ? [argv[i + 1]] : []))
if (argv.includes('--version')) {
  process.stdout.write('schema-engine (wasm)\n')
  process.exit(0)
}

// Introspection reads the catalogue type "char" (oid 18), which adapter-pg rejects. Let it pass as uuid (unused there), then relabel.
const { addFields } = pg.Result.prototype
pg.Result.prototype.addFields = function (fs) {
  for (const f of fs) if (f.dataTypeID === 18) f.dataTypeID = 2950
  return addFields.call(this, fs)
}
const patch = (a) => {
  const queryRaw = a.queryRaw.bind(a)
  a.queryRaw = async (q) => {
    const r = await queryRaw(q)
    r.columnTypes = r.columnTypes.map((t) => (t === ColumnTypeEnum.Uuid ? ColumnTypeEnum.Character : t))
    return r
  }
  a.executeScript = async (text) => {
    try {
      await a.client.query(text)
    } catch (e) {
      a.onError(e)
    }
  } // the original splits at every ';', also inside $$ bodies
  return a
}

const { url } = JSON.parse(opt('--datasource')[0] ?? '{}')
const u = url ? new URL(url) : null
// Separate fields: with connectionString, pg ignores `database` and a "shadow" database would be the real one.
const conn = u && {
  host: decodeURIComponent(u.hostname),
  port: +(u.port || 5432),
  user: decodeURIComponent(u.username),
  password: decodeURIComponent(u.password),
  database: decodeURIComponent(u.pathname.slice(1)),
}
const sql = async (database, text) => {
  const c = new pg.Client({ ...conn, database })
  await c.connect()
  try {
    await c.query(text)
  } finally {
    await c.end()
  }
}

const cmd = argv[argv.indexOf('cli') + 1]
if (argv.includes('cli')) {
  try {
    if (cmd === 'can-connect-to-database') await sql(conn.database, 'select 1')
    else if (cmd === 'create-database') await sql('postgres', `CREATE DATABASE ${pg.escapeIdentifier(conn.database)}`)
    else throw new Error(`unsupported command ${cmd}`)
    process.exit(0)
  } catch (e) {
    // the CLI drops the first stderr line and parses every further line as JSON
    const error_code = { '3D000': 'P1003', '28P01': 'P1000' }[e.code] ?? 'P1001'
    process.stderr.write(
      '\n' +
        JSON.stringify({
          level: 'ERROR',
          target: 'schema_engine::logger',
          fields: { error_code, message: e.message || String(e.code ?? e) },
        }),
      () => process.exit(1),
    )
    await new Promise(() => {})
  }
}

class Adapter extends PrismaPg {
  async connect() {
    return patch(await super.connect())
  }
  // the inherited one drops the database while still connected to it
  async connectToShadowDb() {
    const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
    await sql('postgres', `CREATE DATABASE "${database}"`)
    const a = patch(await new PrismaPg({ ...conn, database }).connect()),
      dispose = a.dispose.bind(a)
    a.dispose = async () => {
      await dispose()
      await sql('postgres', `DROP DATABASE "${database}" WITH (FORCE)`)
    }
    return a
  }
}
// A Rust panic surfaces as an uncaught exception: answer the open request, or the CLI just ends with exit code 0.
let openId, panic
globalThis.PRISMA_WASM_PANIC_REGISTRY = {
  set_message: (m) => {
    panic = m
  },
}
const fail = (e, message = panic ?? e.message) =>
  send({
    id: openId,
    error: { code: 4466, message, data: { is_panic: false, message, error_code: e.code, meta: e.meta } },
  })
process.on('uncaughtException', (e) => fail(e))

const wasm = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  .replace(/\.js$/, '.wasm')
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(readFileSync(wasm)), {
  './schema_engine_bg.js': bg,
})
bg.__wbg_set_wasm(exports)
exports.__wbindgen_start()
const files = opt('--datamodels')
let engine
const start = () =>
  (engine ??= bg.SchemaEngine.new(
    { datamodels: files.length ? files.map((f) => [f, readFileSync(f, 'utf8')]) : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(
      new Adapter(conn ?? {}, { schema: u?.searchParams.get('schema') ?? undefined }),
    ),
  ))
const send = (o) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...o })}\n`)
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line)
  if (!method) continue // the CLI's answer to our `print`
  openId = id
  try {
    const e = await start()
    // these two fail to open a shadow database in the WASM build, but reuse the one devDiagnostic has cached
    if (method === 'evaluateDataLoss' || method === 'createMigration')
      await e.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
    const result = (await e[method](params)) ?? {}
    if (method === 'diff' && result.stdout) {
      send({ id: 1e6 + id, method: 'print', params: { content: result.stdout } })
      result.stdout = null
    }
    send({ id, result })
  } catch (e) {
    fail(e)
  }
}
process.exit(0)
