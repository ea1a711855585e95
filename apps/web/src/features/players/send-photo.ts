import type { PhotoReport } from '@gavel/api'

/** A photo that was not taken, in words for a person. */
export class PhotoRefused extends Error {
  override name = 'PhotoRefused'
}

const NO_ANSWER = 'The server did not answer. Check the network, then try again.'

const addressOf = (auctionId: string) => `/api/auctions/${encodeURIComponent(auctionId)}/photos`

/**
 * Gives a player a photo, and answers where it is shown from.
 * @throws PhotoRefused
 */
export async function sendPhoto(auctionId: string, photo: Blob, playerId: string): Promise<string> {
  const response = await fetch(`${addressOf(auctionId)}?player=${encodeURIComponent(playerId)}`, {
    method: 'POST',
    // What it really is, the server finds out; a blob out of a zip has no type.
    headers: { 'content-type': photo.type.startsWith('image/') ? photo.type : 'application/octet-stream' },
    body: photo,
  }).catch(() => null)
  const body: unknown = await response?.json().catch(() => null)
  if (!response?.ok) throw new PhotoRefused(wordsOf(body) ?? NO_ANSWER)
  return (body as { photoUrl: string }).photoUrl
}

/**
 * Sends a zip of photos named after their players. `onSent` is told how much of it, from 0 to 1, is on the server.
 * @throws PhotoRefused
 */
export function sendZip(auctionId: string, zip: Blob, onSent: (share: number) => void): Promise<PhotoReport> {
  return new Promise((resolve, reject) => {
    // `fetch` says nothing of what it has sent, and a zip of a league takes minutes on a slow line.
    const request = new XMLHttpRequest()
    request.open('POST', addressOf(auctionId))
    request.setRequestHeader('content-type', 'application/zip')
    request.responseType = 'json'
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0)
    request.onerror = () => reject(new PhotoRefused(NO_ANSWER))
    request.onload = () => {
      if (request.status < 300) resolve(request.response as PhotoReport)
      else reject(new PhotoRefused(wordsOf(request.response) ?? NO_ANSWER))
    }
    request.send(zip)
  })
}

function wordsOf(body: unknown): string | null {
  if (typeof body !== 'object' || body === null || !('error' in body)) return null
  const { error } = body
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string'
    ? error.message
    : null
}
