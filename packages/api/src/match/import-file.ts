import { createHash } from 'node:crypto'
import {
  type Event,
  insertMatches,
  type Match,
  type MatchSide,
  matchArchive,
  matchesOf,
  setMatchImported,
} from '@gavel/db'
import { bodyOf } from '@gavel/livelog'
import { type Imported, type MatchImport, type NamedFile, readMatch } from '@gavel/match-files'
import {
  createMatch,
  foldMatch,
  type MatchDraft,
  type MatchEntry,
  type MatchState,
  outcomeOf,
  type ScoredSport,
  sportOf,
} from '@gavel/scoring'
import { AppError } from '../errors.ts'
import { chained } from '../log/chain.ts'
import type { Services } from '../services.ts'
import { looksOf } from './card.ts'
import { standsOf } from './counted.ts'

/** Logs that are written at once: of a season each is a handful of goals. */
const AT_ONCE = 16

/** What came in with one match: where it is, and what is odd about it and was kept. */
export type ImportedMatch = {
  matchId: string
  anomalies: { code: string; where: string; words: string; times: number }[]
}

type AnyImport = Pick<Imported<ScoredSport>, 'names' | 'anomalies'> & {
  sport: ScoredSport
  state: MatchState
  winner: 'home' | 'away' | null
  date: string | null
  venue: string
  /** What the file says beside the score, to be written out again. */
  about: unknown
}

/**
 * Reads a file, or the files of one match, into an event: each match with its whole log, straight into the archive (IMPORT-1). The same files
 * again are the same matches.
 * @throws AppError MATCH.UNREADABLE with the place in the file, and then nothing came in
 */
export const importFile = async (
  services: Pick<Services, 'mongo'>,
  event: Event,
  by: string,
  name: string,
  files: readonly NamedFile[],
  number: number,
): Promise<ImportedMatch[]> => {
  const read = readMatch(name, files)
  if ('refusal' in read) {
    const { where, words } = read.refusal
    throw new AppError('MATCH.UNREADABLE', { reason: `${name}, ${where}: ${words}` })
  }
  const digest = createHash('sha256')
  for (const { bytes } of files) digest.update(bytes)
  const key = createHash('sha256')
    .update(event.id + digest.digest('hex'))
    .digest('hex')
  const sides = await sidesIn(services, event)
  const ids = (n: number) => `i${key.slice(0, 20)}-${n + 1}`
  const found = matchesIn(read)
  const about = { event, by, sides, name, digest: key }
  const made = found.map((one, n) => madeOf(one, { ...about, matchId: ids(n), number: number + n }))
  await insertMatches(
    services.mongo,
    made.map(({ match }) => match),
  )
  // What was stored the first time says when: repeated after a crash, the same logs are made.
  const stored = new Map((await matchesOf(services.mongo, event.id)).map((match) => [match.id, match]))
  for (let from = 0; from < made.length; from += AT_ONCE)
    await Promise.all(
      made.slice(from, from + AT_ONCE).map(async ({ match: { id }, drafts }) => {
        const match = stored.get(id)
        if (match?.log === 'none') await archive(services.mongo, match, by, drafts)
      }),
    )
  return found.map(({ anomalies }, n) => ({ matchId: ids(n), anomalies: anomalies.map((one) => ({ ...one })) }))
}

/** The matches of a file, alike whatever the sport. */
const matchesIn = (read: MatchImport): AnyImport[] => {
  if ('matches' in read) return read.matches.map((match) => ({ ...match, ...aboutOf(match.about), about: null }))
  if (read.sport === 'cricket') {
    const { about, state } = read
    const outcome = sportOf('cricket').outcome(state.score)
    const winner = outcome.is === 'ended' ? outcome.winner : null
    return [{ ...read, winner, date: about.dates[0] ?? null, venue: about.venue ?? '', about }]
  }
  return [{ ...read, ...aboutOf(read.about), about: null }]
}

const aboutOf = ({ date, venue }: Imported<ScoredSport>['about']) => ({ date, venue: venue ?? '' })

type NamedSide = (name: string) => MatchSide

