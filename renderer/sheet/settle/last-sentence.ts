import type { Body } from '../../../domain/notice/body.ts'
import { textsOf } from './plain-text.ts'

// A table cell or a text without full stops can be one endless sentence; its end is enough to look for.
const LONGEST = 60

/**
 * The last sentence of the text: a printed file that does not contain it has lost its end.
 * At most its last 60 characters. Empty when the text is pictures only.
 * @example lastSentence(body) // '特此公告。'
 */
export function lastSentence(body: Body): string {
  const last = body.content.flatMap(textsOf).at(-1) ?? ''
  const sentences = last.split(/(?<=[。！？；])|\n/u).filter((sentence) => sentence.trim() !== '')
  return [...(sentences.at(-1) ?? '').trim()].slice(-LONGEST).join('')
}
