import type { AuctionState } from '@gavel/auction'
import { type Auction, type AuctionPlayer, nameSet, newId, noteArranged, playersOf } from '@gavel/db'
import { z } from 'zod'
import { AppError } from '../errors.ts'
import { command } from '../log/command.ts'
import { type ArrangeRule, arrangePool, WHOLE_POOL } from '../pool/arrange.ts'
import { namesOfSets, setForRole, setIdOf } from '../pool/sets.ts'
import { liveStateOf } from '../pool/state-of.ts'
import type { Services } from '../services.ts'
import { auctionProcedure } from '../trpc.ts'
import { arrangeRule } from './input.ts'
import type { ArrangedPool } from './types.ts'

/** An arrangement that meets another change of the pool is made again from the pool as it is then. */
const TRIES = 5

/** Makes the running order by a rule, in one step of the log. `dryRun`: shows what it would be and changes nothing. */
export const arrange = auctionProcedure('auction.manage')
  .input(z.strictObject({ auctionId: z.string(), rule: arrangeRule, dryRun: z.boolean() }))
  .mutation(async ({ ctx: { services, actor, auction }, input }): Promise<ArrangedPool> => {
    const rule = input.rule.by === 'shuffle' ? { ...input.rule, seed: input.rule.seed ?? newId() } : input.rule
    const by = actor.userId ?? 'system'
    for (let attempt = 1; ; attempt += 1) {
      const [state, named] = await Promise.all([
        liveStateOf(services, auction.id),
        playersOf(services.mongo, auction.id),
      ])
      const sets = arrangePool(state, named, auction.setNames, rule)
      if (input.dryRun) return shown(auction, state, named, sets, rule, false)
      try {
        await apply(services, auction, by, sets, rule)
        return shown(auction, state, named, sets, rule, true)
      } catch (error) {
        const met = error instanceof AppError && error.detail.code === 'POOL_CHANGED'
        if (!met || attempt === TRIES) throw error
      }
    }
  })

const apply = async (
  { mongo, log }: Pick<Services, 'mongo' | 'log'>,
  auction: Auction,
  by: string,
  sets: { id: string; players: string[] }[],
  rule: ArrangeRule,
): Promise<void> => {
  // Names of new sets first, so that no room shows a set without one.
  const known = new Set(auction.setNames.map(({ id }) => id))
  for (const set of namesMadeBy(rule))
    if (!known.has(set.id) && sets.some(({ id }) => id === set.id)) await nameSet(mongo, auction.id, set)
  await command(log, auction, by, `arrange-${newId()}`, { type: 'ArrangePool', sets })
  const seed = rule.by === 'shuffle' ? rule.seed : null
  await noteArranged(mongo, auction.id, { rule: rule.by, seed, atMs: Date.now() })
}

const ROLES = ['Batter', 'Bowler', 'All-rounder', 'Wicket-keeper', '']

/** Sets that a rule makes, and no list names. */
const namesMadeBy = (rule: ArrangeRule) => {
  if (rule.by === 'role') return ROLES.map(setForRole).map((name) => ({ id: setIdOf(name), name }))
  return rule.by === 'shuffle' && rule.whole ? [WHOLE_POOL] : []
}

const shown = (
  auction: Auction,
  state: AuctionState,
  named: readonly AuctionPlayer[],
  sets: { id: string; players: string[] }[],
  rule: ArrangeRule,
  applied: boolean,
): ArrangedPool => {
  const names = namesOfSets(named, [...namesMadeBy(rule), ...auction.setNames])
  const nameOf = new Map(named.map(({ playerId, name }) => [playerId, name]))
  const places = (order: readonly { id: string; players: readonly string[] }[]) =>
    order.flatMap(({ id, players }) => players.map((player) => `${player} ${id}`))
  const before = places(state.sets)
  const after = places(sets)
  return {
    sets: sets.map(({ id, players }) => ({
      id,
      name: names.get(id) ?? id,
      players: players.map((playerId) => ({ playerId, name: nameOf.get(playerId) ?? playerId })),
    })),
    seed: rule.by === 'shuffle' ? rule.seed : null,
    moved: after.filter((place, index) => before[index] !== place).length,
    applied,
  }
}
