import type { CreateRehearsalInput } from '@gavel/api'
import { ruleSet } from '@gavel/auction'
import type { CastPlayer } from './cast.ts'
import type { RehearsalPlan } from './plan.ts'

const MAX_LABEL = 60
const MAX_STATS = 60

/** What the server needs to make the rehearsal's event, pool, teams and bots. */
export function requestFor(name: string, plan: RehearsalPlan): CreateRehearsalInput {
  const { rules } = plan
  const original = ruleSet(rules.id)
  return {
    name: name.slice(0, 120),
    ruleSetId: rules.id,
    rules: {
      ...(original?.squad !== rules.squad ? { squad: rules.squad } : {}),
      ...(original?.overseasMax !== rules.overseasMax ? { overseasMax: rules.overseasMax } : {}),
      ...(original?.jumpGrid !== rules.jumpGrid ? { jumpGrid: rules.jumpGrid } : {}),
      ...(original?.retention !== rules.retention ? { retention: null } : {}),
      ...(original?.categories.length !== rules.categories.length ? { categories: [] } : {}),
      ...(rules.tieBreak === null ? { tieBreak: null } : {}),
    },
    teams: plan.teams.map(({ name, purse }) => ({ name, short: /^\w{1,6}$/.test(name) ? name : null, purse })),
    players: plan.players.map(playerRequest),
    retained: plan.retained,
  }
}

function playerRequest({ ref, listed, set, base }: CastPlayer): CreateRehearsalInput['players'][number] {
  const caps = listed.caps && (listed.caps.test ?? 0) + (listed.caps.odi ?? 0) + (listed.caps.t20 ?? 0)
  return {
    ref,
    name: listed.name,
    country: listed.country,
    overseas: listed.overseas,
    role: listed.role,
    age: listed.age,
    caps,
    capped: listed.capped,
    // No file says who matched a price: with a team of last season the room would ask it.
    formerTeam: null,
    set,
    base,
    stats: Object.fromEntries(
      Object.entries(listed.stats)
        .slice(0, MAX_STATS)
        .map(([label, value]) => [label.slice(0, MAX_LABEL), value]),
    ),
  }
}