/** The event's own team of that name, else one that is known by its name alone. */
const sidesIn = async (services: Pick<Services, 'mongo'>, event: Event): Promise<NamedSide> => {
  const looks = [...(await looksOf(services, event.auctionId))]
  return (name) => {
    const [own] = looks.filter(([, look]) => look.name.toLowerCase() === name.toLowerCase())
    const team = own?.[0] ?? `n${createHash('sha256').update(name).digest('hex').slice(0, 16)}`
    const short = name
      .replace(/[^\p{L}\p{N}]/gu, '')
      .slice(0, 3)
      .toUpperCase()
    return { team, name, short: own?.[1].short ?? short, colour: own?.[1].colour ?? '#64748b', from: null }
  }
}

type About = {
  event: Event
  by: string
  matchId: string
  sides: NamedSide
  number: number
  name: string
  digest: string
}

/** A match of a file as it is stored, and its whole log. */
const madeOf = (one: AnyImport, about: About): { match: Match; drafts: MatchDraft[] } => {
  const { state, names, sport } = one
  const { event, matchId, name, digest, number } = about
  const named = (side: 'home' | 'away') => about.sides(names[state.setup.sides[side].team] ?? side)
  const sides = { home: named('home'), away: named('away') }
  const sheet = (side: 'home' | 'away') => ({ ...state.setup.sides[side], team: sides[side].team ?? side })
  const setup = { ...state.setup, sides: { home: sheet('home'), away: sheet('away') } }
  const startsAtMs = one.date === null ? Number.NaN : Date.parse(`${one.date}T00:00:00Z`)
  const first = createMatch(matchId, { sport, rules: state.rules, setup, origin: 'import' })
  return {
    match: {
      ...{ id: matchId, eventId: event.id, sport, origin: 'import', sides, round: null, number },
      ...{ startsAtMs: Number.isFinite(startsAtMs) ? startsAtMs : null, timeZone: event.timeZone, venue: one.venue },
      ...{ rules: state.rules, setup, people: peopleOf(one), status: 'scheduled', log: 'none', stands: null },
      importedFrom: { name, digest, about: one.about === null ? null : JSON.stringify(one.about) },
      createdAtMs: Date.now(),
    },
    drafts: [first, ...state.plays.map(played), endOf(one)],
  }
}

const played = ({ play, device }: MatchState['plays'][number]): MatchDraft => ({ type: 'Played', device, play })

/** Nothing is to come of what is in a file: where its plays leave open who has won, the file may say it. */
const endOf = ({ state, winner }: AnyImport): MatchDraft => {
  const outcome = outcomeOf(state.phase, sportOf(state.sport).outcome(state.score))
  if (outcome.is === 'ended') return { type: 'MatchEnded', as: null }
  return { type: 'MatchEnded', as: winner === null ? { is: 'abandoned' } : { is: 'awarded', to: winner } }
}

const peopleOf = ({ state: { setup }, names }: AnyImport): Match['people'] => {
  const { home, away } = setup.sides
  const teams = new Set([home.team, away.team])
  return Object.entries(names)
    .filter(([id]) => !teams.has(id))
    .map(([id, name]) => {
      const side = home.players.includes(id) ? 'home' : away.players.includes(id) ? 'away' : null
      return { id, name, side }
    })
}

const stampOf = (n: number, by: string) => ({ by, cmd: `import-${n + 1}`, sum: '0'.repeat(12) })

/** Writes a whole log with its chain, and how the match stands at its end. */
const archive = async (
  mongo: Services['mongo'],
  { id, createdAtMs }: Match,
  by: string,
  drafts: readonly MatchDraft[],
): Promise<void> => {
  const entries = drafts.map((draft, n): MatchEntry => ({ ...draft, ...stampOf(n, by), atMs: createdAtMs, seq: n + 1 }))
  const rows = chained(drafts.map((draft, n) => bodyOf(draft, createdAtMs, stampOf(n, by))))
  const outcome = await matchArchive(mongo).append(id, rows)
  if (outcome !== 'done')
    throw new Error(`match ${id} was imported otherwise before, from entry ${outcome.conflictAt} on`)
  const state = foldMatch(entries)
  if (!state) return
  await setMatchImported(mongo, id, standsOf(state))
}
