import {
  type AssertionAnswer,
  accountOfPasskey,
  askForNewPasskey,
  askForPasskey,
  assertionAnswer,
  keepPasskey,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  registrationAnswer,
  type SignInOutcome,
} from '@gavel/auth'
import { removeWayIn, renamePasskey as rename } from '@gavel/db'
import { z } from 'zod'
import { tellOwner } from '../account/errands.ts'
import { admit } from '../auth/sign-in.ts'
import { AppError } from '../errors.ts'
import type { Services } from '../services.ts'
import { openProcedure, provedProcedure, signedInProcedure } from '../trpc.ts'
import { partyOf, personOf } from './person.ts'

const challengeId = z.string().max(40)
const passkeyId = z.string().min(1).max(1_400)
const passkeyName = z
  .string()
  .trim()
  .min(1, { error: 'Say which device it is.' })
  .max(80, { error: 'A name may have at most 80 characters.' })

/** What a browser is to sign, and the id to answer by. */
export type PasskeyQuestion = { challengeId: string; options: PublicKeyCredentialRequestOptionsJSON }
/** What a browser signed. */
export const signedByPasskey = z.strictObject({ challengeId, answer: assertionAnswer })

/** What a browser is asked in order to make a passkey for the caller. */
export const askNewPasskey = provedProcedure.mutation(
  async ({
    ctx: { services, userId },
  }): Promise<{ challengeId: string; options: PublicKeyCredentialCreationOptionsJSON }> => {
    const options = await askForNewPasskey(services.postgres, partyOf(services), await personOf(services, userId))
    const id = await services.challenges.put('passkey-new', { userId, challenge: options.challenge })
    return { challengeId: id, options }
  },
)

/** Keeps the passkey that the browser has made. */
export const addPasskey = provedProcedure
  .input(z.strictObject({ challengeId, answer: registrationAnswer, name: passkeyName }))
  .mutation(async ({ ctx: { services, userId }, input: { challengeId: id, answer, name } }): Promise<void> => {
    const asked = await services.challenges.take('passkey-new', id)
    if (asked?.userId !== userId) throw new AppError('PASSKEY.REFUSED')
    const { challenge } = asked
    const kept = await keepPasskey(services.postgres, partyOf(services), { userId, challenge, answer, name })
    if (kept === 'known') throw new AppError('PASSKEY.KNOWN')
    if (kept === 'full') throw new AppError('PASSKEY.FULL')
    if (kept === 'refused') throw new AppError('PASSKEY.REFUSED')
    await tellOwner(services, await personOf(services, userId), 'passkey-added')
  })

/** Calls a passkey of the caller's something else. */
export const renamePasskey = signedInProcedure
  .input(z.strictObject({ id: passkeyId, name: passkeyName }))
  .mutation(async ({ ctx: { services, userId }, input: { id, name } }): Promise<void> => {
    if (!(await rename(services.postgres, userId, id, name))) throw new AppError('PASSKEY.NOT_FOUND')
  })

/** Signs in with this passkey no more. */
export const removePasskey = provedProcedure
  .input(z.strictObject({ id: passkeyId }))
  .mutation(async ({ ctx: { services, userId }, input: { id } }): Promise<void> => {
    const removed = await removeWayIn(services.postgres, userId, { passkey: id })
    if (removed === 'last') throw new AppError('SECURITY.LAST_WAY_IN')
    if (removed === 'none') throw new AppError('PASSKEY.NOT_FOUND')
    await tellOwner(services, await personOf(services, userId), 'passkey-removed')
  })

/** What a browser is asked in order to sign somebody in: with whichever passkey the person chooses. It tells nothing of any account. */
export const askPasskey = openProcedure.mutation(async ({ ctx: { services, address } }): Promise<PasskeyQuestion> => {
  await services.limits.take('signInByAddress', address)
  const options = await askForPasskey(services.postgres, partyOf(services))
  const id = await services.challenges.put('passkey-sign-in', { challenge: options.challenge })
  return { challengeId: id, options }
})

/** What a browser is asked so that whoever is signed in shows once more who it is. */
export const askOwnPasskey = signedInProcedure.mutation(
  async ({ ctx: { services, userId } }): Promise<PasskeyQuestion> => {
    const options = await askForPasskey(services.postgres, partyOf(services), userId)
    const id = await services.challenges.put('passkey-prove', { userId, challenge: options.challenge })
    return { challengeId: id, options }
  },
)

type Signed = { challengeId: string; answer: AssertionAnswer }
type Asked = Pick<Services, 'postgres' | 'challenges' | 'relyingParty'>

/** Signs in by a passkey alone: `wrong` where it signed something else, or too late, or is of nobody here. */
export const signInWithPasskey = async (
  services: Asked & Pick<Services, 'limits' | 'secrets'>,
  { challengeId: id, answer }: Signed,
): Promise<SignInOutcome> => {
  const asked = await services.challenges.take('passkey-sign-in', id)
  const signed = asked && { challenge: asked.challenge, answer }
  const account = signed && (await accountOfPasskey(services.postgres, partyOf(services), signed))
  return account ? admit(services, account, 'both-factors') : { is: 'wrong' }
}

/** Whether a passkey of this person's own signed what {@link askOwnPasskey} asked. */
export const passkeyProves = async (
  services: Asked,
  userId: string,
  { challengeId: id, answer }: Signed,
): Promise<boolean> => {
  const asked = await services.challenges.take('passkey-prove', id)
  if (asked?.userId !== userId) return false
  const { challenge } = asked
  const account = await accountOfPasskey(services.postgres, partyOf(services), { challenge, answer })
  return account?.id === userId
}
