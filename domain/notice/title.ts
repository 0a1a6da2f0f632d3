import { accept, refuse } from '../refusal.ts'
import type { Result } from '../refusal.ts'

/**
 * Brings a title to one line: what wraps in a document's head arrives with line breaks and padding when pasted.
 * Breaks between Han characters vanish, others become one space. Refuses `notice.title-required` when nothing is left.
 * @example checkTitle(' 关于公布村务公开\n事项的通知 ') // { ok: true, value: '关于公布村务公开事项的通知' }
 */
export function checkTitle(text: string): Result<string> {
  const title = text
    .replace(/(?!\s)[\p{Cc}\u200b\u2060]|\ufeff/gu, '')
    .replace(/(?<=[\p{Script=Han}\p{P}])\s*[\n\u2028\u2029]\s*(?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if (title === '') return refuse('notice.title-required')
  return accept(title)
}
