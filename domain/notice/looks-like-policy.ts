import type { NoticeKind } from './notice-kind.ts'

const ITEM = /政策文件|规范性文件|实施细则|行政规范|政策措施/u
const TITLE = /(?:办法|细则|规定|意见|方案|规程|准则)(?:（试行）|\(试行\))?(?:〉|》)?(?:的通知)?$/u

/**
 * Says whether a notice looks like a policy document, by its item or its title; a suggestion only, a person decides.
 * Interpretations, minutes and letters never do.
 * @example looksLikePolicy({ noticeKind: 'NOTIFICATION', title: '关于印发《村级水源保护办法》的通知', item: '' }) // true
 */
export function looksLikePolicy(notice: {
  readonly noticeKind: NoticeKind
  readonly title: string
  /** The path of the catalogue item in words. */
  readonly item: string
}): boolean {
  if (['INTERPRETATION', 'MINUTES', 'LETTER', 'REPLY'].includes(notice.noticeKind)) return false
  return ITEM.test(notice.item) || TITLE.test(notice.title.replace(/\s/gu, ''))
}
