import { Buffer } from 'node:buffer'
import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFObjectCopier,
  PDFPage,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from 'pdf-lib'
import type { AttachmentPlace } from '../../../domain/privacy/gate-hit.ts'
import type { Passage } from '../../../domain/privacy/passage.ts'
import { accept, refuse, type Result } from '../../../domain/refusal.ts'
import type { StrippedPart } from '../views.ts'
import { withoutJpegMetadata } from './jpeg-metadata.ts'
import { flattenAnnotations, textsInDict } from './pdf-annotation.ts'
import { isPdfBomb } from './pdf-bomb.ts'
import { readableTexts } from './readable-text.ts'
import type { PublicCopy } from './prepared.ts'

const MOST_PAGES = 2_000
/** What a page needs to be shown. Actions, thumbnails, private data of programs and structure links are not in it. */
const PAGE_KEYS = new Set(
  'Type Resources MediaBox CropBox BleedBox TrimBox ArtBox Rotate Contents Group UserUnit'.split(' '),
)
/** Keys that carry metadata, attached files, private data or actions, wherever they stand. */
const DROPPED_KEYS =
  'Metadata PieceInfo LastModified AF AA A PA OpenAction JavaScript JS Alternates OPI'.split(' ')

/**
 * Makes the public copy of a PDF by carrying its pages, and only them, into a new file: no properties, no attached
 * files, no scripts, no older revisions, no objects that no page uses; comments and form fields become what they look
 * like. Refuses `attachment.encrypted`, `attachment.zip-bomb` and `attachment.damaged`.
 * @example await cleanPdf(bytes)
 */
export async function cleanPdf(bytes: Uint8Array): Promise<Result<PublicCopy>> {
  if (isPdfBomb(bytes)) return refuse('attachment.zip-bomb')
  try {
    const source = await PDFDocument.load(bytes, {
      updateMetadata: false,
      throwOnInvalidObject: false,
      ignoreEncryption: true,
    })
    if (source.isEncrypted) return refuse('attachment.encrypted')
    return accept(await copyPages(source))
  } catch {
    // The parser throws on broken files and quotes what it read; the file came from outside, so that is a refusal.
    return refuse('attachment.damaged')
  }
}

