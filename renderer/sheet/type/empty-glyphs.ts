const SIZE = 32
const CANVAS = 56

// Never assigned to anything, so no face draws them: what comes out is the empty box a missing character gets. Which face
// lends its box depends on the block, so there are several.
const UNASSIGNED = ['\u{10ffff}', '\u{10fffd}', '\u{2fffe}', '\u{3fffe}']

// Squares that are meant to be squares; in some faces they look like the box of a missing character.
const SQUARES = new Set(['□', '☐', '▢', '▯', '◻', '◽'])

/**
 * The characters no face draws, found by drawing them: the browser names a face for these too, so only the picture tells.
 * @example emptyGlyphs(['堃', '\ue000'], "'Noto Serif CJK SC', serif") // Set { '\ue000' }
 */
export function emptyGlyphs(characters: Iterable<string>, families: string): ReadonlySet<string> {
  const canvas = document.createElement('canvas')
  canvas.width = CANVAS
  canvas.height = CANVAS
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) return new Set()
  pen.font = `${String(SIZE)}px ${families}`
  const drawn = (character: string) => {
    pen.clearRect(0, 0, CANVAS, CANVAS)
    pen.fillText(character, CANVAS / 8, (CANVAS * 3) / 4)
    const { data } = pen.getImageData(0, 0, CANVAS, CANVAS)
    return new Uint32Array(data.buffer)
  }
  const boxes = UNASSIGNED.map(drawn)
  const empty = new Set<string>()
  for (const character of characters) {
    if (SQUARES.has(character)) continue
    const picture = drawn(character)
    const isBox = boxes.some((box) => picture.every((pixel, at) => pixel === box[at]))
    if (isBox || picture.every((pixel) => pixel === 0)) empty.add(character)
  }
  return empty
}
