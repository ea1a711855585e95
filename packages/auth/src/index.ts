export {
  type AccountInput,
  accountInput,
  actorOf,
  changePassword,
  type EventCreation,
  passwordFits,
  promoteAdmin,
  type RegisterResult,
  registerAccount,
  verifyCredentials,
} from './accounts/accounts.ts'
export { makeWaitingAccount, newMailLink, readMailLink, takeMailLink } from './accounts/mail-links.ts'
export { personName } from './accounts/person-name.ts'
export {
  type AssertionAnswer,
  accountOfPasskey,
  askForNewPasskey,
  askForPasskey,
  assertionAnswer,
  keepPasskey,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationAnswer,
  type RelyingParty,
  registrationAnswer,
  relyingParty,
} from './factors/passkeys.ts'
export { endCodes, MAX_CODE_LENGTH, needsCode, renewRecoveryCodes, takeCode } from './factors/second-factors.ts'
export { beginTotp, finishTotp, type NewTotp } from './factors/totp.ts'
export { GOOGLE, type GoogleSignIn, googlePerson, linkGoogle, signInFromGoogle } from './google/google.ts'
export {
  hashPassword,
  MAX_PASSWORD_LENGTH,
  MIN_PASSWORD_LENGTH,
  PasswordsBusyError,
  verifyPassword,
} from './passwords/password.ts'
export { passwordFault } from './passwords/password-rules.ts'
export { onceIn } from './policy/once.ts'
export {
  ACTIONS,
  type Action,
  type Actor,
  can,
  delayFor,
  GUEST,
  NOTHING,
  OPERATOR,
  type Subject,
  seesPool,
  subjectOf,
} from './policy/policy.ts'
export { deviceOf } from './sessions/device.ts'
export { hearReach, type IdentityNews, openReach, type Reach } from './sessions/reach.ts'
export { exchangeToken, issueRefreshToken } from './sessions/refresh.ts'
export {
  endSession,
  endSessions,
  isProved,
  liveSession,
  markProved,
  type SessionStores,
  SignInOverError,
  startSession,
  type Visitor,
} from './sessions/sessions.ts'
export { afterFirstFactor, afterSecondFactor, halfWayIn } from './sign-in/half-way.ts'
export { refusalWord, type SignInOutcome, type SignInRefusal, waitWords } from './sign-in/sign-in.ts'
export { type SealPurpose, seal, unseal } from './tokens/seal.ts'
export {
  ACCESS_TOKEN_TTL_MS,
  type AccessTokens,
  isOperatorToken,
  openAccessTokens,
  type SignedInActor,
} from './tokens/tokens.ts'
