import { deliverProfiles, renameAccount, saveProfile, userById } from '@gavel/db'
import { signedInProcedure } from '../trpc.ts'
import { profileInput } from './input.ts'
import { type MyProfile, myProfile } from './mine.ts'

/** Stores the caller's profile as the form has it. The name is the account's: everybody reads it from now on. Repeating it is harmless. */
export const save = signedInProcedure
  .input(profileInput)
  .mutation(async ({ ctx: { services, userId }, input: { name, ...said } }): Promise<MyProfile> => {
    const { postgres, limits } = services
    await limits.take('profileByUser', userId)
    const account = await userById(postgres, userId)
    if (account && account.name !== name) await renameAccount(postgres, userId, name)
    if (!(await saveProfile(postgres, userId, said))) {
      // The account is that new that its profile is still on its way.
      await deliverProfiles(postgres)
      await saveProfile(postgres, userId, said)
    }
    return myProfile(services, userId)
  })
