import {
  type Account,
  insertPasskey,
  notePasskeyUse,
  type Postgres,
  passkeyById,
  passkeysOf,
  userById,
} from '@gavel/db'
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { z } from 'zod'

export type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON }

/** Whom passkeys are for: the site's name, and the origins at which it is opened. */
export type RelyingParty = { id: string; origins: string[] }

const NAME = 'Gavel'
/** Browsers ask for a finger, a face or a PIN: with the key itself these are two factors. */
const VERIFIED = 'required'
const NO_EXTENSIONS = { clientExtensionResults: {} }
const MAX_TEXT = 20_000
/** Ed25519, ES256 and RS256: every device has one of them. */
const ALGORITHMS = [-8, -7, -257]

/**
 * The site of this address as browsers let it have passkeys: a name over https, or this machine's own. Null where they do not, as by an IP
 * address or over plain http.
 * @param origins every origin at which the site is opened
 */
export const relyingParty = (webUrl: string, origins: readonly string[]): RelyingParty | null => {
  const { hostname: id, protocol } = new URL(webUrl)
  const named = !/^[\d.]+$|:/.test(id)
  if (!named || (protocol !== 'https:' && id !== 'localhost')) return null
  return { id, origins: origins.filter((origin) => new URL(origin).hostname === id) }
}

const text = z.string().max(MAX_TEXT)
// What extensions answered is left out: none are asked for.
const base = { id: text, rawId: text, type: z.literal('public-key') }
const transports = z.array(z.string().max(40)).max(10)

/** What a browser answers when it made a passkey. What is in it is checked with the signature. */
export const registrationAnswer = z.object({
  ...base,
  response: z.object({ clientDataJSON: text, attestationObject: text, transports: transports.optional() }),
})
/** What a browser answers when it signed with a passkey. */
export const assertionAnswer = z.object({
  ...base,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: text.optional(),
  }),
})
export type RegistrationAnswer = z.infer<typeof registrationAnswer>
export type AssertionAnswer = z.infer<typeof assertionAnswer>

/** What a browser is asked in order to make a passkey for this account. */
export const askForNewPasskey = async (
  postgres: Postgres,
  party: RelyingParty,
  { id, email, name }: Pick<Account, 'id' | 'email' | 'name'>,
): Promise<PublicKeyCredentialCreationOptionsJSON> =>
  generateRegistrationOptions({
    rpName: NAME,
    rpID: party.id,
    userID: new TextEncoder().encode(id),
    userName: email,
    userDisplayName: name,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    // A device that has one already says so in place of making a second one.
    excludeCredentials: (await passkeysOf(postgres, id)).map(({ id: key, transports: by }) => ({
      id: key,
      transports: by,
    })),
    authenticatorSelection: { residentKey: 'required', userVerification: VERIFIED },
  })

/** Keeps the passkey that a browser made. `refused`: it does not answer this challenge, of this site, by a verified person. */
export const keepPasskey = async (
  postgres: Postgres,
  party: RelyingParty,
  { userId, challenge, answer, name }: { userId: string; challenge: string; answer: RegistrationAnswer; name: string },
): Promise<'kept' | 'known' | 'full' | 'refused'> => {
  const verified = await verifyRegistrationResponse({
    response: { ...answer, ...NO_EXTENSIONS } as RegistrationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: party.origins,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null)
  if (!verified?.verified) return 'refused'
  const { credential, credentialBackedUp } = verified.registrationInfo
  return insertPasskey(postgres, {
    id: credential.id,
    userId,
    publicKey: credential.publicKey,
    counter: credential.counter,
    transports: answer.response.transports ?? [],
    backedUp: credentialBackedUp,
    name,
  })
}

/** What a browser is asked in order to sign with a passkey: of this account's, or whichever the person chooses. */
export const askForPasskey = async (
  postgres: Postgres,
  party: RelyingParty,
  userId: string | null = null,
): Promise<PublicKeyCredentialRequestOptionsJSON> => {
  const own = userId === null ? [] : await passkeysOf(postgres, userId)
  return generateAuthenticationOptions({
    rpID: party.id,
    userVerification: VERIFIED,
    ...(userId !== null && { allowCredentials: own.map(({ id, transports: by }) => ({ id, transports: by })) }),
  })
}

/**
 * The account whose passkey signed this challenge, for this site, with its person verified; null otherwise.
 * A signature that the device has counted before, as a copied key would make, is refused.
 */
export const accountOfPasskey = async (
  postgres: Postgres,
  party: RelyingParty,
  { challenge, answer }: { challenge: string; answer: AssertionAnswer },
): Promise<Account | null> => {
  const passkey = await passkeyById(postgres, answer.id)
  if (!passkey) return null
  const verified = await verifyAuthenticationResponse({
    response: { ...answer, ...NO_EXTENSIONS } as AuthenticationResponseJSON,
    expectedChallenge: challenge,
    expectedOrigin: party.origins,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: passkey.id,
      publicKey: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
    },
  }).catch(() => null)
  if (!verified?.verified) return null
  const { newCounter: counter, credentialBackedUp: backedUp } = verified.authenticationInfo
  if (!(await notePasskeyUse(postgres, { id: passkey.id, counter, backedUp }))) return null
  return userById(postgres, passkey.userId)
}