async function copyPages(source: PDFDocument): Promise<PublicCopy> {
  const stripped = new Set<StrippedPart>()
  const dropped: Passage[] = []
  report(source, stripped, dropped)
  const pages = source.getPages()
  if (pages.length === 0 || pages.length > MOST_PAGES) throw new Error('no pages, or too many')
  const copy = await PDFDocument.create({ updateMetadata: false })
  const copier = PDFObjectCopier.for(source.context, copy.context)
  for (const page of pages) {
    for (const { type, text } of flattenAnnotations(page)) {
      stripped.add('COMMENTS')
      dropped.push(droppedText({ kind: 'OTHER', entry: `annotation ${type}` }, text))
    }
    // Inherited attributes come from the page tree, which stays behind.
    page.node.normalize()
    for (const key of page.node.keys())
      if (!PAGE_KEYS.has(key.decodeText()) && !isParent(key)) page.node.delete(key)
    const node = copier.copy(page.node)
    const ref = copy.context.register(node)
    copy.addPage(PDFPage.of(node, ref, copy))
  }
  // Without the list of layers, a layer that was switched off would be switched on.
  const layers = source.catalog.get(PDFName.of('OCProperties'))
  if (layers !== undefined) copy.catalog.set(PDFName.of('OCProperties'), copier.copy(layers))
  cleanObjects(copy, stripped, dropped)
  delete copy.context.trailerInfo.Info
  delete copy.context.trailerInfo.ID
  const out = await copy.save({
    useObjectStreams: false,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
  return { bytes: out, stripped, dropped, maskedCount: 0 }
}

function isParent(key: PDFName): boolean {
  return key.decodeText() === 'Parent'
}

function droppedText(where: AttachmentPlace, text: string): Passage {
  return { where, text, dropped: true }
}

function report(source: PDFDocument, stripped: Set<StrippedPart>, dropped: Passage[]): void {
  const info = source.context.lookup(source.context.trailerInfo.Info)
  if (info instanceof PDFDict) {
    stripped.add('PROPERTIES')
    for (const [key] of info.entries()) {
      const value = info.lookup(key)
      if (!(value instanceof PDFString || value instanceof PDFHexString)) continue
      dropped.push(droppedText({ kind: 'PROPERTY', property: key.decodeText() }, value.decodeText()))
    }
  }
  const { catalog } = source
  const metadata = catalog.lookup(PDFName.of('Metadata'))
  if (metadata instanceof PDFRawStream) {
    stripped.add('PROPERTIES')
    const text = Buffer.from(metadata.getContents()).toString('utf8')
    dropped.push(droppedText({ kind: 'PROPERTY', property: 'XMP' }, text.replaceAll(/<[^>]*>/g, ' ').trim()))
  }
  const names = catalog.lookup(PDFName.of('Names'))
  if (names instanceof PDFDict && names.has(PDFName.of('EmbeddedFiles'))) stripped.add('EMBEDDED_FILES')
  const scripts = names instanceof PDFDict && names.has(PDFName.of('JavaScript'))
  if (scripts || catalog.has(PDFName.of('OpenAction')) || catalog.has(PDFName.of('AA')))
    stripped.add('SCRIPTS')
  reportObjects(source, dropped)
}

/** Bookmarks, field values, attached files' names and old revisions are strings in objects that no page uses. */
function reportObjects(source: PDFDocument, dropped: Passage[]): void {
  const info = source.context.lookup(source.context.trailerInfo.Info)
  for (const [, object] of source.context.enumerateIndirectObjects()) {
    const texts =
      object instanceof PDFRawStream ? attachedTexts(object) : object === info ? [] : textsInside(object)
    for (const text of texts) dropped.push(droppedText({ kind: 'OTHER', entry: 'object' }, text))
  }
}

function textsInside(object: PDFObject): readonly string[] {
  if (object instanceof PDFArray) return object.asArray().flatMap(textsInside)
  if (!(object instanceof PDFDict) || object.has(PDFName.of('Rect'))) return []
  const nested = object.values().filter((value) => value instanceof PDFDict || value instanceof PDFArray)
  return [...textsInDict(object), ...nested.flatMap(textsInside)]
}

/** Attached files and metadata go whole; their readable words are told, packed ones unpacked as far as is safe. */
function attachedTexts(stream: PDFRawStream): readonly string[] {
  const type = stream.dict.lookup(PDFName.of('Type'))
  if (type !== PDFName.of('EmbeddedFile') && type !== PDFName.of('Metadata')) return []
  const contents = stream.getContents()
  if (stream.dict.lookup(PDFName.of('Filter')) !== PDFName.of('FlateDecode')) return readableTexts(contents)
  try {
    return readableTexts(inflateSync(contents, { maxOutputLength: 50 * 1024 * 1024 }))
  } catch {
    // Broken or too large: the file is not carried over whatever it holds.
    return []
  }
}

/** Pages share fonts, pictures and forms; any of them can carry metadata or a camera's place of its own. */
function cleanObjects(copy: PDFDocument, stripped: Set<StrippedPart>, dropped: Passage[]): void {
  for (const [ref, object] of copy.context.enumerateIndirectObjects()) {
    if (object instanceof PDFArray || object instanceof PDFRef) continue
    const dict = object instanceof PDFStream ? object.dict : object
    if (!(dict instanceof PDFDict)) continue
    const isLayer = dict.has(PDFName.of('OCGs'))
    for (const key of DROPPED_KEYS) if (!isLayer && dict.has(PDFName.of(key))) dict.delete(PDFName.of(key))
    if (!(object instanceof PDFRawStream)) continue
    if (dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Image')) continue
    if (dict.lookup(PDFName.of('Filter')) !== PDFName.of('DCTDecode')) continue
    const clean = withoutJpegMetadata(object.getContents())
    if (clean === null || clean.removed.length === 0) continue
    stripped.add('EXIF')
    for (const text of clean.removed.flatMap(readableTexts)) {
      dropped.push(droppedText({ kind: 'PROPERTY', property: 'EXIF' }, text))
    }
    copy.context.assign(ref, PDFRawStream.of(dict, clean.bytes))
  }
  removeUnused(copy)
}

/** Deleting a key leaves what it pointed to in the file, unseen but readable; so everything unreachable goes. */
function removeUnused(copy: PDFDocument): void {
  const reached = new Set<PDFRef>()
  const stack: unknown[] = [copy.context.trailerInfo.Root]
  for (let object = stack.pop(); object !== undefined; object = stack.pop()) {
    if (object instanceof PDFRef) {
      if (reached.has(object)) continue
      reached.add(object)
      stack.push(copy.context.lookup(object))
    } else if (object instanceof PDFDict) for (const [, value] of object.entries()) stack.push(value)
    else if (object instanceof PDFStream) stack.push(object.dict)
    else if (object instanceof PDFArray) stack.push(...object.asArray())
  }
  for (const [ref] of copy.context.enumerateIndirectObjects()) if (!reached.has(ref)) copy.context.delete(ref)
}
