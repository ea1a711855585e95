/** A file that cannot become a picture of Gavel. The message is one sentence for a person, and says what to do. */
export class MediaError extends Error {
  override name = 'MediaError'
}

/** Pictures cannot be kept. The message is one sentence for whoever runs Gavel: where, why, and which variable says so. */
export class MediaUnreachableError extends Error {
  override name = 'MediaUnreachableError'
}
