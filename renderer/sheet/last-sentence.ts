import type { Body } from '../../domain/notice/body.ts'
import { textsOf } from './plain-text.ts'

/**
 * The last sentence of the text: a printed file that does not contain it has lost its end.
 * Empty when the text is pictures only.
 * @example lastSentence(body) // '特此公告。'
 */
export function lastSentence(body: Body): string {
  const last = body.content.flatMap(textsOf).at(-1) ?? ''
  const sentences = last.split(/(?<=[。！？；])|\n/u).filter((sentence) => sentence.trim() !== '')
  return (sentences.at(-1) ?? '').trim()
}
