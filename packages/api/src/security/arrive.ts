import { type googlePerson, linkGoogle, type SignInOutcome, signInFromGoogle } from '@gavel/auth'
import type { LiveSession } from '@gavel/db'
import type { z } from 'zod'
import { type OwnerParts, tellOwner } from '../account/errands.ts'
import { admit } from '../auth/sign-in.ts'
import type { Services } from '../services.ts'

/**
 * What comes of somebody who comes back from Google. `linked`: with the account that is signed in here, as its owner asked; `taken`: that account,
 * or the one at Google, has another link; `unlinked`: an account has the address, and this is no proof that it is the person's own.
 */
export type GoogleArrival = SignInOutcome | { is: 'linked' | 'taken' | 'unlinked' }

/**
 * Signs somebody from Google in, or links the account that the browser is signed in to, where its owner asked for that by this very session.
 * @param session of the browser; null where nobody is signed in
 */
export const arriveFromGoogle = async (
  services: OwnerParts & Pick<Services, 'limits' | 'secrets' | 'challenges'>,
  person: z.infer<typeof googlePerson>,
  session: LiveSession | null,
): Promise<GoogleArrival> => {
  const { postgres, challenges } = services
  const asked = session && (await challenges.take('google-link', session.sid))
  if (session && asked?.userId === session.account.id) {
    const linked = await linkGoogle(postgres, session.account.id, person)
    if (linked === 'linked') await tellOwner(services, session.account, 'linked')
    return { is: linked }
  }
  const found = await signInFromGoogle(postgres, person)
  return found.outcome === 'unlinked' ? { is: 'unlinked' } : admit(services, found.account, 'first-factor')
}
