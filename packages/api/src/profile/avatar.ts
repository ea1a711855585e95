import { setAvatar as storeAvatar } from '@gavel/db'
import type { Square } from '@gavel/media'
import { z } from 'zod'
import type { Context } from '../context.ts'
import { AppError } from '../errors.ts'
import { pictureIn, type Upload } from '../media/photos.ts'
import { dropPicture, keepPicture, keyOf, pictureUrl } from '../media/pictures.ts'
import { signedInProcedure } from '../trpc.ts'

const share = z.coerce.number().min(0).max(1)
/** The part of a picture that an avatar is of, as an address carries it: shares of the upright picture. */
export const squareInput = z.object({ x: share, y: share, side: share.refine((side) => side > 0) }).strict()

/**
 * Gives the caller another picture: a square of the file, the middle where none is named.
 * @throws AppError AUTH.SIGN_IN_FIRST, AUTH.FORBIDDEN to bots and the operator, LIMIT.TOO_MANY, MEDIA.REFUSED, MEDIA.TOO_LARGE
 */
export const setAvatar = async (
  { services, actor }: Context,
  upload: Upload,
  square?: Square,
): Promise<{ avatarUrl: string }> => {
  const { userId } = actor
  if (userId === null) throw new AppError('AUTH.SIGN_IN_FIRST')
  if (actor.bot || actor.operator) throw new AppError('AUTH.FORBIDDEN')
  await services.limits.take('avatarByUser', userId)
  const bytes = await pictureIn(upload)
  const avatarUrl = await keepPicture(
    services,
    bytes,
    'avatar',
    async (url) => {
      const stored = await storeAvatar(services.postgres, userId, keyOf(url))
      if (!stored) throw new AppError('AUTH.SIGN_IN_FIRST')
      return stored.before && pictureUrl(stored.before)
    },
    square,
  )
  return { avatarUrl }
}

/** Takes the caller's picture away; repeating it is harmless. */
export const removeAvatar = signedInProcedure.mutation(async ({ ctx: { services, userId } }): Promise<void> => {
  const stored = await storeAvatar(services.postgres, userId, null)
  if (stored?.before) await dropPicture(services, pictureUrl(stored.before))
})
