import { type AuctionState, entryFor, stateFor } from '@gavel/auction'
import { can } from '@gavel/auth'
import { type Auction, type AuctionPlayer, type AuctionTeam, playersOf, teamsOf } from '@gavel/db'
import { shownPlayers } from '../auction/hidden-pool.ts'
import { seenUntil } from '../auction/sight.ts'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { cardOf } from '../event/card.ts'
import { namesOfSets } from '../pool/sets.ts'
import { stateOf } from '../pool/state-of.ts'
import type { Services } from '../services.ts'
import { auctionAndEvent, authorise } from '../trpc.ts'
import { entriesOf } from './entries.ts'
import { resultsOf } from './results.ts'
import { logCsv, playersCsv, squadsCsv } from './tables.ts'

const EXPORTS = ['squads.csv', 'players.csv', 'log.csv', 'auction.json'] as const
export type Export = (typeof EXPORTS)[number]
export const isExport = (name: string): name is Export => EXPORTS.some((file) => file === name)

/** A file to keep. `name` holds lower-case letters, digits, hyphens and a point alone. */
export type ExportedFile = { name: string; type: string; body: string }

const CSV = 'text/csv; charset=utf-8'

/**
 * An auction as a file, for whoever may watch it, as late as they see it. People in its log are opaque ids, which those who manage the auction alone are given.
 * @throws AppError AUCTION.NOT_FOUND, AUTH.FORBIDDEN, AUCTION.UNAVAILABLE
 */
export const exportFile = async (ctx: Context, auctionId: string, file: Export): Promise<ExportedFile> => {
  const { services, actor } = ctx
  const { auction, event, subject } = await auctionAndEvent(ctx, auctionId)
  authorise(actor, file === 'log.csv' || file === 'auction.json' ? 'log.read' : 'auction.watch', subject)
  if (await shownPlayers({ ...ctx, auction, event, subject })) throw new AppError('AUTH.FORBIDDEN')
  const audience = can(actor, 'auction.manage', subject) ? 'auctioneer' : 'public'
  const untilMs = await seenUntil({ ...ctx, auction, event, subject })
  const known = await knownOf(services, auction, untilMs)
  const state = stateFor(audience, known.state)
  const read = { ...known, state }
  const entries = async () => (await entriesOf(services, auctionId, untilMs)).map((entry) => entryFor(audience, entry))
  const name = `${event.slug}-${file}`
  switch (file) {
    case 'squads.csv':
      return { name, type: CSV, body: squadsCsv(resultsOf(state, read.teams, read.players, auction.setNames)) }
    case 'players.csv':
      return { name, type: CSV, body: playersCsv(state, read.players, read.teams, read.sets) }
    case 'log.csv':
      return { name, type: CSV, body: logCsv(await entries(), read.players, read.teams, state.rules.currency) }
    case 'auction.json': {
      const whole = {
        event: await cardOf(ctx, event),
        rules: state.rules,
        results: resultsOf(state, read.teams, read.players, auction.setNames),
        players: read.players.map(({ auctionId: _, userId: __, importId: ___, ...player }) => player),
        order: state.sets,
        log: await entries(),
      }
      return { name, type: 'application/json; charset=utf-8', body: JSON.stringify(whole, null, 1) }
    }
    default:
      return file satisfies never
  }
}

type Known = {
  state: AuctionState
  players: AuctionPlayer[]
  teams: AuctionTeam[]
  sets: ReadonlyMap<string, string>
}

const knownOf = async (services: Services, auction: Auction, untilMs: number): Promise<Known> => {
  const [state, players, teams] = await Promise.all([
    stateOf(services, auction.id, untilMs),
    playersOf(services.mongo, auction.id),
    teamsOf(services.mongo, auction.id),
  ])
  return { state, players, teams, sets: namesOfSets(players, auction.setNames) }
}
