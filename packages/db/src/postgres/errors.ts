const UNIQUE_VIOLATION = 'P2002'

/** Whether a write failed because a unique index already holds that value. */
export const isUniqueViolation = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === UNIQUE_VIOLATION
