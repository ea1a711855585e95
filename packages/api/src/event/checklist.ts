import { type AuctionState, unknownNationality } from '@gavel/auction'
import type { Event } from '@gavel/db'

/** One thing to see to before the auction can start (`must`), or had better be seen to (`should`). */
export type ChecklistItem = {
  id: ChecklistId
  done: boolean
  need: 'must' | 'should'
  /** What it is about, in two to five words. */
  title: string
  /** How it stands, and what to do where it is not done: one or two sentences. */
  words: string
}

export type ChecklistId =
  | 'details'
  | 'rules'
  | 'teams'
  | 'paddles'
  | 'players'
  | 'enough-players'
  | 'nationalities'
  | 'auctioneer'
  | 'published'
  | 'rehearsed'

/** What the checklist looks at. */
export type ChecklistFacts = {
  event: Pick<Event, 'name' | 'startsAtMs' | 'venue' | 'status' | 'rulesSeenAtMs' | 'auctioneerIds' | 'rehearsedAtMs'>
  state: Pick<AuctionState, 'rules' | 'teams' | 'players' | 'paddles' | 'phase'>
  /** Names of teams by their ids. */
  teamNames: ReadonlyMap<string, string>
  nowMs: number
}

type Said = Pick<ChecklistItem, 'done' | 'need' | 'title' | 'words'>

/**
 * What is missing before an event's auction can start, in the order in which an organiser sees to it. Pure. `must` items are what the
 * auction cannot run without; the core itself asks for two teams alone (docs/spec/services.md, SETUP-1).
 */
export const checklist = (facts: ChecklistFacts): ChecklistItem[] =>
  (Object.keys(ITEMS) as ChecklistId[]).map((id) => ({ id, ...ITEMS[id](facts) }))

const MIN_TEAMS = 2

const ITEMS: Record<ChecklistId, (facts: ChecklistFacts) => Said> = {
  details: ({ event, state, nowMs }) => {
    const late = state.phase.is === 'scheduled' && event.startsAtMs < nowMs
    const missing = [...(event.venue === '' ? ['the venue'] : []), ...(late ? ['a start that is still to come'] : [])]
    return {
      done: missing.length === 0,
      need: 'should',
      title: 'Name, date and venue',
      words: missing.length === 0 ? 'They are set.' : `People will look for ${listed(missing)}.`,
    }
  },
  rules: ({ event, state: { rules } }) => ({
    done: event.rulesSeenAtMs !== null,
    need: 'should',
    title: 'Rules',
    words:
      event.rulesSeenAtMs !== null
        ? `${rules.name}, as you saved them.`
        : `${rules.name}: look at the ladder, the purse and the squad limits, and save them. They stay as they are once the auction has started.`,
  }),
  teams: ({ state }) => {
    const held = Object.keys(state.teams).length
    return {
      done: held >= MIN_TEAMS,
      need: 'must',
      title: 'Teams',
      words:
        held >= MIN_TEAMS
          ? `${held} teams take part.`
          : `An auction needs at least two teams; there ${held === 1 ? 'is one' : 'is none'}.`,
    }
  },
  paddles: ({ state, teamNames }) => {
    const bidding = new Set(Object.values(state.paddles))
    const without = Object.keys(state.teams).filter((team) => !bidding.has(team))
    const done = without.length === 0 && Object.keys(state.teams).length > 0
    return {
      done,
      // A hand raised in the hall can be entered by the auctioneer.
      need: 'should',
      title: 'A paddle for every team',
      words: done
        ? 'Every team has somebody who bids.'
        : without.length === 0
          ? 'Owners get a paddle with their team.'
          : `Nobody bids yet for ${listed(without.map((team) => teamNames.get(team) ?? 'a team'))}: invite an owner, or bid for them from the floor.`,
    }
  },
  players: ({ state }) => {
    const held = Object.keys(state.players).length
    return {
      done: held > 0,
      need: 'must',
      title: 'Players',
      words:
        held > 0
          ? `${counted(held, 'player')} in the pool.`
          : 'Import a list, add players by hand, or let them register.',
    }
  },
  'enough-players': ({ state }) => {
    const teams = Object.values(state.teams)
    const wanted = teams.reduce((sum, team) => sum + Math.max(0, state.rules.squad.min - team.squad.length), 0)
    const waiting = Object.values(state.players).filter(({ status }) => status.is === 'waiting').length
    const done = teams.length > 0 && waiting >= wanted && waiting > 0
    return {
      done,
      need: 'should',
      title: 'Enough players',
      words: done
        ? 'The pool can fill every squad.'
        : teams.length === 0
          ? 'This is known once there are teams.'
          : `The smallest squads need ${counted(wanted, 'player')}; ${waiting} ${waiting === 1 ? 'waits' : 'wait'} in the pool.`,
    }
  },
  nationalities: ({ state }) => {
    const unknown = unknownNationality(state).length
    const counts = state.rules.overseasMax !== null
    return {
      done: !counts || unknown === 0,
      need: 'should',
      title: 'Nationalities',
      words: !counts
        ? 'These rules do not limit overseas players.'
        : unknown === 0
          ? 'Every player’s nationality is known.'
          : `${counted(unknown, 'player')} of unknown nationality: they count against no overseas limit.`,
    }
  },
  auctioneer: ({ event }) => ({
    done: event.auctioneerIds.length > 0,
    need: 'must',
    title: 'An auctioneer',
    words:
      event.auctioneerIds.length > 0 ? 'Somebody holds the hammer.' : 'Appoint somebody, or invite them by a link.',
  }),
  published: ({ event }) => {
    const done = event.status !== 'draft'
    return {
      done,
      need: 'must',
      title: 'Published',
      words: done
        ? 'People can see the event.'
        : 'It is a draft, which its staff alone can see. Publish it when it is right.',
    }
  },
  rehearsed: ({ event }) => ({
    done: event.rehearsedAtMs !== null,
    need: 'should',
    title: 'A rehearsal',
    words:
      event.rehearsedAtMs !== null
        ? 'You have rehearsed it.'
        : 'Run the auction once against bots. Nothing of it stays.',
  }),
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

const listed = (words: readonly string[]): string =>
  new Intl.ListFormat('en', { style: 'long', type: 'conjunction' }).format(words)
