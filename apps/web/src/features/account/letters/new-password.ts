import { z } from 'zod'

/** How long a password is, as the server says. */
export type PasswordLength = { min: number; max: number }

/** A new password in a form. What else is wrong with it is the server's to say, at its field. */
export const newPassword = ({ min, max }: PasswordLength) =>
  z
    .string()
    .min(min, `A password has at least ${min} characters.`)
    .max(max, `A password has at most ${max} characters.`)
