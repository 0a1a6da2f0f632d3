import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { safeName } from './safe-name.ts'

/** What an attachment may be. */
export type AttachmentType = 'PDF' | 'DOCX' | 'XLSX' | 'PNG' | 'JPEG'

/** A recognised file type. */
export type SniffedType = {
  readonly type: AttachmentType
  readonly mediaType: string
  /** As it shall stand in the name, with its dot. */
  readonly extension: string
}

const TYPES: Readonly<
  Record<AttachmentType, { readonly mediaType: string; readonly extensions: readonly string[] }>
> = {
  PDF: { mediaType: 'application/pdf', extensions: ['.pdf'] },
  DOCX: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['.docx'],
  },
  XLSX: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['.xlsx'],
  },
  PNG: { mediaType: 'image/png', extensions: ['.png'] },
  JPEG: { mediaType: 'image/jpeg', extensions: ['.jpg', '.jpeg'] },
}

/** Compound files hold old Office files, and new ones that are protected by a password. */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex')
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Says what a file is by its first bytes, and only if its ending says the same: PDF, DOCX, XLSX, PNG, JPEG.
 * Refuses `attachment.type-unknown` (other endings: SVG, HTML, old Office, archives, programs),
 * `attachment.type-mismatch` (the ending lies) and `attachment.encrypted` (an Office file with a password).
 * @example sniffAttachment(bytes, '名单.xlsx') // { ok: true, value: { type: 'XLSX', … } }
 */
export function sniffAttachment(bytes: Uint8Array, name: string): Result<SniffedType> {
  const extension = /\.[a-z0-9]{1,10}$/i.exec(safeName(name))?.[0]?.toLowerCase() ?? ''
  const claimed = (Object.keys(TYPES) as AttachmentType[]).find((type) =>
    TYPES[type].extensions.includes(extension),
  )
  if (claimed === undefined) return refuse('attachment.type-unknown')
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (content.subarray(0, 8).equals(COMPOUND_FILE)) {
    const locked = (claimed === 'DOCX' || claimed === 'XLSX') && content.includes(ENCRYPTED_PACKAGE)
    return locked ? refuse('attachment.encrypted') : refuse('attachment.type-mismatch', { extension })
  }
  if (typeOf(content) !== claimed) return refuse('attachment.type-mismatch', { extension })
  return accept({ type: claimed, mediaType: TYPES[claimed].mediaType, extension })
}

function typeOf(content: Buffer): AttachmentType | null {
  // The signature must stand at the very beginning: what begins otherwise can be two kinds of file at once.
  if (content.subarray(0, 5).equals(Buffer.from('%PDF-'))) return 'PDF'
  if (content.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'PNG'
  if (content.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'JPEG'
  if (!content.subarray(0, 4).equals(Buffer.from('504b0304', 'hex'))) return null
  if (!content.includes('[Content_Types].xml')) return null
  if (content.includes('xl/workbook.xml')) return 'XLSX'
  return content.includes('word/document') ? 'DOCX' : null
}
