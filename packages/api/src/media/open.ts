import type { Env } from '@gavel/config'
import { type MediaStore, openMediaStore } from '@gavel/media'

export { MediaUnreachableError } from '@gavel/media'

/** What says where pictures are kept. */
export type MediaPlace = Pick<
  Env,
  'mediaDir' | 's3Bucket' | 's3Region' | 's3Endpoint' | 's3AccessKeyId' | 's3SecretAccessKey'
>

/** Where this installation keeps its pictures: in the bucket that is named, in the folder otherwise. */
export const openMedia = (env: MediaPlace): MediaStore =>
  openMediaStore({
    folder: env.mediaDir,
    bucket:
      env.s3Bucket === undefined
        ? null
        : {
            name: env.s3Bucket,
            region: env.s3Region,
            endpoint: env.s3Endpoint,
            keys:
              env.s3AccessKeyId !== undefined && env.s3SecretAccessKey !== undefined
                ? { id: env.s3AccessKeyId, secret: env.s3SecretAccessKey }
                : undefined,
          },
  })

/** The variables of {@link MediaPlace}, as `loadEnvPart` knows them. */
export const MEDIA_PLACE = [
  'mediaDir',
  's3Bucket',
  's3Region',
  's3Endpoint',
  's3AccessKeyId',
  's3SecretAccessKey',
] as const satisfies (keyof MediaPlace)[]
