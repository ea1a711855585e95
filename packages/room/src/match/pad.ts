import type { ScorerCommand } from '@gavel/protocol'
import type { MatchRefusal, MatchState, PlayOf, ScoredSport } from '@gavel/scoring'
import { nanoid } from 'nanoid'
import { type Ask, type Kept, type Seat, unsent } from './asks.ts'
import { connectMatch, type MatchOutcome, type MatchRoomOptions, type MatchSnapshot } from './connect-match.ts'
import { type Drawing, drawn, type Me, undrawn, withOne } from './drawing.ts'
import { keepMatch } from './keep-match.ts'
import { openAnyStore } from './pad-store.ts'
import { acknowledged, appended, asked, renewed, setAside, setOneAside, settled, takenBack } from './queue.ts'
import { takeOver } from './seats.ts'
import { type Standing, standingOf, type Wording } from './standing.ts'
import { takeTab } from './tabs.ts'

/** Refusals that pass by themselves: the same command is sent again a little later. */
const PASSING = new Set([
  'STALE_EPOCH',
  'NOT_LIVE',
  'TOO_MANY',
  'UNAVAILABLE',
  'UNCERTAIN',
  'TOKEN_OLD',
  'SESSION_ENDED',
])
const RETRY_MS = 1_500
/** Whoever was let in as a guest, because a token was not to be had, asks anew so often. */
const RECONNECT_MS = 8_000

/** Everything that a scorer's page draws from. */
export type PadSnapshot = {
  readonly room: MatchSnapshot
  readonly me: Me
  /** The match with what waits drawn in; null until something is known of the match. */
  readonly drawing: Drawing | null
  readonly kept: readonly Kept[]
  readonly standing: Standing
  /** The browser keeps nothing: what waits is in this page alone. */
  readonly pageOnly: boolean
  /** Another tab of this browser has the pad. */
  readonly elsewhere: boolean
}

export type PadOptions = Omit<MatchRoomOptions, 'held'> & {
  /** Who is signed in. */
  user: string
  /** The match as the server drew the page with it. */
  initial: MatchState | null
  wording: Wording
}

export type Pad = Awaited<ReturnType<typeof openPad>>

/**
 * A scorer's pad: every ask is put into the browser's database, drawn, and sent in order as soon as the log can be reached, one at a time;
 * it is let go of only when the log has it (PAD-1 to PAD-5). It has no React in it.
 */
