import type { Block, Body } from './body.ts'
import { inlineText } from './body-text.ts'

const LONGEST = 120
// 各村（社区）、镇直各单位：
const SALUTATION = /^[^。；]{2,60}[：:]$/u
const SALUTATION_HEAD = /^(?:各[^。；：:]{1,40}|[^。；：:，]{2,30}(?:人民政府|委员会|办公室|单位|部门))[：:]/u
// 根据……，为……，经……： why it was written; the matter follows behind the comma that ends it.
const GROUND = /^(?:根据|依据|按照|遵照|为了|为|鉴于|经)[^。；]*?[，,]/u
const MATTER = /^(?:现(?:就|将|对)|(?:特)?(?:制定|制订)|决定|结合|经)/u
const FORMULA =
  /^(?:特此|请认真|请遵照|请结合|现印发给|现转发给|此[复函件]|以上)|如下[^。；，]{0,8}[：:。]?$|现(?:印发|转发)给|请(?:认真|遵照|结合)[^。]{0,10}(?:贯彻|组织|执行)|已经?[^。，]{1,24}(?:同意|通过)/u
// 一是, 首先: an enumeration that the abstract tears apart.
const ORDER = /^(?:[一二三四五六七八九十]是|首先|其次|第[一二三四五六七八九十][，,])/u

function* paragraphs(blocks: readonly Block[]): Generator<string> {
  for (const block of blocks) {
    // Headings name chapters and tables hold figures; what a notice says stands in its paragraphs and lists.
    if (block.type === 'paragraph') yield inlineText(block.content)
    else if (block.type === 'bulletList' || block.type === 'orderedList') {
      for (const item of block.content) yield* paragraphs(item.content)
    }
  }
}

/** Sentences of a paragraph with their closing sign; what has none is a title, a name or a date on a line of its own. */
function sentencesOf(text: string): readonly string[] {
  return text.match(/[^。！？；;]+[。！？；;][”’）]?/gu) ?? []
}

/** What a sentence says without the ground it stands on; empty when it says nothing but formulas. */
function matterOf(sentence: string): string {
  let rest = sentence.trim().replace(SALUTATION_HEAD, '').replace(ORDER, '')
  for (let cut = GROUND.exec(rest); cut; cut = GROUND.exec(rest)) {
    const after = rest.slice(cut[0].length).trim()
    if (after.length < 6) break
    rest = after
    if (MATTER.test(rest)) break
  }
  return FORMULA.test(rest) ? '' : rest
}

/**
 * Suggests 内容概述 from the text alone: the first whole sentences that carry the matter, at most 120 characters, without
 * salutation (各村民委员会：), grounds (根据…，) and formulas (特此通知。). Empty when not even one sentence fits.
 * @example suggestAbstract(body) // '11月25日8时至17时河西村停电检修。'
 */
export function suggestAbstract(body: Body): string {
  let abstract = ''
  for (const paragraph of paragraphs(body.content)) {
    const text = paragraph.replaceAll(/\s+/gu, '')
    if (text === '' || SALUTATION.test(text) || /^[（(]?(?:此件|附件|联系)/u.test(text)) continue
    for (const sentence of sentencesOf(text)) {
      const matter = matterOf(sentence)
      if (matter.length < 6) continue
      const closed = /[。！？][”’）]?$/u.test(matter) ? matter : `${matter.replace(/[；，：:;,]$/u, '')}。`
      if (abstract.length + closed.length > LONGEST) {
        if (abstract !== '') return abstract
        continue
      }
      abstract += closed
      if (abstract.length >= LONGEST / 2) return abstract
    }
  }
  return abstract
}
