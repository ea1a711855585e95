export {
  type AccountInput,
  accountInput,
  actorOf,
  promoteAdmin,
  type RegisterResult,
  registerAccount,
  verifyCredentials,
} from './accounts.ts'
export { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from './password.ts'
export { ACTIONS, type Action, type Actor, can, GUEST, NOTHING, OPERATOR, type Subject } from './policy.ts'
export {
  ACCESS_TOKEN_TTL_MS,
  type AccessTokens,
  createAccessTokens,
  isOperatorToken,
  type SignedInActor,
} from './tokens.ts'
