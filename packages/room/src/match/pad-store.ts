import type { MatchState } from '@gavel/scoring'
import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Kept } from './asks.ts'

/** What the browser holds of a match, so that the pad opens without a network. `page`: what the page itself needs, such as names. */
type HeldMatch = {
  readonly matchId: string
  readonly match: MatchState
  readonly link: string
  readonly savedAtMs: number
}

type Schema = DBSchema & {
  device: { key: 'id'; value: string }
  matches: { key: string; value: HeldMatch }
  asks: { key: [string, number]; value: Kept; indexes: { match: string } }
}

/** Where a scorer's asks are kept until the log has them. Every write is on the disk when its promise is done. */
export type PadStore = {
  /** Names this browser, the same on every visit. */
  device(freshId: () => string): Promise<string>
  match(matchId: string): Promise<HeldMatch | null>
  saveMatch(held: HeldMatch): Promise<void>
  /** In the order in which they were asked. */
  asks(matchId: string): Promise<readonly Kept[]>
  /** Makes the asks of a match exactly these, in one step: all or nothing. */
  saveAsks(matchId: string, kept: readonly Kept[]): Promise<void>
  close(): void
}

/** Opens the browser's own database. @throws where the browser keeps nothing, as some do in private windows */
export async function openPadStore(name = 'gavel-scorer'): Promise<PadStore> {
  const db: IDBPDatabase<Schema> = await openDB<Schema>(name, 1, {
    upgrade(made) {
      made.createObjectStore('device')
      made.createObjectStore('matches', { keyPath: 'matchId' })
      made.createObjectStore('asks', { keyPath: ['matchId', 'n'] }).createIndex('match', 'matchId')
    },
    // A later version of the page wants to change the tables: it may, and this page reads them anew.
    blocking: () => db.close(),
  })
  return {
    async device(freshId) {
      const tx = db.transaction('device', 'readwrite')
      const known = await tx.store.get('id')
      const id = known ?? freshId()
      if (known === undefined) await tx.store.put(id, 'id')
      await tx.done
      return id
    },
    match: async (matchId) => (await db.get('matches', matchId)) ?? null,
    async saveMatch(held) {
      await db.put('matches', held)
    },
    asks: (matchId) => db.getAllFromIndex('asks', 'match', matchId),
    async saveAsks(matchId, kept) {
      const tx = db.transaction('asks', 'readwrite', { durability: 'strict' })
      const had = await tx.store.index('match').getAllKeys(matchId)
      const stay = new Set(kept.map(({ n }) => n))
      await Promise.all([
        ...had.filter(([, n]) => !stay.has(n)).map((key) => tx.store.delete(key)),
        ...kept.map((one) => tx.store.put(one)),
        tx.done,
      ])
    },
    close: () => db.close(),
  }
}

/** The browser's own database; where it keeps nothing, this page alone (`pageOnly`). */
export async function openAnyStore(): Promise<{ store: PadStore; pageOnly: boolean }> {
  try {
    return { store: await openPadStore(), pageOnly: false }
  } catch {
    return { store: pageStore(), pageOnly: true }
  }
}

/** Keeps everything in this page alone: for browsers that keep nothing. */
function pageStore(): PadStore {
  let device: string | null = null
  const matches = new Map<string, HeldMatch>()
  const asks = new Map<string, readonly Kept[]>()
  return {
    device: async (freshId) => {
      device ??= freshId()
      return device
    },
    match: async (matchId) => matches.get(matchId) ?? null,
    saveMatch: async (held) => {
      matches.set(held.matchId, held)
    },
    asks: async (matchId) => asks.get(matchId) ?? [],
    saveAsks: async (matchId, kept) => {
      asks.set(matchId, kept)
    },
    close: () => {},
  }
}
