import type { CricketScore, Innings } from '@gavel/scoring'

/** Why an innings that did not end by our rules is over: nobody is left to bat, or it was cut short. */
export function whyClosed(innings: Innings, { rules }: CricketScore): 'all out' | 'closed' {
  const hurt = innings.batters.filter(({ status }) => status.is === 'retired').length
  return innings.wickets + innings.absent.length + hurt >= rules.players - 1 ? 'all out' : 'closed'
}
