import { placeText } from '@gavel/scoring'
import { Refused, shown } from './refused.ts'
import { lineAt } from './text.ts'

/** No format has half as many lists in each other, and the longest Test a tenth of so many. Millions keep the parser busy for many seconds. */
const MAX_DEPTH = 40
const MAX_LISTS = 500_000

/** Throws {@link Refused} where the text is no JSON, with the ball at which a cricket match breaks off. */
export function parsedJson(text: string): unknown {
  refuseLists(text)
  try {
    return JSON.parse(text)
  } catch (error) {
    const message = error instanceof Error ? error.message : 'not readable'
    const line = /\(line (\d+) column/.exec(message)?.[1] ?? lineAt(text, text.length)
    throw new Refused('NOT_JSON', ballAt(text) ?? `line ${line}`, {
      why: shown(message.replace(/ in JSON at .*$/s, '')),
    })
  }
}

/** Refuses more lists and objects than any match holds, before they are read. */
function refuseLists(text: string): void {
  let [depth, lists, inString] = [0, 0, false]
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (inString && sign === '\\') at += 1
    else if (sign === '"') inString = !inString
    else if (inString) continue
    else if (sign === ']' || sign === '}') depth -= 1
    else if (sign === '[' || sign === '{') {
      depth += 1
      lists += 1
      if (depth > MAX_DEPTH) throw new Refused('TOO_DEEP', placeAt(text, at), { max: MAX_DEPTH })
      if (lists > MAX_LISTS) throw new Refused('TOO_MANY', placeAt(text, at), { max: MAX_LISTS, what: 'lists' })
    }
  }
}

const placeAt = (text: string, at: number): string => ballAt(text.slice(0, at)) ?? `line ${lineAt(text, at)}`

/** The ball that a text which breaks off has come to; null where it holds no innings. */
function ballAt(text: string): string | null {
  const innings = [...text.matchAll(/"overs"\s*:\s*\[/g)]
  const last = innings.at(-1)
  if (!last) return null
  const rest = text.slice(last.index)
  const over = [...rest.matchAll(/"over"\s*:\s*(\d{1,4})/g)].at(-1)
  if (!over) return `innings ${innings.length}`
  const balls = [...rest.slice(over.index).matchAll(/"runs"\s*:\s*\{/g)].length
  return placeText(innings.length, Number(over[1]), Math.max(1, balls))
}
