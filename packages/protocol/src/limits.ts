/** The largest message a client may send. The largest lawful one, 500 recalled ids, is below 25 kB; more closes the socket (1009). */
export const MAX_MESSAGE_BYTES = 32_768
/** The WebSocket close code of a message above {@link MAX_MESSAGE_BYTES} (RFC 6455): the transport refuses it before it is read. */
export const CLOSED_TOO_BIG = 1009
/** Messages a socket may send: a person taps a few times a second, a rehearsal bot a few hundred. More are answered TOO_MANY. */
export const MESSAGES_PER_SECOND = 50
/** What a bot of a rehearsal may send instead: its token says so. */
export const BOT_MESSAGES_PER_SECOND = 2_000
/** After so many refusals TOO_MANY, without a second between that has none, the socket is closed. */
export const FLOOD_LIMIT = 5_000
/** The public's later entries within this time share a frame. */
export const PUBLIC_FRAME_MS = 50
/** A reader further behind than this is dropped, and resumes by `join`. */
export const MAX_READER_BYTES = 256 * 1024
export const MAX_READER_PACKETS = 200
/** Entries an instance keeps per log for joins; a wider gap is answered by a snapshot. */
export const TAIL_ENTRIES = 1_000
/** Private maxima that one team may keep: a squad many times over. With the longest ids they stay below {@link MAX_MESSAGE_BYTES}. */
export const MAX_MAXIMA = 300
/** Reactions that one socket may send in a second; more are refused TOO_MANY. */
export const REACTIONS_PER_SECOND = 5
/** How many of the closest guesses are told to everybody. */
export const BEST_GUESSES = 10
