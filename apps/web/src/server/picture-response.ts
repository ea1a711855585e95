/** A year: a key is the hash of what it names, which therefore never changes. */
const FOREVER = 'public, max-age=31536000, immutable'

/** A kept picture as a response, under headers that let no browser take it for anything else (PHOTO-7); 404 where there is none. */
export const pictureResponse = (picture: Uint8Array<ArrayBuffer> | null): Response =>
  picture
    ? new Response(picture, {
        headers: {
          'content-type': 'image/webp',
          'content-length': String(picture.length),
          'cache-control': FOREVER,
          'x-content-type-options': 'nosniff',
          'content-security-policy': "default-src 'none'; sandbox",
          'cross-origin-resource-policy': 'same-origin',
        },
      })
    : Response.json(
        { error: { code: 'NOT_FOUND', message: 'There is no such picture.' } },
        { status: 404, headers: { 'cache-control': 'no-store' } },
      )
