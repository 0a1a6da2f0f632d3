/** A stretch of a downloaded page, in its order: part of the document or something the site put around it. */
export type Piece = { readonly kept: boolean; readonly text: string }

/** A page taken apart: its pieces, and what the chrome says about the document. */
export type Page = {
  readonly pieces: readonly Piece[]
  /** The title where the page shows it apart from the text; null when it stands in the text or nowhere. */
  readonly title: string | null
  /** Whether the lines are cuts of a reading preview, which fall in the middle of sentences. */
  readonly preview: boolean
  readonly date: string
  readonly issuer: string
}

const TAG = /<\/?[a-z][^>]*>/gi

function isTagsOnly(line: string): boolean {
  const text = line.replace(TAG, '')
  return text !== line && text.replace(/[\s•\d.]/g, '') === ''
}

/** The lines the document lies between, and its title when a line outside shows it. */
function findDocument(lines: readonly string[]) {
  const find = (pattern: RegExp): number => lines.findIndex((line) => pattern.test(line))
  const previewEnd = find(/^展开阅读全文/)
  const previewStart = find(/^资源描述/)
  if (previewStart >= 0 && previewEnd > previewStart) {
    return { from: previewStart + 1, to: previewEnd, titleLine: -1, preview: true }
  }
  const lastSentence = lines.findLastIndex((line) => /。\s*$/.test(line))
  const told = find(/[发發]布[时時][间間][:：]\s*\d{4}-\d{2}-\d{2}/)
  if (told >= 0) {
    const titleLine = lines.slice(0, told).findLastIndex((line) => line.trim() !== '')
    return { from: told + 1, to: lastSentence + 1, titleLine, preview: false }
  }
  const label = find(/^【正\s*文】/)
  if (label >= 0) {
    const titleLine = lines.findIndex((line, index) => index > label && line.trim() !== '')
    return { from: titleLine + 1, to: lastSentence + 1, titleLine, preview: false }
  }
  const crumbs = find(/^当前位置/)
  const section = lines[crumbs]?.split('>').at(-1)?.trim()
  // The page repeats the name of its section as a heading; that is not the document's title.
  const heading = lines.findIndex((line, index) => index > crumbs && line.trim() === section)
  return { from: Math.max(crumbs, heading) + 1, to: lastSentence + 1, titleLine: -1, preview: false }
}

/** Takes the running number off a preview's cut; a genuine number at a line's start is not the next in the sequence. */
function previewPieces(lines: readonly string[]): readonly Piece[] {
  let next = 1
  return lines.flatMap((line): readonly Piece[] => {
    const mark = `${next}、`
    if (line.startsWith(mark)) {
      next += 1
      const [text = '', foot = ''] = line.slice(mark.length).split(/(?=第\d+页 共\d+页\s*$)/)
      const pieces = [
        { kept: false, text: mark },
        { kept: true, text },
      ]
      return foot === '' ? pieces : [...pieces, { kept: false, text: foot }]
    }
    // Before the first cut stands the site's notice; after it a line can only belong to the cut above.
    return line.trim() === '' ? [] : [{ kept: next > 1, text: line }]
  })
}

/**
 * Takes a downloaded page apart into the document and the site around it: navigation, page tools, preview numbers,
 * footers, leftover tags, advertising.
 * @example takePageApart(text).pieces.filter((piece) => piece.kept)
 */
export function takePageApart(text: string): Page {
  const lines = text.split(/\r?\n/)
  const { from, to, titleLine, preview } = findDocument(lines)
  const document = lines.slice(from, to)
  const around = (part: readonly string[], first: number): readonly Piece[] =>
    part.flatMap((line, index) =>
      line.trim() === '' ? [] : [{ kept: first + index === titleLine, text: line }],
    )
  const pieces = [
    ...around(lines.slice(0, from), 0),
    ...(preview
      ? previewPieces(document)
      : document.flatMap((line) => (line.trim() === '' ? [] : [{ kept: !isTagsOnly(line), text: line }]))),
    ...around(lines.slice(to), to),
  ]
  const said = (pattern: RegExp): string => pattern.exec(text)?.[1]?.trim() ?? ''
  return {
    pieces,
    title: titleLine >= 0 ? (lines[titleLine]?.trim() ?? null) : null,
    preview,
    date: preview ? '' : said(/(?:【颁布时间】|[发發]布[时時][间間][:：])\s*(\d{4}-\d{2}-\d{2})/),
    issuer: said(/【颁布部门】\s*(\S+)/) || said(/作者[:：](\S+)/) || said(/^(\S+?)主办\s/m),
  }
}
