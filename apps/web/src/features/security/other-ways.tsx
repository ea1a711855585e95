'use client'

import { GoogleButton } from './google-button.tsx'
import { PasskeySignIn } from './passkey-sign-in.tsx'

type OtherWaysProps = { google: boolean; passkeys: boolean; next: string }

/** The ways to sign in beside the password; nothing where there is none. */
export function OtherWays({ google, passkeys, next }: OtherWaysProps) {
  if (!google && !passkeys) return null
  return (
    <div className="grid gap-3">
      <p className="flex items-center gap-3 text-sm text-muted before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        or
      </p>
      {passkeys ? <PasskeySignIn next={next} /> : null}
      {google ? <GoogleButton words="Continue with Google" next={next} /> : null}
    </div>
  )
}
