import type { SecurityOverview } from '@gavel/api'
import { ErrorState } from '@gavel/ui'
import { CircleCheck } from 'lucide-react'
import type { PasswordLength } from '../account/letters/new-password.ts'
import { AddressSection } from './address-section.tsx'
import { CodesSection } from './codes-section.tsx'
import { GoogleSection } from './google-section.tsx'
import { PasskeysSection } from './passkeys-section.tsx'
import { PasswordSection } from './password-section.tsx'
import { Proving } from './proving.tsx'

type SecurityPageProps = {
  overview: SecurityOverview
  /** What came of linking Google, for who has just come back from there. */
  cameBack: 'linked' | 'taken' | null
  /** Whether Gavel writes letters, and where they are read if they stay on this machine. */
  letterPlace: { letters: boolean; inboxUrl: string | null }
  passwordLength: PasswordLength
  /** This device in words: what a new passkey is called at first. */
  device: string
}

/** How one signs in, and what could be added. */
export function SecurityPage({ overview, cameBack, letterPlace, passwordLength, device }: SecurityPageProps) {
  const { email, verified, password, google, passkeys, codes, recoveryCodesLeft, offers } = overview
  return (
    <Proving ways={{ password, codes, passkey: passkeys.length > 0 && offers.passkeys }}>
      {cameBack === 'linked' && google ? (
        <p role="status" className="flex items-start gap-3 rounded-card border border-good bg-raised px-5 py-4">
          <CircleCheck aria-hidden className="mt-0.5 size-5 shrink-0 text-good" />
          <span>Google is linked: you can sign in with {google.email} from now on.</span>
        </p>
      ) : null}
      {cameBack === 'taken' ? (
        <ErrorState
          title="Google was not linked"
          words="That account at Google signs in to another account here, or yours has a link already. Nothing was changed."
        />
      ) : null}
      <AddressSection {...letterPlace} email={email} verified={verified} />
      <PasswordSection email={email} has={password} length={passwordLength} />
      <PasskeysSection passkeys={passkeys} device={device} offered={offers.passkeys} />
      <CodesSection codes={codes} recoveryCodesLeft={recoveryCodesLeft} />
      {google || offers.google ? <GoogleSection google={google} /> : null}
    </Proving>
  )
}
