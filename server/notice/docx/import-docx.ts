import mammoth from 'mammoth'
import type { Body } from '../../../domain/notice/body.ts'
import { bodyFromHtml, type BodyNote } from '../../../domain/notice/body-from-html.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import { cleanWord, EMPTY_PICTURE } from '../attachment/clean-word.ts'
import { LARGEST_ATTACHMENT } from '../attachment/prepare-attachment.ts'
import { sniffAttachment } from '../attachment/sniff.ts'
import { readZip } from '../attachment/zip-read.ts'
import { writeZip } from '../attachment/zip-write.ts'
import { findTitle } from './find-title.ts'
import { parseHtml } from './parse-html.ts'
import { CARRYING_STYLES, simplifyWord } from './simplify-word.ts'

/** A picture of an imported file; the body names it by `id` until it has become an attachment. */
export type ImportedImage = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
}

/** What an imported Word file gives. `title` is empty when none was found; `notes` say what was left out. */
export type ImportedDocx = {
  readonly title: string
  readonly body: Body
  readonly images: readonly ImportedImage[]
  readonly notes: readonly BodyNote[]
}

/**
 * Turns a Word file into a notice: headings (by style, outline level or official numbering), lists, tables with
 * merged cells, pictures; comments, deleted and hidden text never arrive. Refuses `notice.docx-damaged`,
 * `attachment.too-large`, `attachment.encrypted`, `attachment.zip-bomb`.
 * @example await importDocx(bytes)
 */
export async function importDocx(bytes: Uint8Array): Promise<Result<ImportedDocx>> {
  if (bytes.byteLength > LARGEST_ATTACHMENT) return refuse('attachment.too-large')
  const sniffed = sniffAttachment(bytes, 'word.docx')
  if (!sniffed.ok) return sniffed.code === 'attachment.encrypted' ? sniffed : refuse('notice.docx-damaged')
  const clean = await cleanWord(bytes, null)
  if (!clean.ok) return clean.code === 'attachment.damaged' ? refuse('notice.docx-damaged') : clean
  const zip = await readZip(clean.value.bytes)
  if (!zip.ok) return refuse('notice.docx-damaged')
  const simplified = await writeZip(simplifyWord(zip.value))
  const images = new Map<string, ImportedImage>()
  const html = await toHtml(simplified, images)
  if (html === null) return refuse('notice.docx-damaged')
  const { body, notes } = bodyFromHtml(parseHtml(html), { imageId: (src) => (images.has(src) ? src : null) })
  const { title, rest } = findTitle(body.content)
  const hidden = clean.value.stripped.has('HIDDEN_TEXT') ? (['HIDDEN_TEXT_DROPPED'] as const) : []
  return accept({
    title,
    body: { type: 'doc', content: rest.length > 0 ? rest : [{ type: 'paragraph' }] },
    images: [...images.values()],
    notes: [...new Set([...notes, ...hidden])],
  })
}

async function toHtml(bytes: Buffer, images: Map<string, ImportedImage>): Promise<string | null> {
  try {
    const { value } = await mammoth.convertToHtml(
      { buffer: bytes },
      {
        styleMap: [...CARRYING_STYLES],
        includeEmbeddedStyleMap: false,
        externalFileAccess: false,
        convertImage: mammoth.images.imgElement(async (image) => {
          const content = await image.readAsBuffer()
          const number = images.size + 1
          const id = `docx-image-${number}`
          // The stand-in for a picture that could not be read is no picture.
          if (content.length === EMPTY_PICTURE.length) return { src: '' }
          const extension = image.contentType === 'image/jpeg' ? 'jpg' : 'png'
          images.set(id, {
            id,
            name: `图片${number}.${extension}`,
            mediaType: image.contentType,
            bytes: new Uint8Array(content),
          })
          return { src: id }
        }),
      },
    )
    return value
  } catch {
    // The converter throws on files it does not understand and may quote them; for the person the file is damaged.
    return null
  }
}
