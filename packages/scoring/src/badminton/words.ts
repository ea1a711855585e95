/** The sentence of each objection. */
export const BADMINTON_WORDS = {
  AFTER_END: 'The match has ended.',
  GAME_NOT_STARTED: 'Say first who serves and who receives in this game.',
  GAME_UNDER_WAY: 'The game has begun already.',
  GAME_LEVEL: 'The game is level: nobody can have won it.',
  GAME_NOT_WON: 'Nobody has won this game yet.',
  SAME_SIDE: 'Server and receiver stand on opposite sides.',
  UNKNOWN_PLAYER: 'That player does not play in this match.',
  WRONG_SERVER: 'It is not their turn to serve.',
} as const
