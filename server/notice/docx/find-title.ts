import type { Block, Heading, Paragraph } from '../../../domain/notice/body.ts'
import { inlineText } from '../../../domain/notice/body-text.ts'

/** A title found in a document, and the blocks that remain without it. */
export type FoundTitle = { readonly title: string; readonly rest: readonly Block[] }

const SEARCHED_BLOCKS = 12
const LONGEST_LINE = 60
const DOCUMENT_NUMBER = /[〔[（(【]\s*\d{4}\s*[〕\]）)】]\s*第?\s*\d+\s*号/
const DATE_LINE = /^[（(]?\d{4}年\d{1,2}月\d{1,2}日/
const RED_HEAD = /(?:文件|便函|专刊|简报)$/
const ENDING =
  /(?:通知|公告|通告|公示|决定|意见|通报|报告|批复|函|纪要|方案|要点|办法|细则|规定|规划|计划|总结|名单|一览表|情况|清单|指南|目录|解读|说明|要求|章程|制度)$/
const OFFICIAL_NUMBER = /^(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|\d+[.．、])/

/**
 * Finds the title of an official document: a line in title style, else the first centred or bold short line that is
 * neither red head, document number nor date; lines of one title are joined. An empty title when there is none.
 * @example findTitle(body.content).title // '关于2026年第三季度低保名单的公示'
 */
export function findTitle(blocks: readonly Block[]): FoundTitle {
  const searched = blocks.slice(0, SEARCHED_BLOCKS)
  const fits = [isTitleStyle, isCentred, isBoldLine, isPlainTitle]
  for (const fit of fits) {
    const from = searched.findIndex((block) => isLine(block) && isTitleText(textOf(block)) && fit(block))
    if (from < 0) continue
    const lines = [textOf(blocks[from])]
    let to = from + 1
    for (let next = blocks[to]; next !== undefined && lines.length < 4; next = blocks[to]) {
      if (!isLine(next) || !fit(next) || !continues(lines.join(''), textOf(next))) break
      lines.push(textOf(next))
      to += 1
    }
    return { title: lines.join(''), rest: [...blocks.slice(0, from), ...blocks.slice(to)] }
  }
  return { title: '', rest: blocks }
}

function isLine(block: Block): block is Paragraph | Heading {
  return block.type === 'paragraph' || block.type === 'heading'
}

function textOf(block: Block | undefined): string {
  if (block === undefined || !isLine(block)) return ''
  return inlineText(block.content).replaceAll('\n', '').trim()
}

function isTitleText(text: string): boolean {
  if (text.length < 4 || text.length > LONGEST_LINE || /[。；！？]/.test(text) || /[：:，]$/.test(text))
    return false
  return (
    !DOCUMENT_NUMBER.test(text) &&
    !DATE_LINE.test(text) &&
    !RED_HEAD.test(text) &&
    !OFFICIAL_NUMBER.test(text)
  )
}

/** A second line goes on with a title that has not ended yet, or says in brackets what kind of text it is. */
function continues(title: string, line: string): boolean {
  if (/^[（(].{1,20}[）)]$/.test(line)) return !DATE_LINE.test(line)
  return line.length >= 2 && !ENDING.test(title) && isTitleText(line.padEnd(4, '　'))
}

function isTitleStyle(block: Block): boolean {
  return block.type === 'heading' && block.attrs.level === 1 && block.attrs.textAlign === 'center'
}

function isCentred(block: Block): boolean {
  return (block.type === 'paragraph' || block.type === 'heading') && block.attrs?.textAlign === 'center'
}

function isBoldLine(block: Block): boolean {
  if (block.type === 'heading') return block.attrs.level === 1
  if (block.type !== 'paragraph') return false
  const texts = (block.content ?? []).filter((node) => node.type === 'text')
  return texts.length > 0 && texts.every((node) => (node.marks ?? []).some(({ type }) => type === 'bold'))
}

function isPlainTitle(block: Block): boolean {
  return ENDING.test(textOf(block)) && /关于|公示|公告|通知|要点|报告|方案/.test(textOf(block))
}
