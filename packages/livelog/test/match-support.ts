import { cricketRules, type MatchCommand, type MatchState } from '@gavel/scoring'
import type { LiveLog, LogReply, MatchLog, NewMatch } from '../src/index.ts'
import { newId } from './support.ts'

type WithoutActor<C> = C extends MatchCommand ? Omit<C, 'by'> : never
type MatchReply = LogReply<MatchLog>

const side = (name: string) => ({ team: name, players: [1, 2, 3, 4].map((n) => `${name}${n}`) })

/** A short match of four a side. */
export const shortMatch = (): NewMatch => ({
  sport: 'cricket',
  rules: cricketRules('community', { overs: 3, players: 4 }),
  setup: { sides: { home: side('h'), away: side('a') }, toss: { winner: 'home', chose: 'bat' } },
  origin: 'live',
})

/** A dot ball of the first over; the same bowler bowls it whole. */
export const ball = (bat = 0) =>
  ({ type: 'Delivery', striker: 'h1', nonStriker: 'h2', bowler: 'a1', runs: { bat } }) as const

export const acceptedIn = (reply: MatchReply): MatchReply & { ok: true } => {
  if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.refusal)}`)
  return reply
}

export const matchRefusal = (reply: MatchReply): string | null => (reply.ok ? null : reply.refusal.code)

/** A match of a test, as one device writes it. */
export class Book {
  readonly log: LiveLog
  readonly matchId: string
  readonly by: string
  readonly device: string

  constructor(log: LiveLog, matchId: string, by = 'scorer', device = 'phone') {
    this.log = log
    this.matchId = matchId
    this.by = by
    this.device = device
  }

  /** A match whose first innings has begun; this device keeps the book. */
  static async begun(log: LiveLog): Promise<Book> {
    const book = new Book(log, newId('m'))
    acceptedIn(await log.matches.create(book.matchId, shortMatch(), 'organiser'))
    acceptedIn(await book.take())
    acceptedIn(await book.write({ type: 'InningsStart', batting: 'home' }))
    return book
  }

  do(command: WithoutActor<MatchCommand>, commandId = newId('c'), epoch?: number): Promise<MatchReply> {
    const asked = { ...command, by: this.by } as MatchCommand
    return this.log.matches.execute(this.matchId, asked, epoch === undefined ? { commandId } : { commandId, epoch })
  }

  async take(): Promise<MatchReply> {
    return this.do({ type: 'TakeLock', device: this.device, from: (await this.state()).keeper })
  }

  async write(play: Extract<MatchCommand, { type: 'Play' }>['play']): Promise<MatchReply> {
    const after = (await this.state()).plays.at(-1)?.seq ?? null
    return this.do({ type: 'Play', device: this.device, after, play })
  }

  async state(): Promise<MatchState> {
    const loaded = await this.log.matches.load(this.matchId)
    if (!loaded) throw new Error('the log is not live')
    return loaded.state
  }
}
