import exifr from 'exifr'
import sharp from 'sharp'
import { accept, refuse, type Result } from '../../domain/refusal.ts'

/** A photograph drawn anew. */
export type CleanPhoto = {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
  /** What the camera wrote into it, local time `YYYY-MM-DDTHH:MM:SS` without a zone; null when it says none. */
  readonly claimedAt: string | null
}

/** Longest side kept, in pixels: text of an A4 sheet stays legible, and a thousand sheets fit on a stick. */
const LONGEST = 2560
/** Pixels a photograph may have; what claims more is no photograph of a wall. */
const MOST_PIXELS = 120_000_000

/** Seconds drawing anew may take; the worker does one piece at a time, and everybody waits behind it. */
const MOST_SECONDS = 20

/** Hex of the first twelve bytes; what WebP says of its length stands between its two words. */
const SIGNATURES: Readonly<Record<'jpeg' | 'png' | 'webp', RegExp>> = {
  jpeg: /^ffd8ff/,
  png: /^89504e470d0a1a0a/,
  webp: /^52494646.{8}57454250/,
}

/** What the bytes say they are; the drawing library would open more, drawings that take minutes among them. */
function formatOf(bytes: Uint8Array): keyof typeof SIGNATURES | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 12)).toString('hex')
  return (['jpeg', 'png', 'webp'] as const).find((format) => SIGNATURES[format].test(start)) ?? null
}

async function cameraTime(bytes: Uint8Array): Promise<string | null> {
  try {
    const tags = (await exifr.parse(Buffer.from(bytes), {
      pick: ['DateTimeOriginal', 'CreateDate'],
      reviveValues: false,
    })) as { readonly DateTimeOriginal?: unknown; readonly CreateDate?: unknown } | undefined
    const written = tags?.DateTimeOriginal ?? tags?.CreateDate
    const found =
      typeof written === 'string' ? /^(\d{4}):(\d{2}):(\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(written) : null
    return found ? `${found[1]}-${found[2]}-${found[3]}T${found[4]}` : null
  } catch {
    // Torn camera data is no reason to refuse a good picture; there is then no claim.
    return null
  }
}

/**
 * Draws a photograph anew: upright, at most 2560 pixels long, as JPEG without camera data, place, or anything behind its end. What
 * the camera wrote of the time is given beside it. Takes JPEG, PNG and WebP. Refuses `photo.type-unknown`, `photo.damaged`, also of
 * what takes too long.
 * @example await cleanPhoto(jpeg)
 */
export async function cleanPhoto(bytes: Uint8Array): Promise<Result<CleanPhoto>> {
  const format = formatOf(bytes)
  if (format === null) return refuse('photo.type-unknown')
  try {
    const image = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    // Asked again of the library: it alone knows with what it would open the file.
    if ((await image.metadata()).format !== format) return refuse('photo.type-unknown')
    const { data, info } = await image
      .timeout({ seconds: MOST_SECONDS })
      .rotate()
      .resize({ width: LONGEST, height: LONGEST, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality: 82 })
      .toBuffer({ resolveWithObject: true })
    return accept({
      bytes: data,
      width: info.width,
      height: info.height,
      claimedAt: await cameraTime(bytes),
    })
  } catch {
    // The library's message can quote bytes of the file, so it goes no further.
    return refuse('photo.damaged')
  }
}
