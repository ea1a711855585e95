import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** A file beside this one. A path, not `new URL('./x', import.meta.url)`, which a bundler makes an asset of the web app. */
const beside = (file: string) => readFileSync(join(dirname(fileURLToPath(import.meta.url)), file), 'utf8')

/**
 * The Lua scripts, by the command names that they are registered under. Their text is read from the files beside this one.
 */
export const SCRIPTS = {
  gavelBid: { lua: beside('bid.lua'), numberOfKeys: 4 },
  gavelCommit: { lua: beside('commit.lua'), numberOfKeys: 5 },
  gavelEvict: { lua: beside('evict.lua'), numberOfKeys: 5 },
}

/** How a registered script is called: keys first, then arguments; every reply is a tuple of strings. */
export type ScriptCalls = { [Name in keyof typeof SCRIPTS]: (...args: string[]) => Promise<string[]> }
