import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream, type PDFObject } from 'pdf-lib'
import type { UsedFace } from './views.ts'

// A form that names itself among its own resources must not be walked for ever.
const DEEPEST = 8

const FILES = ['FontFile', 'FontFile2', 'FontFile3']

function textOf(value: PDFObject | undefined): string | null {
  return value instanceof PDFName ? value.decodeText() : null
}

/** Subsets are named `ABCDEF+Name`; the six letters say nothing. */
function plainName(name: string): string {
  return name.replace(/^[A-Z]{6}\+/u, '')
}

function faceOf(font: PDFDict): { name: string; embedded: boolean } | null {
  const descendant = font.lookupMaybe(PDFName.of('DescendantFonts'), PDFArray)?.lookup(0)
  const holder = descendant instanceof PDFDict ? descendant : font
  const descriptor = holder.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict)
  const name =
    textOf(descriptor?.lookup(PDFName.of('FontName'))) ??
    textOf(font.lookup(PDFName.of('BaseFont'))) ??
    textOf(font.lookup(PDFName.of('Name')))
  if (name === null) return null
  // The drawings of a Type 3 font stand in the file by themselves.
  const type3 = textOf(font.lookup(PDFName.of('Subtype'))) === 'Type3'
  const embedded = type3 || FILES.some((key) => descriptor?.has(PDFName.of(key)) ?? false)
  return { name: plainName(name), embedded }
}

function fontsIn(resources: PDFDict | undefined, found: PDFDict[], depth = 0): PDFDict[] {
  if (resources === undefined || depth > DEEPEST) return found
  const fonts = resources.lookupMaybe(PDFName.of('Font'), PDFDict)
  for (const key of fonts?.keys() ?? []) {
    const font = fonts?.lookup(key)
    if (font instanceof PDFDict) found.push(font)
  }
  const drawings = resources.lookupMaybe(PDFName.of('XObject'), PDFDict)
  for (const key of drawings?.keys() ?? []) {
    const drawing = drawings?.lookup(key)
    if (drawing instanceof PDFStream)
      fontsIn(drawing.dict.lookupMaybe(PDFName.of('Resources'), PDFDict), found, depth + 1)
  }
  return found
}

/**
 * The faces a PDF is set in, by name, with the pages (from 1) that use them and whether their drawings stand in the file: a
 * face that does not is drawn by whatever the next computer has. Also inside pages laid side by side.
 * @example await readUsedFaces(bytes) // [{ name: 'NotoSerifCJKsc-Regular', embedded: true, pages: [1, 2] }]
 */
export async function readUsedFaces(bytes: Uint8Array): Promise<UsedFace[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  const faces = new Map<string, { embedded: boolean; pages: Set<number> }>()
  document.getPages().forEach((page, index) => {
    for (const font of fontsIn(page.node.Resources(), [])) {
      const face = faceOf(font)
      if (face === null) continue
      const known = faces.get(face.name) ?? { embedded: true, pages: new Set<number>() }
      known.embedded &&= face.embedded
      known.pages.add(index + 1)
      faces.set(face.name, known)
    }
  })
  return [...faces]
    .map(([name, { embedded, pages }]) => ({ name, embedded, pages: [...pages].sort((a, b) => a - b) }))
    .sort((one, other) => one.name.localeCompare(other.name))
}
