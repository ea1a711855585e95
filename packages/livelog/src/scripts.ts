import { readFileSync } from 'node:fs'

/**
 * The Lua scripts, by the command names that they are registered under. Their text is read from the files beside this one; a bundler
 * must leave this package external, or bring the files along.
 */
export const SCRIPTS = {
  gavelBid: { lua: readFileSync(new URL('./bid.lua', import.meta.url), 'utf8'), numberOfKeys: 4 },
  gavelCommit: { lua: readFileSync(new URL('./commit.lua', import.meta.url), 'utf8'), numberOfKeys: 5 },
  gavelEvict: { lua: readFileSync(new URL('./evict.lua', import.meta.url), 'utf8'), numberOfKeys: 5 },
}

/** How a registered script is called: keys first, then arguments; every reply is a tuple of strings. */
export type ScriptCalls = { [Name in keyof typeof SCRIPTS]: (...args: string[]) => Promise<string[]> }
