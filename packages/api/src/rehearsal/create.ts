import { type Auction, auctionById, newId } from '@gavel/db'
import { categoriesOf } from '@gavel/player-list'
import { AppError } from '../errors.ts'
import { createEvent } from '../event/create-event.ts'
import { rulesFor } from '../event/rules.ts'
import { slugOf } from '../event/slug.ts'
import { command } from '../log/command.ts'
import { addPlayers } from '../pool/add-players.ts'
import { addTeam } from '../pool/add-team.ts'
import { settleFormerTeams } from '../pool/former-teams.ts'
import { colourFor, shortNames } from '../pool/team-look.ts'
import type { Services } from '../services.ts'
import { guardedProcedure } from '../trpc.ts'
import {
  type BotSignIn,
  type CreatedRehearsal,
  type CreateRehearsalInput,
  createRehearsalInput,
} from './create-input.ts'
import { makeBot } from './make-bot.ts'

/** Makes a rehearsal: an event of its own with teams, players, retained players and bots. The auctioneer's bot starts it. */
export const create = guardedProcedure('rehearsal.create')
  .input(createRehearsalInput)
  .mutation(({ ctx: { services, actor }, input }) => createRehearsal(services, actor.userId ?? 'system', input))

const createRehearsal = async (
  services: Services,
  by: string,
  input: CreateRehearsalInput,
): Promise<CreatedRehearsal> => {
  const rules = rulesFor(input.ruleSetId, input.rules)
  const tag = newId()
  const [auctioneer, ...bots] = await Promise.all(
    ['Auctioneer', ...input.teams.map(({ name }) => name)].map((name, index) =>
      makeBot(services, `${tag}-${index}`, name),
    ),
  )
  if (!auctioneer) throw new Error('a rehearsal without an auctioneer')
  const event = await createEvent(services, by, {
    name: input.name,
    slug: `${slugOf(input.name).slice(0, 40)}-${tag.slice(0, 6)}`,
    description: 'A rehearsal: bots replay a list of players.',
    startsAtMs: Date.now(),
    timeZone: 'Asia/Kolkata',
    venue: '',
    rules,
    capacity: { players: input.players.length, teams: input.teams.length },
    status: 'published',
    organiserIds: [],
    auctioneerIds: [auctioneer.userId],
    scorerIds: [],
    rehearsal: true,
  })
  const auction = await auctionById(services.mongo, event.auctionId)
  if (!auction) throw new AppError('AUCTION.NOT_FOUND')
  const teams = await makeTeams(services, auction, by, input, bots)
  const players = await makePlayers(services, auction, by, input, teams)
  return { eventId: event.id, eventSlug: event.slug, auctionId: auction.id, teams, players, auctioneer }
}

const makeTeams = async (
  services: Services,
  auction: Auction,
  by: string,
  { teams }: CreateRehearsalInput,
  bots: readonly BotSignIn[],
): Promise<CreatedRehearsal['teams']> => {
  const derived = shortNames(teams.map(({ name }) => name))
  const made: CreatedRehearsal['teams'] = []
  for (const [index, { name, short, purse }] of teams.entries()) {
    const bot = bots[index]
    if (!bot) throw new Error(`no bot for team ${index}`)
    const teamId = newId()
    await addTeam(services, auction, by, `team-${teamId}`, {
      teamId,
      name,
      short: short ?? derived[index] ?? name.slice(0, 3),
      colour: colourFor(index),
      logoUrl: null,
      ownerIds: [bot.userId],
      purse: purse ?? auction.rules.purse,
    })
    made.push({ name, teamId, bot })
  }
  return made
}

const makePlayers = async (
  services: Services,
  auction: Auction,
  by: string,
  { players, retained }: CreateRehearsalInput,
  teams: CreatedRehearsal['teams'],
): Promise<CreatedRehearsal['players']> => {
  const made = players.map((player) => ({ ...player, playerId: newId() }))
  await addPlayers(
    services,
    auction,
    by,
    made.map(({ ref: _, capped, country, role, stats, ...player }) => ({
      ...player,
      categories: categoriesOf({ capped, role: role ?? '', age: player.age }),
      country: country ?? '',
      role: role ?? '',
      stats: stats ?? {},
      photoUrl: null,
      userId: null,
    })),
  )
  await settleFormerTeams(services, auction, by)
  const playerIds = new Map(made.map(({ ref, playerId }) => [ref, playerId]))
  const teamIds = new Map(teams.map(({ name, teamId }) => [name, teamId]))
  for (const { player, team, amount } of retained) {
    const playerId = playerIds.get(player)
    const teamId = teamIds.get(team)
    if (!playerId || !teamId)
      throw new AppError('LIST.UNREADABLE', { reason: `“${player}” cannot be retained by “${team}”.` })
    await command(services.log, auction, by, `retain-${playerId}`, {
      type: 'RetainPlayer',
      player: playerId,
      team: teamId,
      amount,
    })
  }
  return made.map(({ ref, playerId }) => ({ ref, playerId }))
}
