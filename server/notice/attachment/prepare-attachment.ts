import { indexTerms } from '../../../platform/search/terms.ts'
import type { Passage } from '../../../domain/privacy/passage.ts'
import { isBirthHeading, rowFindings } from '../../../domain/privacy/row-finding.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { StrippedPart } from '../views.ts'
import { cleanImage } from './clean-image.ts'
import { cleanPdf } from './clean-pdf.ts'
import { cleanSheet, readSheet } from './clean-sheet.ts'
import { cleanWord } from './clean-word.ts'
import { maskWanted } from './copy-sheet.ts'
import type { MaskWanted, PublicCopy, PublicReading } from './prepared.ts'
import { readPdf } from './read-pdf.ts'
import { readWord } from './read-word.ts'
import { readPublicFile } from './read-public-file.ts'
import { safeName } from './safe-name.ts'
import { type AttachmentType, sniffAttachment } from './sniff.ts'

/** Largest file taken, in bytes. */
export const LARGEST_ATTACHMENT = 50 * 1024 * 1024

/** A file ready for the public: its copy, what the copy lacks, and what the gate has to read. */
export type PreparedAttachment = {
  readonly name: string
  readonly mediaType: string
  readonly publicBytes: Uint8Array
  readonly stripped: readonly StrippedPart[]
  /** Only passages in which a detector finds something on some day, so that no second list of names is kept. */
  readonly passages: readonly Passage[]
  /** Terms of the whole text of the public copy, for the desk's search; nothing that was dropped. */
  readonly terms: string
  readonly textRead: boolean
  readonly maskedCount: number
}

/**
 * Makes the public copy of a file and reads it again from its own bytes; the original is not touched. `masks` says
 * which found values are starred out in Word and Excel copies and in the file name.
 * Refuses `attachment.type-unknown`, `type-mismatch`, `too-large`, `encrypted`, `damaged`, `zip-bomb`, and
 * `notice.mask-not-possible` when a value to be masked still stands in a PDF, or in a place that is not rewritten.
 * @example await prepareAttachment({ name: '名单.xlsx', bytes })
 */
export async function prepareAttachment(input: {
  readonly name: string
  readonly bytes: Uint8Array
  readonly masks?: NonNullable<MaskWanted>
}): Promise<Result<PreparedAttachment>> {
  if (input.bytes.byteLength > LARGEST_ATTACHMENT) return refuse('attachment.too-large')
  const sniffed = sniffAttachment(input.bytes, input.name)
  if (!sniffed.ok) return sniffed
  const { type, mediaType } = sniffed.value
  const wanted = input.masks ?? null
  const copy = await clean(type, input.bytes, wanted)
  if (!copy.ok) return copy
  const reading = await read(type, copy.value.bytes)
  if (!reading.ok) return reading
  if (reading.value.passages.some(({ text }) => maskWanted(text, wanted) !== text)) {
    return refuse('notice.mask-not-possible')
  }
  return accept({
    terms: publicTerms(reading.value.passages),
    name: safeName(maskWanted(input.name, wanted).replaceAll('*', '＊')),
    mediaType,
    publicBytes: copy.value.bytes,
    stripped: [...copy.value.stripped],
    passages: worthReading([...reading.value.passages.map(placed(copy.value)), ...copy.value.dropped]),
    textRead: reading.value.textRead,
    maskedCount: copy.value.maskedCount,
  })
}

/**
 * Reads a public copy anew for the desk's search: its terms, empty for a picture. Refuses what reading the file refuses.
 * @example await readTerms({ mediaType: 'application/pdf', bytes })
 */
export async function readTerms(input: {
  readonly mediaType: string
  readonly bytes: Uint8Array
}): Promise<Result<string>> {
  const reading = await readPublicFile(input.mediaType, input.bytes)
  return reading.ok ? accept(publicTerms(reading.value.passages)) : reading
}

function publicTerms(passages: readonly Passage[]): string {
  return indexTerms(passages.flatMap(({ text, dropped }) => (dropped ? [] : [text])).join('\n'))
}

async function clean(
  type: AttachmentType,
  bytes: Uint8Array,
  wanted: MaskWanted,
): Promise<Result<PublicCopy>> {
  switch (type) {
    case 'DOCX':
      return cleanWord(bytes, wanted)
    case 'XLSX':
      return cleanSheet(bytes, wanted)
    case 'PDF':
      return cleanPdf(bytes)
    case 'PNG':
    case 'JPEG': {
      const image = await cleanImage(bytes)
      if (!image.ok) return image
      if (image.value.type !== type) return refuse('attachment.type-mismatch')
      const stripped = new Set<StrippedPart>(image.value.hadMetadata ? ['EXIF'] : [])
      return accept({ bytes: image.value.bytes, stripped, dropped: image.value.passages, maskedCount: 0 })
    }
  }
}

async function read(type: AttachmentType, bytes: Uint8Array): Promise<Result<PublicReading>> {
  switch (type) {
    case 'DOCX':
      return readWord(bytes)
    case 'XLSX':
      return readSheet(bytes)
    case 'PDF':
      return readPdf(bytes)
    case 'PNG':
    case 'JPEG':
      // No one has read the picture: the gate shows it as not checked.
      return accept({ passages: [], textRead: false })
  }
}

function placed({ inOriginal }: PublicCopy): (passage: Passage) => Passage {
  return (passage) => (inOriginal === undefined ? passage : { ...passage, where: inOriginal(passage.where) })
}

/** A list of 3,000 people has 30,000 cells; the gate only ever stops at those in which a detector finds something. */
function worthReading(passages: readonly Passage[]): readonly Passage[] {
  const rows = Map.groupBy(passages, (passage) =>
    passage.row === undefined ? passage : `${String(passage.dropped)} ${passage.row}`,
  )
  const headed = new Set(
    passages.flatMap(({ column, text }) => (column !== undefined && isBirthHeading(text) ? [column] : [])),
  )
  return [...rows.values()].flatMap((row) => {
    const found = rowFindings(
      row.map(({ text }) => text),
      { today: null, headed: row.map(({ column }) => column !== undefined && headed.has(column)) },
    )
    // A word and a single digit count because of what stands beside them, a number by itself.
    const beside = found
      .flat()
      .some(({ kind, whole }) => /^(?:SENSITIVE_WORD|MINOR_BIRTH_DATE)$/.test(kind) || whole !== undefined)
    return row.filter(({ column, text }, index) => {
      const heads = column !== undefined && isBirthHeading(text)
      return beside || heads || (found[index] ?? []).length > 0
    })
  })
}
