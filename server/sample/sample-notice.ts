import type { Block, Body, TableCell } from '../../domain/notice/body.ts'
import type { DraftContent } from '../../domain/notice/content.ts'
import type { NoticeKind } from '../../domain/notice/notice-kind.ts'

/** One notice of the sample office as it is written down here. */
export type SampleNotice = {
  readonly title: string
  readonly kind: NoticeKind
  /** Level 2 of the catalogue item it belongs to; unique over all sample catalogues. */
  readonly item: string
  /** Name of the unit whose board it belongs to; left out, the township's own. */
  readonly unit?: string
  /** For a policy document: who interprets it and by when. */
  readonly policyPlan?: string
  /** Title of the document it interprets. */
  readonly interprets?: string
  /** The event whose duty it works off, in the words it was entered with. */
  readonly event?: string
  readonly number?: string
  /** Of a 公示: for how many days, and how to object. */
  readonly display?: { readonly days: number; readonly telephone: string; readonly address?: string }
  readonly addressee?: string
  readonly signature?: string
  /** 成文日期. */
  readonly date: string
  /** Day on which it is published (or was last written on, for a draft), in Asia/Shanghai. */
  readonly day: string
  /** The text in the short form of `sampleBody`. */
  readonly text: string
  /** Rows of a workbook that goes with it, headings first. */
  readonly workbook?: SampleRows
  /** A list that is read into the text behind its first paragraph; what must not be seen of it stays behind. */
  readonly list?: SampleRows
  /** Its accounts come in the accountant's file and not in the text. */
  readonly ledger?: true
  /** What stands in its fields beside. */
  readonly fields?: Partial<DraftContent>
}

/** Rows of a file under its name, headings first. */
export type SampleRows = {
  readonly name: string
  readonly rows: readonly (readonly (string | number)[])[]
}

/**
 * Reads the short form in which sample texts are written: `# ` and `## ` begin headings of level 1 and 2, lines that
 * begin with `|` are rows of a table (the first is its heading), every other line is a paragraph.
 * @example sampleBody('# 一、总体要求\n坚持公开透明。')
 */
export function sampleBody(text: string): Body {
  const content: Block[] = []
  let rows: string[][] = []
  const endTable = (): void => {
    if (rows.length > 0) content.push(table(rows))
    rows = []
  }
  for (const line of text
    .trim()
    .split('\n')
    .map((raw) => raw.trim())) {
    if (line.startsWith('|')) {
      rows.push(line.slice(1).replace(/\|$/, '').split('|'))
      continue
    }
    endTable()
    if (line === '') continue
    const heading = /^(##?) (.*)$/.exec(line)
    if (heading) {
      const level = heading[1] === '#' ? 1 : 2
      content.push({ type: 'heading', attrs: { level }, content: [{ type: 'text', text: heading[2] ?? '' }] })
    } else content.push(paragraph(line))
  }
  endTable()
  return { type: 'doc', content }
}

function paragraph(text: string): Block {
  return text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] }
}

function table(rows: readonly (readonly string[])[]): Block {
  const cell = (type: TableCell['type'], text: string): TableCell => ({
    type,
    content: [paragraph(text.trim())],
  })
  return {
    type: 'table',
    content: rows.map((row, index) => ({
      type: 'tableRow',
      content: row.map((text) => cell(index === 0 ? 'tableHeader' : 'tableCell', text)),
    })),
  }
}
