import { type Profile, profileById, userById } from '@gavel/db'
import { AppError } from '../errors.ts'
import { pictureUrl } from '../media/pictures.ts'
import type { Services } from '../services.ts'
import { signedInProcedure } from '../trpc.ts'
import { type Playing, playingOf } from './input.ts'

/** The caller's own profile, as the form shows it. `bio`: Markdown. `avatarUrl`: null where there is no picture. */
export type MyProfile = {
  userId: string
  name: string
  email: string
  bio: string
  avatarUrl: string | null
  playing: Playing
  /** Whether everybody may read the profile's page, or its owner alone. */
  public: boolean
}

export const avatarUrlOf = ({ avatar }: Pick<Profile, 'avatar'>): string | null => avatar && pictureUrl(avatar)

/** @throws AppError AUTH.SIGN_IN_FIRST where the account has gone meanwhile */
export const myProfile = async ({ postgres }: Pick<Services, 'postgres'>, userId: string): Promise<MyProfile> => {
  const [account, profile] = await Promise.all([userById(postgres, userId), profileById(postgres, userId)])
  if (!account) throw new AppError('AUTH.SIGN_IN_FIRST')
  // The account's name is the truth; the profile follows it a moment later.
  const { name, email } = account
  // A new account's profile may not have been delivered yet.
  const { bio, avatar, playing, public: shown } = profile ?? { bio: '', avatar: null, playing: {}, public: true }
  return {
    ...{ userId, name, email, bio, public: shown },
    avatarUrl: avatarUrlOf({ avatar }),
    playing: playingOf({ playing }),
  }
}

export const mine = signedInProcedure.query(({ ctx: { services, userId } }) => myProfile(services, userId))
