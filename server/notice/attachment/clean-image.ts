import sharp from 'sharp'
import type { Passage } from '../../../domain/privacy/passage.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { readableTexts } from './readable-text.ts'

/** A picture drawn anew, and what its hidden parts said. */
export type CleanImage = {
  readonly bytes: Uint8Array
  readonly type: 'PNG' | 'JPEG'
  /** True when the original carried camera data, place, author or remarks. */
  readonly hadMetadata: boolean
  readonly passages: readonly Passage[]
}

/** Pixels a picture may have; 100 million is a 12,000 × 8,000 scan, and about 400 MB while it is open. */
const MOST_PIXELS = 100_000_000

/**
 * Draws a picture anew: turned upright, without EXIF, GPS, XMP, IPTC, colour profile, text chunks and anything behind
 * its end. Refuses `attachment.damaged` when it cannot be drawn.
 * @example await cleanImage(jpeg)
 */
export async function cleanImage(bytes: Uint8Array): Promise<Result<CleanImage>> {
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
    const metadata = await image.metadata()
    const hidden = [metadata.exif, metadata.xmp, metadata.iptc].filter((part) => part !== undefined)
    const remarks = (metadata.comments ?? []).map(({ keyword, text }) => `${keyword} ${text}`)
    const type = metadata.format === 'jpeg' ? 'JPEG' : 'PNG'
    const upright = image.rotate()
    const drawn = type === 'JPEG' ? upright.jpeg({ quality: 90, mozjpeg: false }) : upright.png()
    const texts = [...hidden.flatMap(readableTexts), ...remarks]
    return accept({
      bytes: await drawn.toBuffer(),
      type,
      hadMetadata: hidden.length > 0 || remarks.length > 0,
      passages: texts.map((text) => ({ where: { kind: 'PROPERTY', property: 'EXIF' }, text, dropped: true })),
    })
  } catch {
    // sharp reports a broken picture by throwing; the message can quote bytes of the file, so it goes no further.
    return refuse('attachment.damaged')
  }
}
