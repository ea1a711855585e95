import {
  browserSupportsWebAuthn,
  type RegistrationResponseJSON,
  startAuthentication,
  startRegistration,
  WebAuthnError,
} from '@simplewebauthn/browser'

/** What a passkey's device said no with, in words for a person. */
export type PasskeyTrouble = 'cancelled' | 'known' | 'unsupported' | 'failed'

export const PASSKEY_TROUBLE: Record<PasskeyTrouble, string> = {
  cancelled: 'No passkey was used: it was cancelled, or took too long. Nothing was changed.',
  known: 'This device has a passkey for your account already.',
  unsupported: 'This browser has no passkeys.',
  failed: 'The passkey could not be used on this page. Nothing was changed.',
}

type Creation = Parameters<typeof startRegistration>[0]['optionsJSON']
type Request = Parameters<typeof startAuthentication>[0]['optionsJSON']
type Answer<T> = { ok: true; answer: T } | { ok: false; trouble: PasskeyTrouble }

/** Makes a passkey on this device. */
export const makePasskey = (optionsJSON: Creation): Promise<Answer<RegistrationResponseJSON>> =>
  asked(() => startRegistration({ optionsJSON }))

/** Has a passkey sign: one of those that are asked for, or whichever the person chooses. */
export const signWithPasskey = (optionsJSON: Request) => asked(() => startAuthentication({ optionsJSON }))

async function asked<T>(ask: () => Promise<T>): Promise<Answer<T>> {
  if (!browserSupportsWebAuthn()) return { ok: false, trouble: 'unsupported' }
  try {
    return { ok: true, answer: await ask() }
  } catch (error) {
    return { ok: false, trouble: troubleOf(error) }
  }
}

function troubleOf(error: unknown): PasskeyTrouble {
  if (error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'known'
  // Browsers do not tell apart who cancelled, who waited too long, and who has none.
  const name = error instanceof Error ? error.name : ''
  return name === 'NotAllowedError' || name === 'AbortError' ? 'cancelled' : 'failed'
}
