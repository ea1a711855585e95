import { z } from 'zod'

/** What somebody had typed when it was last kept. Fields of another form, or of an earlier one, are told by their names. */
export type Draft = { keptAtMs: number; typed: Readonly<Record<string, unknown>> }

const stored = z.object({ keptAtMs: z.number(), typed: z.record(z.string(), z.unknown()) })

/** A date of birth is not left lying about on a device for longer than somebody may come back to it. */
const KEPT_MS = 30 * 24 * 60 * 60_000

/** Where a form's draft is kept: for this person, this event, this kind of entry. */
export const draftKey = (userId: string, slug: string, form: string): string => `gavel-entry-${userId}-${slug}-${form}`

/** The draft as this device kept it; null where there is none, or none that can be read, or too old a one. */
export function storedDraft(text: string | null, nowMs: number): Draft | null {
  try {
    const draft = stored.parse(JSON.parse(text ?? 'null'))
    return nowMs - draft.keptAtMs < KEPT_MS ? draft : null
  } catch {
    return null
  }
}

/** A form's values with what the draft has of them: only fields that the form still has, and only text where it holds text. */
export function withDraft<T extends object>(values: T, typed: Readonly<Record<string, unknown>>): T {
  const restored = Object.entries(values).map(([name, value]: [string, unknown]) => {
    const kept = Object.hasOwn(typed, name) ? typed[name] : undefined
    if (isRecord(value)) return [name, isRecord(kept) ? withDraft(value, kept) : value]
    return [name, typeof kept === typeof value ? kept : value]
  })
  return { ...values, ...Object.fromEntries(restored) }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
