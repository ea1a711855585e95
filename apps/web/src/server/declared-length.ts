/**
 * Whether a request says that its body is longer than `maxBytes`, or says nothing of its length: for what reads bodies by itself and cannot be
 * stopped on the way. Node holds a body to the length that it declares.
 */
export const isTooLong = (headers: Headers, maxBytes: number): boolean => {
  const length = headers.get('content-length')
  // A body without a length comes in chunks, and has no end that could be checked before it is read.
  return length === null ? headers.has('transfer-encoding') : !(Number(length) <= maxBytes)
}