export async function openPad({ user, initial, wording, ...options }: PadOptions) {
  const { matchId } = options
  const { store, pageOnly } = await openAnyStore()
  const me: Me = { user, device: await store.device(() => nanoid(12)) }
  let kept = await store.asks(matchId)
  let onDisk = kept.length
  /** Seqs of commands of this browser that the log has, by whichever came first: the answer or the entry. */
  const landed = new Map<string, number>()
  const before = await store.match(matchId)
  const room = connectMatch({ ...options, held: before && { ...before, audience: 'scorer' } })
  const tabs = takeTab(matchId, () => publish())
  const disk = keepMatch(store, matchId, room, before?.match.seq ?? 0)
  const listeners = new Set<() => void>()
  let writing: Promise<unknown> = Promise.resolve()
  let trusted: MatchState | null = before?.match ?? null
  let sending = false
  let full = false
  let closed = false
  let shown: PadSnapshot = look()

  /** The match as scorers are given it. A room that takes the person for a guest, because a token was not to be had, tells too little. */
  function known(): MatchState | null {
    const { match, status, you } = room.snapshot()
    if (match && you.audience === 'scorer') trusted = match
    // The page may be drawn with a later state than this browser remembered, and nobody has answered yet.
    const newer = initial && status.is === 'connecting' && initial.seq > (trusted?.seq ?? 0) ? initial : null
    return newer ? { ...newer, keeper: trusted?.keeper ?? null, blind: trusted?.blind ?? null } : trusted
  }

  function look(): PadSnapshot {
    const match = known()
    return {
      room: room.snapshot(),
      me,
      drawing: match && drawingOf(match),
      kept,
      standing: match ? standingOf(match, kept, me, wording) : { is: 'clear' },
      pageOnly: pageOnly || full,
      elsewhere: tabs.elsewhere(),
    }
  }

  /** What the log has without it is not drawn: the scorer looks at the difference first. */
  function drawingOf(match: MatchState): Drawing {
    const { is } = standingOf(match, kept, me, wording)
    return is === 'behind' || is === 'not-seated' ? undrawn(match) : drawn(match, kept, me)
  }

  function publish() {
    shown = look()
    for (const listener of listeners) listener()
  }

  /** Changes what is kept, on the disk first; changes are made one after another. */
  function keep(change: (now: readonly Kept[]) => readonly Kept[]): Promise<void> {
    const done = writing.then(async () => {
      const next = change(kept)
      if (next === kept) return
      // What is let go of may be named by what stays: the match on the disk has it by then (PAD-4).
      if (next.length < onDisk) await disk.save()
      // A browser that keeps no more (its disk is full) says so; the page goes on with what it has.
      await store.saveAsks(matchId, next).catch(() => {
        full = true
      })
      onDisk = next.length
      // The log may have gone on while the disk was written.
      kept = withLanded(next)
      publish()
    })
    writing = done.catch(() => {})
    return done
  }

  /** What is kept, without what the log has and the page shows from it. */
  function withLanded(list: readonly Kept[]): readonly Kept[] {
    const known = list.reduce((now, { commandId, acked }) => {
      const seq = acked === null ? landed.get(commandId) : undefined
      return seq === undefined ? now : acknowledged(now, commandId, seq)
    }, list)
    return settled(known, trusted?.seq ?? 0)
  }

  async function send(): Promise<void> {
    const { status, you } = room.snapshot()
    if (sending || closed || tabs.elsewhere() || status.is !== 'live' || you.audience !== 'scorer') return
    sending = true
    try {
      await sendAll()
    } finally {
      sending = false
    }
  }

  async function sendAll(): Promise<void> {
    for (;;) {
      await writing
      const match = known()
      if (!match || closed) return
      const standing = standingOf(match, kept, me, wording)
      if (standing.is !== 'send') return
      const { next, command } = standing
      if (next.sent === null) await keep(withSent(next.commandId, command))
      const outcome = await room.send(next.commandId, command)
      if (outcome.is === 'accepted') {
        landed.set(next.commandId, outcome.seq)
        await keep((now) => acknowledged(now, next.commandId, outcome.seq))
      } else if (outcome.is === 'refused' && !PASSING.has(outcome.code)) {
        const { code, words } = outcome
        await keep(withEach(next.commandId, (one) => ({ ...one, refused: { code, words } })))
        return
      } else return
    }
  }

  const withEach =
    (commandId: string, change: (one: Kept) => Kept) =>
    (now: readonly Kept[]): readonly Kept[] =>
      now.map((one) => (one.commandId === commandId ? change(one) : one))
  const withSent = (commandId: string, sent: ScorerCommand) => withEach(commandId, (one) => ({ ...one, sent }))

  /** The log went on: what it has of ours is let go of at once, so that no ball is drawn twice, and then on the disk. */
  function followed() {
    const { recent } = room.snapshot()
    if (known()) {
      disk.saveSoon()
      const mine = new Set(unsent(kept).map(({ commandId }) => commandId))
      for (const entry of recent) if ('cmd' in entry && mine.has(entry.cmd)) landed.set(entry.cmd, entry.seq)
      const now = withLanded(kept)
      if (now !== kept) {
        kept = now
        void keep((list) => [...list])
      }
    }
    publish()
    void send()
  }
  const unfollow = room.subscribe(followed)
  const retry = setInterval(() => void send(), RETRY_MS)
  const asScorer = setInterval(() => {
    const { status, you } = room.snapshot()
    if (status.is === 'live' && you.audience !== 'scorer') room.reconnect()
  }, RECONNECT_MS)

  const appendAll = (now: readonly Kept[]) => {
    const match = known()
    return match ? appended(match, now, me, nanoid) : now
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => shown,

    /** Asks for something. It is kept before this is done; what the rules refuse is not, and comes back. */
    async ask(what: Ask): Promise<MatchRefusal | null> {
      let refusal: MatchRefusal | null = null
      await keep((now) => {
        const match = known()
        if (!match) return now
        const drawing = drawingOf(match)
        const one = asked(now, drawing, what, { commandId: nanoid(), atMs: Date.now() + room.snapshot().offsetMs })
        refusal = withOne(drawing, one, me).stopped?.refusal ?? null
        return refusal ? now : [...now, one]
      })
      void send()
      return refusal
    },

    /** Sends what cannot wait: the lock, the line-ups, the end. */
    command: (command: ScorerCommand): Promise<MatchOutcome> => room.send(nanoid(), command),

    /** Takes a seat, from whom the page shows as its holder. What waits here waits on. */
    async take(seat: Seat): Promise<MatchOutcome> {
      const outcome = await room.send(nanoid(), takeOver(known(), seat, me))
      if (outcome.is === 'accepted') await keep((now) => renewed(now, nanoid))
      void send()
      return outcome
    },

    /** Writes what waits after all that stands now. */
    append: () => keep(appendAll).then(send),
    /** Keeps what waits, out of the way. */
    setAside: () => keep((now) => setAside(now, Date.now())),
    /** One ask that was refused is set aside; those behind it move up. */
    setOneAside: (commandId: string) => keep((now) => appendAll(setOneAside(now, commandId, Date.now()))).then(send),
    /** What was set aside is written after all. */
    takeBack: (commandIds: readonly string[]) =>
      keep((now) => appendAll(takenBack(now, new Set(commandIds)))).then(send),
    /** The scorer has seen what a correction brings about by now, and takes it. */
    accept: (commandId: string, shows: readonly string[]) =>
      keep(
        withEach(commandId, (one) => ('shown' in one.ask ? { ...one, ask: { ...one.ask, shown: shows } } : one)),
      ).then(send),
    /** A play that was refused is put right. */
    rewrite: (commandId: string, play: PlayOf<ScoredSport>) =>
      keep((now) =>
        appendAll(withEach(commandId, (one) => ('play' in one.ask ? { ...one, ask: { ...one.ask, play } } : one))(now)),
      ).then(send),
    /** Tries again what was refused. */
    tryAgain: () => keep((now) => renewed(now, nanoid)).then(send),
    /** This tab takes the pad from another one of this browser. */
    async scoreHere() {
      tabs.claim()
      await writing
      kept = await store.asks(matchId)
      publish()
      void send()
    },

    close() {
      closed = true
      clearInterval(retry)
      clearInterval(asScorer)
      const saved = disk.close()
      unfollow()
      tabs.close()
      room.close()
      listeners.clear()
      void Promise.all([writing, saved]).then(() => store.close())
    },
  }
}
