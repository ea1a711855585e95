import { type Consequence, type MatchState, matchRefusalWords, type Names } from '@gavel/scoring'

/** `Home`, and the like, in the figures of a sport are the names of the sides. */
const named = (text: string, names: Names): string =>
  text.replace(/\bhome\b/g, names.team('home')).replace(/\baway\b/g, names.team('away'))

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`

/** What a correction brings about, a line each: what changes first, then what no longer fits (PAD-10). */
export function consequenceWords({ sport }: MatchState, of: readonly Consequence[], names: Names): readonly string[] {
  const sentence = ({ code, where, detail }: Extract<Consequence, { objection: unknown }>['objection']) =>
    matchRefusalWords({ code, where, ...(detail && { detail }) }, sport, names.player)
  return of.map((one) => {
    switch (one.is) {
      case 'figure': {
        const whose = one.player === null ? '' : `, ${names.player(one.player)}`
        const [was, is] = [one.before, one.after].map((text) => (text === null ? 'nothing' : named(text, names)))
        return `${capital(one.of)}${whose}: ${was} → ${is}`
      }
      case 'objection':
        return `No longer fits. ${sentence(one.objection)}`
      case 'resolved':
        return `Fits again. ${sentence(one.objection)}`
      default:
        return one satisfies never
    }
  })
}
