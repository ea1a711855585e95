import type { EventSetup } from '@gavel/api'
import { RULE_SETS } from '@gavel/auction'
import { localFromMoment } from '../../events/when.ts'
import { DeskTitle } from '../desk/desk-title.tsx'
import type { DetailsInput } from '../event-fields.ts'
import { rulesInput } from '../rules/rules-schema.ts'
import { timeZones } from '../time-zones.ts'
import { DetailsForm } from './details-form.tsx'

/** Everything about an event that its organiser writes. */
export function DetailsPage({ setup }: { setup: EventSetup }) {
  const { event, rules, phase } = setup
  const zones = timeZones()
  return (
    <>
      <DeskTitle
        title="Details"
        words="What people read, who may come and who may look, and the rules of the auction."
      />
      <DetailsForm
        slug={event.slug}
        currency={event.currency}
        saved={shownIn(setup)}
        taken={event.taken}
        ruleSets={RULE_SETS}
        timeZones={zones.includes(event.timeZone) ? zones : [event.timeZone, ...zones]}
        rulesSeen={event.rulesSeenAtMs !== null}
        fixed={
          phase === null || phase === 'scheduled'
            ? null
            : {
                rules,
                why: 'The auction has started: bids were made under these rules, so they stay as they are. Texts, times and what is public can still be changed.',
              }
        }
        over={event.status === 'cancelled' ? 'This event is cancelled: it cannot be changed any more.' : null}
      />
    </>
  )
}

function shownIn({ event, rules }: EventSetup): DetailsInput {
  const { startsAtMs, endsAtMs, timeZone, shows, delayMs, approval, capacity } = event
  return {
    name: event.name,
    startsAt: localFromMoment(startsAtMs, timeZone),
    endsAt: endsAtMs === null ? '' : localFromMoment(endsAtMs, timeZone),
    timeZone,
    venue: event.venue,
    description: event.description,
    nextSteps: event.nextSteps,
    players: String(capacity.players),
    places: String(capacity.teams),
    ...shows,
    delaySeconds: String(delayMs / 1_000),
    approvePlayers: approval.players,
    approveOwners: approval.owners,
    ...rulesInput(rules),
  }
}
