import { Buffer } from 'node:buffer'
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
} from 'pdf-lib'

/** Room for some lines of small print; seals, marks and QR codes have less. Counted over a page, as scanners cut in strips. */
const LARGE = 250_000

/**
 * Says of each page of a PDF whether large pictures stand on it: what is written in a picture, no program reads here.
 * @example await pagesWithPictures(bytes) // [false, true]
 */
export async function pagesWithPictures(bytes: Uint8Array): Promise<readonly boolean[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: false })
  return pdf.getPages().map(({ node }) => {
    const seen = new Set<PDFObject>()
    const inLine = contentStreams(node.Contents()).reduce((sum, stream) => sum + inlinePixels(stream), 0)
    return inLine + pixelsIn(node.Resources(), pdf, seen) >= LARGE
  })
}

/** Pictures lie in the resources of a page, of the forms drawn on it, and of patterns. */
function pixelsIn(resources: PDFDict | undefined, pdf: PDFDocument, seen: Set<PDFObject>): number {
  let pixels = 0
  for (const kind of ['XObject', 'Pattern']) {
    const drawn = resources?.lookup(PDFName.of(kind))
    if (!(drawn instanceof PDFDict)) continue
    for (const [, value] of drawn.entries()) {
      const object = value instanceof PDFRef ? pdf.context.lookup(value) : value
      if (!(object instanceof PDFStream) || seen.has(object)) continue
      seen.add(object)
      if (object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')) {
        pixels += numberAt(object.dict, 'Width') * numberAt(object.dict, 'Height')
        continue
      }
      const inner = object.dict.lookup(PDFName.of('Resources'))
      pixels += inlinePixels(object) + pixelsIn(inner instanceof PDFDict ? inner : undefined, pdf, seen)
    }
  }
  return pixels
}

function numberAt(dict: PDFDict, key: string): number {
  const value = dict.lookup(PDFName.of(key))
  return value instanceof PDFNumber ? value.asNumber() : 0
}

function contentStreams(contents: PDFObject | undefined): readonly PDFStream[] {
  if (contents instanceof PDFStream) return [contents]
  if (!(contents instanceof PDFArray)) return []
  return contents.asArray().flatMap((_item, at) => contentStreams(contents.lookup(at)))
}

/** `BI /W 2480 /H 3508 … ID`: a picture can stand in the drawing itself. */
function inlinePixels(stream: PDFStream): number {
  if (!(stream instanceof PDFRawStream)) return 0
  const drawing = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
  let pixels = 0
  for (const [head] of drawing.matchAll(/\bBI\s[^]{0,300}?\sID\s/g)) {
    const width = /\/(?:W|Width)\s+(\d+)/.exec(head)?.[1]
    const height = /\/(?:H|Height)\s+(\d+)/.exec(head)?.[1]
    pixels += Number(width ?? 0) * Number(height ?? 0)
  }
  return pixels
}
