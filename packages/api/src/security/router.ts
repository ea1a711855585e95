import { router } from '../trpc.ts'
import { beginCodes, confirmCodes, newRecoveryCodes, stopCodes } from './codes.ts'
import { linkGoogle, unlinkGoogle } from './google.ts'
import { overview } from './overview.ts'
import { addPasskey, askNewPasskey, askOwnPasskey, askPasskey, removePasskey, renamePasskey } from './passkeys.ts'

/** How people sign in: passkeys, one-time codes, Google. */
export const securityRouter = router({
  overview,
  beginCodes,
  confirmCodes,
  newRecoveryCodes,
  stopCodes,
  askNewPasskey,
  addPasskey,
  renamePasskey,
  removePasskey,
  askPasskey,
  askOwnPasskey,
  linkGoogle,
  unlinkGoogle,
})
