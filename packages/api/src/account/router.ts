import { router } from '../trpc.ts'
import { askToConfirm, changeEmail, requestReset } from './asked-letters.ts'
import { changePassword } from './change-password.ts'
import { confirmEmail, link, reset, verify } from './links.ts'

/** An account's password and address. */
export const accountRouter = router({
  link,
  verify,
  requestReset,
  reset,
  changePassword,
  changeEmail,
  askToConfirm,
  confirmEmail,
})
