import type { Actor, IdentityNews } from '@gavel/auth'
import type { Logger } from '@gavel/config'
import type { SessionStanding } from '@gavel/db'
import type { EdgeCode } from '@gavel/protocol'

/** Words of the channel may be lost, so the sessions of open sockets are asked for this often. Odd, so that instances do not work in step. */
export const CHECK_EVERY_MS = 15_013
/** Whoever connects waits no longer for PostgreSQL: an auction goes on without it, and the next check looks again. */
const PATIENCE_MS = 1_000
/** Words of changes that come together are heeded together. */
const GATHER_MS = 53
/** A session that ended while its socket was being opened is remembered for so long. */
const REMEMBER_MS = 60_000

/** What the watch needs of an open socket. */
export type Watched = {
  readonly sid: string | null
  readonly actor: Actor
  readonly expiresAtMs: number
  become(actor: Actor): void
  close(code: EdgeCode): void
}

type Deps = {
  /** What became of each of these sessions; those that are not there have ended. Rejects where nobody knows. */
  standings: (sids: readonly string[]) => Promise<ReadonlyMap<string, SessionStanding>>
  actorOf: (account: Extract<SessionStanding, { is: 'live' }>['account']) => Actor
  /**
   * The rights of these people have changed, or what they are in some event; `null`: anybody's may have. `here`: one of them has a socket open, so
   * that rooms have to look.
   */
  onChanged: (userIds: readonly string[] | null, here: boolean) => void
  /** How often all sessions are asked for, without a word. */
  checkEveryMs: number
  logger: Logger
}

const CODES = { ended: 'SESSION_ENDED', banned: 'BANNED' } as const

/**
 * Closes the sockets of sessions that ended, and keeps the rights of those that go on as the accounts have them now: within a second where the
 * word comes through, within seconds where it is lost (REACH-1, REACH-2).
 */
export class SessionWatch {
  readonly #deps: Deps
  readonly #open = new Set<Watched>()
  readonly #gone = new Map<string, { code: EdgeCode; atMs: number }>()
  readonly #timer: NodeJS.Timeout
  /** Whose rights have changed since the last look, and the look that is to come. */
  readonly #changed = new Set<string>()
  #gathering: NodeJS.Timeout | null = null
  /** Who connects in the same moment is asked for together. */
  #batch: { sids: Set<string>; answer: Promise<ReadonlyMap<string, SessionStanding>> } | null = null

  constructor(deps: Deps) {
    this.#deps = deps
    this.#timer = setInterval(() => void this.check(), deps.checkEveryMs)
  }

  /**
   * Whether a session goes on, with the rights that its account has now; null where it is over. Where nobody can say, the token does, which
   * is good for minutes.
   */
  async admit(sid: string, said: Actor): Promise<Actor | null> {
    if (this.#gone.has(sid)) return null
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, null)
    })
    const standings = await Promise.race([this.#ask(sid), late]).catch((error: unknown) => {
      this.#deps.logger.warn({ err: error }, 'Whether a session goes on could not be asked: its token is believed')
      return null
    })
    clearTimeout(timer)
    if (!standings) return said
    const standing = standings.get(sid)
    return standing?.is === 'live' ? this.#deps.actorOf(standing.account) : null
  }

  add(client: Watched): void {
    this.#open.add(client)
    const gone = client.sid === null ? undefined : this.#gone.get(client.sid)
    if (gone) client.close(gone.code)
  }

  remove(client: Watched): void {
    this.#open.delete(client)
  }

  /** Acts on a word of the channel. */
  hear(word: IdentityNews): void {
    if ('ended' in word) {
      const atMs = Date.now()
      const code = CODES[word.why]
      for (const sid of word.ended) this.#gone.set(sid, { code, atMs })
      this.#close(new Map(word.ended.map((sid) => [sid, code])))
      return
    }
    for (const userId of word.changed) this.#changed.add(userId)
    // A whole league may be let in at once: its words are one look.
    this.#gathering ??= setTimeout(() => void this.#heedChanged(), GATHER_MS)
  }

  async #heedChanged(): Promise<void> {
    const people = new Set(this.#changed)
    this.#changed.clear()
    this.#gathering = null
    const isOf = ({ actor: { userId } }: Watched) => userId !== null && people.has(userId)
    await this.#look(this.#sids(isOf))
    this.#deps.onChanged([...people], [...this.#open].some(isOf))
  }

  /** Asks for the sessions of all open sockets. Where nobody can say, everything stays as it is. */
  async check(): Promise<void> {
    const nowMs = Date.now()
    for (const [sid, { atMs }] of this.#gone) if (nowMs - atMs > REMEMBER_MS) this.#gone.delete(sid)
    // Who has no session is known by the token alone, and brings a new one.
    for (const client of this.#open) if (client.sid === null && client.expiresAtMs <= nowMs) client.close('TOKEN_OLD')
    if (await this.#look(this.#sids(() => true))) this.#deps.onChanged(null, true)
  }

  stop(): void {
    clearInterval(this.#timer)
    if (this.#gathering) clearTimeout(this.#gathering)
  }

  #sids(which: (client: Watched) => boolean): string[] {
    return [...new Set([...this.#open].flatMap((client) => (client.sid !== null && which(client) ? [client.sid] : [])))]
  }

  /** Closes what has ended and reads rights anew. @returns whether anybody's rights have changed */
  async #look(sids: readonly string[]): Promise<boolean> {
    if (sids.length === 0) return false
    const standings = await this.#deps.standings(sids).catch((error: unknown) => {
      this.#deps.logger.warn({ err: error }, 'The sessions of open sockets could not be asked for')
      return null
    })
    if (!standings) return false
    const asked = new Set(sids)
    const over = new Map<string, EdgeCode>()
    for (const sid of sids) {
      const standing = standings.get(sid) ?? { is: 'ended' }
      if (standing.is !== 'live') over.set(sid, CODES[standing.is])
    }
    this.#close(over)
    let changed = false
    for (const client of this.#open) {
      const standing = client.sid !== null && asked.has(client.sid) ? standings.get(client.sid) : undefined
      if (standing?.is !== 'live') continue
      const now = this.#deps.actorOf(standing.account)
      if (sameRights(now, client.actor)) continue
      client.become(now)
      changed = true
    }
    return changed
  }

  #close(over: ReadonlyMap<string, EdgeCode>): void {
    for (const client of this.#open) {
      const code = client.sid === null ? undefined : over.get(client.sid)
      if (code) client.close(code)
    }
  }

  async #ask(sid: string): Promise<ReadonlyMap<string, SessionStanding>> {
    if (!this.#batch) {
      const sids = new Set<string>()
      const answer = new Promise<void>((resolve) => setImmediate(resolve)).then(() => {
        this.#batch = null
        return this.#deps.standings([...sids])
      })
      this.#batch = { sids, answer }
    }
    this.#batch.sids.add(sid)
    return this.#batch.answer
  }
}

const sameRights = (a: Actor, b: Actor): boolean =>
  a.admin === b.admin && a.creator === b.creator && a.operator === b.operator && a.bot === b.bot
