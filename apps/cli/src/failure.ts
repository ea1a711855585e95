import { PlayerListError } from '@gavel/player-list'
import { TRPCClientError } from '@trpc/client'

/** A command cannot be done; the message is one sentence that says what to do. */
export class Failure extends Error {
  override name = 'Failure'
}

/** What went wrong, as one sentence for a person at a terminal. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Failure || error instanceof PlayerListError) return error.message
  if (error instanceof TRPCClientError) {
    const issues: Record<string, string[]> | null = error.data?.issues ?? null
    if (issues) {
      const said = Object.entries(issues).map(([field, words]) => `${field}: ${words.join(', ').replace(/\.$/, '')}`)
      if (said.length > 0) return `Gavel did not understand ${said.join('; ')}.`
    }
    if (error.cause && !error.data)
      return `Gavel does not answer (${causeOf(error.cause)}): is it running? Start it with npm start.`
    return oneLine(error.message)
  }
  if (error instanceof TypeError && error.message === 'fetch failed')
    return `Gavel does not answer (${causeOf(error)}): is it running? Start it with npm start.`
  return oneLine(error instanceof Error ? error.message : String(error))
}

function causeOf(error: unknown): string {
  const inner = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (inner instanceof Error)
    return 'code' in inner && typeof inner.code === 'string' ? inner.code : oneLine(inner.message)
  return 'no answer'
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}
