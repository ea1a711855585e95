/** The size of a picture as people see it, in any unit. */
export type Size = { width: number; height: number }

/** A square of a picture: its left and upper edge as shares of width and height, its side as a share of the shorter one. */
export type Square = { x: number; y: number; side: number }

/** The smallest part that may be chosen: less is a blur. */
const LEAST_SIDE = 0.2

/** How much of the picture's width and height a square's side is. */
function shares({ width, height }: Size, side: number): Size {
  const length = side * Math.min(width, height)
  return { width: length / width, height: length / height }
}

function within(size: Size, { x, y, side }: Square): Square {
  const part = shares(size, side)
  return { side, x: clamp(x, 1 - part.width), y: clamp(y, 1 - part.height) }
}

const clamp = (value: number, most: number) => Math.max(0, Math.min(most, value))

/** The largest square: in the middle, a little above it in a portrait, where faces are. */
export function firstSquare(size: Size): Square {
  const part = shares(size, 1)
  return { side: 1, x: (1 - part.width) / 2, y: (1 - part.height) / 3 }
}

/** The square moved by so many of its own sides, as far as the picture goes. */
export function moved(size: Size, square: Square, { right, down }: { right: number; down: number }): Square {
  const part = shares(size, square.side)
  return within(size, { ...square, x: square.x + right * part.width, y: square.y + down * part.height })
}

/** The square with another side, around the same middle as far as the picture goes. */
export function resized(size: Size, square: Square, side: number): Square {
  const next = Math.max(LEAST_SIDE, Math.min(1, side))
  const [before, after] = [shares(size, square.side), shares(size, next)]
  return within(size, {
    side: next,
    x: square.x + (before.width - after.width) / 2,
    y: square.y + (before.height - after.height) / 2,
  })
}

/** How a picture is laid behind a frame so that the frame shows the square: sizes and places in percent of the frame. */
export function laidBehind(size: Size, square: Square): { width: number; height: number; left: number; top: number } {
  const part = shares(size, square.side)
  return {
    width: 100 / part.width,
    height: 100 / part.height,
    left: (-100 * square.x) / part.width,
    top: (-100 * square.y) / part.height,
  }
}
