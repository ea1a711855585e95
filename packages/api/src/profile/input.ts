import { personName } from '@gavel/auth'
import type { Profile } from '@gavel/db'
import { z } from 'zod'

/** Longer than anybody reads. */
const MAX_BIO = 4_000

/** Text of several lines without the controls that no keyboard writes and no store likes. */
const lines = (max: number) =>
  z
    .string()
    .max(2 * max)
    .transform((text) =>
      text
        .replace(/\r\n?/g, '\n')
        .replace(/[^\P{Cc}\n\t]/gu, '')
        .trim(),
    )
    .pipe(z.string().max(max, { error: `This may have at most ${max.toLocaleString('en')} characters.` }))

const line = (max: number) =>
  z
    .string()
    .trim()
    .max(max, { error: `This may have at most ${max} characters.` })
    .regex(/^\P{Cc}*$/u, { error: 'This is one line without control characters.' })

const BATTING = ['right', 'left'] as const
const BOWLING = [
  'right-fast',
  'right-medium',
  'right-off-spin',
  'right-leg-spin',
  'left-fast',
  'left-medium',
  'left-orthodox',
  'left-wrist-spin',
] as const

/** How somebody plays. Empty texts and nulls: nothing was said. */
const playing = z.strictObject({
  /** In words, such as `Wicket-keeper` or `Setter`: sports differ. */
  role: line(60).default(''),
  country: line(60).default(''),
  batting: z.enum(BATTING).nullable().default(null),
  bowling: z.enum(BOWLING).nullable().default(null),
})
export type Playing = z.infer<typeof playing>

/** What a person says in the profile. */
export const profileInput = z.strictObject({
  name: personName,
  /** Markdown. */
  bio: lines(MAX_BIO),
  public: z.boolean(),
  playing,
})

/** How somebody plays, as it is stored; what an older form wrote and this one does not know is left out. */
export const playingOf = ({ playing: stored }: Pick<Profile, 'playing'>): Playing => {
  const known = z.object(playing.shape).safeParse(stored)
  return known.success ? known.data : playing.parse({})
}
