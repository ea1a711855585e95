import type { Bucket } from './bucket.ts'

/** What storages say, by their names for it, and what is to be done about it. */
const REASONS: readonly (readonly [RegExp, string])[] = [
  [/^(NoSuchBucket|NotFound|404)$/, 'there is no such bucket: make it, or name another one in S3_BUCKET'],
  [
    /^(InvalidAccessKeyId|SignatureDoesNotMatch|InvalidClientTokenId|UnrecognizedClientException|InvalidToken|ExpiredToken)$/,
    'it does not know these keys: look at S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY',
  ],
  [/^CredentialsProviderError$/, 'this machine has no keys for it: set S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY'],
  [
    /^(AccessDenied|AllAccessDisabled|Forbidden|403)$/,
    'the keys may not do what is needed: GetObject, PutObject, DeleteObject and ListBucket',
  ],
  [
    /^(PermanentRedirect|AuthorizationHeaderMalformed|IllegalLocationConstraintException|301|400)$/,
    'it is elsewhere: look at S3_REGION and S3_ENDPOINT',
  ],
  [/^(QuotaExceeded|XMinioStorageFull|InsufficientStorage|507)$/, 'it is full'],
]
const AWAY = 'it does not answer: look at S3_ENDPOINT, and whether it runs'

/** Why nothing can be kept in a bucket, as one sentence without its keys. */
export const whyNot = ({ name, region, endpoint }: Bucket, error: unknown): string => {
  const place = endpoint === undefined ? `of Amazon’s ${region}` : `at ${new URL(endpoint).origin}`
  const names = namesOf(error)
  const [, reason = AWAY] = REASONS.find(([pattern]) => names.some((one) => pattern.test(one))) ?? []
  return `Pictures cannot be kept in the bucket “${name}” ${place} (${names.at(0) ?? 'no answer'}): ${reason}.`
}

/** What an error is called: by the storage, by the network, and by its HTTP status. */
const namesOf = (error: unknown): string[] => {
  if (!(error instanceof Error)) return []
  const { code, $metadata } = error as { code?: unknown; $metadata?: { httpStatusCode?: number } }
  const status = $metadata?.httpStatusCode
  const names = [
    ...(typeof code === 'string' ? [code] : []),
    error.name,
    ...(status === undefined ? [] : [`${status}`]),
  ]
  return names.filter((one) => one !== 'Error' && one !== 'Unknown')
}
