import {
  concatTransformationMatrix,
  drawObject,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFOperator,
  type PDFPage,
  PDFRef,
  PDFStream,
  PDFString,
  popGraphicsState,
  pushGraphicsState,
} from 'pdf-lib'

/** Marks that a reader sees on the page itself: form fields, seals, typed text, drawn lines. Notes are not among them. */
const DRAWN = new Set(
  'Widget Stamp FreeText Line Square Circle Polygon PolyLine Ink Highlight Underline Squiggly StrikeOut'.split(
    ' ',
  ),
)
const FLAG_HIDDEN = 2
const FLAG_NO_VIEW = 32

/** The words kept inside the annotations of a page; most are not visible and none is needed once it is drawn. */
export type AnnotationText = { readonly type: string; readonly text: string }

/**
 * Draws the visible annotations of a page into the page and takes all annotations off it: what stays is what was
 * seen, without the comments, actions, attached files and field values behind it. Gives the words that stood in them.
 * @example flattenAnnotations(page)
 */
export function flattenAnnotations(page: PDFPage): readonly AnnotationText[] {
  const { context } = page.doc
  const annotations = page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)
  if (annotations === undefined) return []
  const texts: AnnotationText[] = []
  const operators: PDFOperator[] = []
  for (let index = 0; index < annotations.size(); index += 1) {
    const annotation = context.lookup(annotations.get(index))
    if (!(annotation instanceof PDFDict)) continue
    const type = nameOf(annotation.lookup(PDFName.of('Subtype')))
    texts.push(...wordsOf(annotation).map((text) => ({ type, text })))
    const appearance = DRAWN.has(type) && !isHidden(annotation) ? appearanceOf(annotation, context) : null
    if (appearance === null) continue
    const matrix = placement(annotation, appearance.stream)
    if (matrix === null) continue
    const name = page.node.newXObject('Seen', appearance.ref)
    operators.push(
      pushGraphicsState(),
      concatTransformationMatrix(...matrix),
      drawObject(name),
      popGraphicsState(),
    )
  }
  page.node.delete(PDFName.of('Annots'))
  if (operators.length > 0) page.pushOperators(...operators)
  return texts
}

function nameOf(value: PDFObject | undefined): string {
  return value instanceof PDFName ? value.decodeText() : ''
}

function isHidden(annotation: PDFDict): boolean {
  const flags = annotation.lookup(PDFName.of('F'))
  const bits = flags instanceof PDFNumber ? flags.asNumber() : 0
  return (bits & FLAG_HIDDEN) !== 0 || (bits & FLAG_NO_VIEW) !== 0
}

/** Contents, author, subject, field name and value, and the address of a link. */
function wordsOf(annotation: PDFDict): readonly string[] {
  const action = annotation.lookup(PDFName.of('A'))
  const parent = annotation.lookup(PDFName.of('Parent'))
  const holders = [annotation, action, parent].filter((holder) => holder instanceof PDFDict)
  return holders.flatMap((holder) => textsInDict(holder))
}

/**
 * All strings that stand directly in a dictionary.
 * @example textsInDict(info) // ['云溪镇人民政府']
 */
export function textsInDict(dict: PDFDict): readonly string[] {
  return dict.entries().flatMap(([, value]): readonly string[] => {
    const found = value instanceof PDFRef ? dict.context.lookup(value) : value
    if (found instanceof PDFString || found instanceof PDFHexString) {
      const text = found.decodeText()
      return text.trim() === '' ? [] : [text]
    }
    return []
  })
}

function appearanceOf(
  annotation: PDFDict,
  context: PDFContext,
): { readonly ref: PDFRef; readonly stream: PDFStream } | null {
  const appearances = annotation.lookup(PDFName.of('AP'))
  if (!(appearances instanceof PDFDict)) return null
  let normal = appearances.get(PDFName.of('N'))
  const states = context.lookup(normal)
  // A tick box has one drawing per state; the state it is in names the one to draw.
  if (states instanceof PDFDict) {
    const state = annotation.lookup(PDFName.of('AS'))
    normal = state instanceof PDFName ? states.get(state) : undefined
  }
  const stream = context.lookup(normal)
  return normal instanceof PDFRef && stream instanceof PDFStream ? { ref: normal, stream } : null
}

type Matrix = readonly [number, number, number, number, number, number]

/** Fits the box of the appearance into the rectangle of the annotation (ISO 32000-1, 12.5.5). */
function placement(annotation: PDFDict, appearance: PDFStream): Matrix | null {
  const rect = numbersOf(annotation.lookup(PDFName.of('Rect')))
  const box = numbersOf(appearance.dict.lookup(PDFName.of('BBox')))
  const own = numbersOf(appearance.dict.lookup(PDFName.of('Matrix')))
  if (rect.length !== 4 || box.length !== 4) return null
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = own.length === 6 ? own : []
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = box
  const corners = [
    [x1, y1],
    [x1, y2],
    [x2, y1],
    [x2, y2],
  ] as const
  const xs = corners.map(([x, y]) => a * x + c * y + e)
  const ys = corners.map(([x, y]) => b * x + d * y + f)
  const [left, bottom, width, height] = [
    Math.min(...xs),
    Math.min(...ys),
    Math.max(...xs) - Math.min(...xs),
    Math.max(...ys) - Math.min(...ys),
  ]
  const [rx1 = 0, ry1 = 0, rx2 = 0, ry2 = 0] = rect
  if (width === 0 || height === 0) return null
  const sx = Math.abs(rx2 - rx1) / width
  const sy = Math.abs(ry2 - ry1) / height
  return [sx, 0, 0, sy, Math.min(rx1, rx2) - left * sx, Math.min(ry1, ry2) - bottom * sy]
}

function numbersOf(value: PDFObject | undefined): readonly number[] {
  if (!(value instanceof PDFArray)) return []
  return value.asArray().map((_item, index) => {
    const number = value.lookup(index)
    return number instanceof PDFNumber ? number.asNumber() : 0
  })
}
