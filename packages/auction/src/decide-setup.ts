// What organisers do to teams, rules and the pool. The order of the checks is part of the specification.
import { accept, type Decision, own, phaseRefusal, refuse } from './answers.ts'
import { type CommandOf, MAX_BATCH, MAX_POOL, MAX_TEAMS } from './commands.ts'
import { purchaseRefusal } from './limits.ts'
import { isAmount } from './money.ts'
import { heldIn } from './places.ts'
import { whyNotRemoved } from './removal.ts'
import { retentionDebit, retentionFits, retentionRefusal } from './retention.ts'
import type { RuleSet } from './rule-set.ts'
import type { AuctionState, Team } from './state.ts'

export function addTeam(state: AuctionState, c: CommandOf<'AddTeam'>): Decision {
  const phase = phaseRefusal(state, ['scheduled'])
  if (phase) return { refusal: phase }
  if (own(state.teams, c.team)) return refuse('DUPLICATE')
  if (!isAmount(c.purse)) return refuse('BAD_AMOUNT')
  if (Object.keys(state.teams).length >= MAX_TEAMS) return refuse('POOL_FULL', { max: MAX_TEAMS })
  return accept({ type: 'TeamAdded', team: c.team, purse: c.purse })
}

export function removeTeam(state: AuctionState, c: CommandOf<'RemoveTeam'>): Decision {
  const phase = phaseRefusal(state, ['scheduled'])
  if (phase) return { refusal: phase }
  const team = own(state.teams, c.team)
  if (!team) return refuse('UNKNOWN_TEAM')
  if (team.squad.length > 0) return refuse('TEAM_IN_USE')
  return accept({ type: 'TeamRemoved', team: c.team })
}

export function setPurse(state: AuctionState, c: CommandOf<'SetPurse'>): Decision {
  const phase = phaseRefusal(state, ['scheduled'])
  if (phase) return { refusal: phase }
  const team = own(state.teams, c.team)
  if (!team) return refuse('UNKNOWN_TEAM')
  if (!isAmount(c.purse) || c.purse < team.spent) return refuse('BAD_AMOUNT')
  return accept({ type: 'PurseSet', team: c.team, purse: c.purse })
}

export function changeRules(state: AuctionState, { rules }: CommandOf<'ChangeRules'>): Decision {
  const phase = phaseRefusal(state, ['scheduled'])
  if (phase) return { refusal: phase }
  if (!isAmount(rules.purse)) return refuse('BAD_AMOUNT')
  const teams = Object.values(state.teams)
  const priced = teams.length > 0 || Object.keys(state.players).length > 0
  if (priced && rules.currency !== state.rules.currency) return refuse('RULES_CLASH')
  if (!teams.every((team) => fitsRules(state, team, rules))) return refuse('RULES_CLASH')
  return accept({ type: 'RulesChanged', rules })
}

/** Whether what the team has retained stays lawful under other rules. */
function fitsRules(state: AuctionState, team: Team, rules: RuleSet): boolean {
  const purse = team.purse === state.rules.purse ? rules.purse : team.purse
  return (
    team.squad.length <= rules.squad.max &&
    (rules.overseasMax === null || team.overseas <= rules.overseasMax) &&
    rules.categories.every(({ id, max }) => max === null || heldIn(state, team, id) <= max) &&
    retentionFits(state, team, rules.retention) &&
    team.spent <= purse
  )
}

export function grantPaddle(state: AuctionState, c: CommandOf<'GrantPaddle'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  if (!own(state.teams, c.team)) return refuse('UNKNOWN_TEAM')
  if (own(state.paddles, c.user) === c.team) return refuse('DUPLICATE')
  return accept({ type: 'PaddleGranted', user: c.user, team: c.team })
}

export function addPlayers(state: AuctionState, c: CommandOf<'AddPlayers'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  if (c.players.length > MAX_BATCH) return refuse('POOL_FULL', { max: MAX_BATCH })
  if (Object.keys(state.players).length + c.players.length > MAX_POOL) return refuse('POOL_FULL', { max: MAX_POOL })
  const seen = new Set<string>()
  for (const p of c.players) {
    if (own(state.players, p.player) || seen.has(p.player)) return refuse('DUPLICATE')
    if (!isAmount(p.base)) return refuse('BAD_AMOUNT')
    seen.add(p.player)
  }
  return {
    entries: c.players.map((p) => ({
      type: 'PlayerAdded',
      player: p.player,
      base: p.base,
      set: p.set,
      overseas: p.overseas,
      ...(p.categories?.length ? { categories: [...p.categories] } : {}),
      ...(p.formerTeam ? { formerTeam: p.formerTeam } : {}),
    })),
  }
}

