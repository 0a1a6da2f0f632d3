import type { Block, Body } from '../notice/body.ts'
import { inlineText } from '../notice/body-text.ts'

/** A line of an emergency notice: 影响范围：河西村 → its label and what it says; a paragraph without a label has an empty one. */
export type LabelledLine = { readonly label: string; readonly text: string }

/** An emergency notice as its poster sets it. */
export type LabelledText = {
  /** Paragraphs before the first labelled line, and the labelled lines with what follows them. */
  readonly lines: readonly LabelledLine[]
  /** What is no paragraph (a table, a picture), in its order; set under the lines. */
  readonly others: readonly Block[]
}

// 时间, 转移安置地点: a few characters and a colon. Longer ones are sentences that happen to have a colon.
const LABELLED = /^([^：:。，,；;、（）()\s]{2,8})[：:](.+)$/su

/**
 * Reads the labelled lines of an emergency notice (S5: 时间、地点、影响范围、措施、转移地点、值班电话). Every character of a
 * paragraph comes back, save the colon and spaces around it; empty paragraphs are left out.
 * @example labelledText(body).lines[0] // { label: '时间', text: '2026年7月18日21时30分' }
 */
export function labelledText(body: Body): LabelledText {
  const lines: LabelledLine[] = []
  const others: Block[] = []
  for (const block of body.content) {
    if (block.type !== 'paragraph' && block.type !== 'heading') {
      others.push(block)
      continue
    }
    const text = inlineText(block.content).trim()
    if (text === '') continue
    const [, label = '', rest = ''] = LABELLED.exec(text) ?? []
    lines.push(rest.trim() === '' ? { label: '', text } : { label, text: rest.trim() })
  }
  return { lines, others }
}
