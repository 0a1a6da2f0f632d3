import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import type { PhotoFile } from '../../server/posting/views.ts'

const WIDTH = 1200
const HEIGHT = 900

function scene(sheets: number, close: boolean): string {
  const paper = Array.from({ length: sheets }, (_, index) => {
    const x = close ? 330 : 300 + index * 160
    const [y, width, height] = close ? [90, 540, 760] : [330, 130, 184]
    const lines = Array.from(
      { length: 14 },
      (_line, row) =>
        `<rect x="${String(x + width * 0.12)}" y="${String(y + height * (0.22 + row * 0.05))}" width="${String(width * 0.76)}" height="${String(height * 0.012)}" fill="#555"/>`,
    )
    return `<rect x="${String(x)}" y="${String(y)}" width="${String(width)}" height="${String(height)}" fill="#fff"/>
      <rect x="${String(x + width * 0.2)}" y="${String(y + height * 0.1)}" width="${String(width * 0.6)}" height="${String(height * 0.03)}" fill="#222"/>${lines.join('')}`
  })
  const board = close
    ? `<rect width="${String(WIDTH)}" height="${String(HEIGHT)}" fill="#46634f"/>`
    : `<rect width="${String(WIDTH)}" height="${String(HEIGHT)}" fill="#cfc6b4"/><rect y="720" width="${String(WIDTH)}" height="180" fill="#9b9486"/>
       <rect x="230" y="230" width="740" height="380" fill="#5b3f2b"/><rect x="250" y="290" width="700" height="300" fill="#46634f"/>`
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${String(WIDTH)}" height="${String(HEIGHT)}">${board}${paper.join('')}</svg>`
}

/** A photograph nobody took: a board drawn from afar, or its sheet from close by, the same every time. */
export async function samplePhoto(
  folder: string,
  facts: Pick<PhotoFile, 'moment' | 'view' | 'receivedAt' | 'claimedAt' | 'driftSeconds'>,
): Promise<PhotoFile & { readonly path: string }> {
  const drawing = Buffer.from(scene(facts.moment === 'REMOVED' ? 2 : 4, facts.view === 'CLOSE'))
  const bytes = await sharp(drawing).jpeg({ quality: 80 }).toBuffer()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const path = join(folder, `${sha256}.jpg`)
  writeFileSync(path, bytes)
  return {
    id: sha256.slice(0, 12),
    sha256,
    width: WIDTH,
    height: HEIGHT,
    source: 'FILE',
    clockDoubtful: false,
    inError: null,
    by: '周敏',
    path,
    ...facts,
  }
}
