import { accept, type Result } from '../../../domain/refusal.ts'
import { readSheet } from './clean-sheet.ts'
import type { PublicReading } from './prepared.ts'
import { readPdf } from './read-pdf.ts'
import { readWord } from './read-word.ts'

/**
 * Reads the text of a public copy from its bytes; a picture has none and is told as not read. Refuses what reading the file
 * refuses.
 * @example await readPublicFile('application/pdf', bytes)
 */
export async function readPublicFile(mediaType: string, bytes: Uint8Array): Promise<Result<PublicReading>> {
  if (mediaType.includes('wordprocessingml')) return readWord(bytes)
  if (mediaType.includes('spreadsheetml')) return readSheet(bytes)
  if (mediaType === 'application/pdf') return readPdf(bytes)
  return accept({ passages: [], textRead: false })
}