export function removePlayers(state: AuctionState, c: CommandOf<'RemovePlayers'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  if (c.players.length > MAX_BATCH) return refuse('POOL_FULL', { max: MAX_BATCH })
  const seen = new Set<string>()
  for (const id of c.players) {
    const player = own(state.players, id)
    if (!player) return refuse('UNKNOWN_PLAYER')
    if (whyNotRemoved(player) !== null || seen.has(id)) return refuse('NOT_AVAILABLE')
    seen.add(id)
  }
  return { entries: c.players.map((player) => ({ type: 'PlayerRemoved', player })) }
}

export function editPlayer(state: AuctionState, c: CommandOf<'EditPlayer'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  const player = own(state.players, c.player)
  if (!player) return refuse('UNKNOWN_PLAYER')
  if (player.status.is !== 'waiting' && player.status.is !== 'unsold') return refuse('NOT_AVAILABLE')
  if (!isAmount(c.base)) return refuse('BAD_AMOUNT')
  const { player: id, base, overseas, categories } = c
  return accept({
    ...{ type: 'PlayerEdited', player: id, base, overseas },
    ...(categories ? { categories: [...categories] } : {}),
  })
}

export function setFormerTeams(state: AuctionState, c: CommandOf<'SetFormerTeams'>): Decision {
  const phase = phaseRefusal(state, ['scheduled'])
  if (phase) return { refusal: phase }
  if (c.players.length > MAX_BATCH) return refuse('POOL_FULL', { max: MAX_BATCH })
  for (const { player, team } of c.players) {
    if (!own(state.players, player)) return refuse('UNKNOWN_PLAYER')
    if (team !== null && !own(state.teams, team)) return refuse('UNKNOWN_TEAM')
  }
  return { entries: c.players.map(({ player, team }) => ({ type: 'FormerTeamSet', player, team })) }
}

export function movePlayer(state: AuctionState, c: CommandOf<'MovePlayer'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  const player = own(state.players, c.player)
  if (!player) return refuse('UNKNOWN_PLAYER')
  if (player.status.is !== 'waiting') return refuse('NOT_AVAILABLE')
  const set = state.sets.find((s) => s.id === c.set)
  if (c.before !== null && (c.before === c.player || !set?.players.includes(c.before))) return refuse('UNKNOWN_PLAYER')
  return accept({ type: 'PlayerMoved', player: c.player, set: c.set, before: c.before })
}

export function moveSet(state: AuctionState, c: CommandOf<'MoveSet'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  const known = (id: string) => state.sets.some((s) => s.id === id)
  if (!known(c.set) || c.before === c.set || (c.before !== null && !known(c.before))) return refuse('UNKNOWN_SET')
  return accept({ type: 'SetMoved', set: c.set, before: c.before })
}

export function arrangePool(state: AuctionState, c: CommandOf<'ArrangePool'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  if (new Set(c.sets.map((set) => set.id)).size < c.sets.length) return refuse('DUPLICATE')
  const named = c.sets.flatMap((set) => set.players)
  const all = new Set(named)
  const same = all.size === named.length && all.size === Object.keys(state.players).length
  if (!same || !named.every((id) => own(state.players, id))) return refuse('POOL_CHANGED')
  return accept({ type: 'PoolArranged', sets: c.sets.map(({ id, players }) => ({ id, players: [...players] })) })
}

export function retainPlayer(state: AuctionState, c: CommandOf<'RetainPlayer'>): Decision {
  const phase = phaseRefusal(state, ['scheduled'])
  if (phase) return { refusal: phase }
  const player = own(state.players, c.player)
  if (!player) return refuse('UNKNOWN_PLAYER')
  const team = own(state.teams, c.team)
  if (!team) return refuse('UNKNOWN_TEAM')
  if (player.status.is !== 'waiting') return refuse('NOT_AVAILABLE')
  if (!isAmount(c.amount)) return refuse('BAD_AMOUNT')
  const debit = retentionDebit(state, team, player, c.amount)
  const refusal = retentionRefusal(state, team, player) ?? purchaseRefusal(state, team, player, debit)
  if (refusal) return { refusal }
  return accept({
    ...{ type: 'PlayerRetained', player: c.player, team: c.team, amount: c.amount },
    ...(debit === c.amount ? {} : { debit }),
  })
}

export function withdrawPlayer(state: AuctionState, c: CommandOf<'WithdrawPlayer'>): Decision {
  if (state.phase.is === 'ended') return refuse('ENDED')
  const player = own(state.players, c.player)
  if (!player) return refuse('UNKNOWN_PLAYER')
  if (player.status.is !== 'waiting' && player.status.is !== 'unsold') return refuse('NOT_AVAILABLE')
  return accept({
    ...{ type: 'PlayerWithdrawn', player: c.player },
    ...(c.why === 'ineligible' ? { ineligible: true } : {}),
  })
}
