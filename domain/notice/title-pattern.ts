import type { NoticeKind } from './notice-kind.ts'

/**
 * Words that stand at the end of a title for each kind (党政机关公文处理工作条例 art. 8; domain book §5.2). Kinds without an entry are
 * not written into titles by any rule.
 */
const KIND_WORDS: Partial<Record<NoticeKind, readonly string[]>> = {
  NOTIFICATION: ['通知'],
  ANNOUNCEMENT: ['公告'],
  CIRCULAR: ['通告'],
  DECISION: ['决定'],
  OPINION: ['意见'],
  BULLETIN: ['通报'],
  REPORT: ['报告'],
  REPLY: ['批复'],
  LETTER: ['函'],
  MINUTES: ['纪要'],
  PUBLIC_DISPLAY: ['公示'],
}
const STATUTORY = new Set<NoticeKind>([
  'NOTIFICATION',
  'ANNOUNCEMENT',
  'CIRCULAR',
  'DECISION',
  'OPINION',
  'BULLETIN',
  'REPORT',
  'REPLY',
  'LETTER',
])
const LONGEST = 50
// 停电通知: on boards a short title needs no 关于.
const SHORT = 8
// 紧急通知, 实施意见: what stands before the kind belongs to it, and 的 stands before both.
const QUALIFIED = /(?:紧急|补充|联合|实施|指导|若干|情况)$/u
const CLOSING_SIGN = /[。；，,;:：！!？?]$/u

/** What may be amiss with a title; each has its sentence on the screen. */
export type TitleHintCode =
  | 'ABOUT_MISSING'
  | 'OF_MISSING'
  | 'KIND_DIFFERS'
  | 'KIND_MISSING'
  | 'DOUBLED'
  | 'KIND_REPEATED'
  | 'PUNCTUATION'
  | 'TOO_LONG'

/** One hint; `mended` is the title with it mended, null where only a person can. */
export type TitleHint = {
  readonly code: TitleHintCode
  readonly mended: string | null
  /** What the sentence names: the word, the sign, the number of characters. */
  readonly word: string
}

/** The notice kind a title ends with; null when it ends with none of them. */
function kindAtEnd(title: string): { readonly kind: NoticeKind; readonly word: string } | null {
  // A draft or a trial says so in brackets behind the kind: ……办法（试行）, ……的通知（征求意见稿）.
  const bare = title.replace(/（[^（）]{1,10}）$/u, '')
  for (const [kind, words] of Object.entries(KIND_WORDS) as [NoticeKind, readonly string[]][]) {
    const word = words.find((candidate) => bare.endsWith(candidate))
    if (word !== undefined) return { kind, word }
  }
  return null
}

/**
 * Hints on a title by the pattern of official documents, 发文机关＋关于＋事由＋的＋文种 (GB/T 9704-2012, 7.3.1): never a refusal,
 * since lists, tables and guides have titles of their own.
 * @example titleHints('云溪镇人民政府关于关于停电的通知', 'NOTIFICATION')[0] // { code: 'DOUBLED', mended: '云溪镇人民政府关于停电的通知', word: '关于' }
 */
export function titleHints(written: string, noticeKind: NoticeKind): readonly TitleHint[] {
  // A sign at the end has its own hint and must not hide the kind before it.
  const title = written.trim().replace(CLOSING_SIGN, '')
  if (title === '') return []
  const hints: TitleHint[] = []
  const end = kindAtEnd(title)
  const doubled = /(关于|印发|转发)\1/u.exec(title)
  if (doubled) {
    const word = doubled[1] ?? ''
    hints.push({ code: 'DOUBLED', mended: title.replaceAll(`${word}${word}`, word), word })
  }
  const twice = /(通知|公告|通告|决定|意见|通报|公示)的\1$/u.exec(title)
  if (twice) {
    const word = twice[1] ?? ''
    // 转发《……的通知》的通知 names the other document in 《》 and is right; here nothing parts the two.
    hints.push({ code: 'KIND_REPEATED', mended: title.slice(0, -(word.length + 1)), word })
  }
  const about = title.includes('关于')
  if (STATUTORY.has(noticeKind) && !about && Array.from(title).length > SHORT) {
    hints.push({ code: 'ABOUT_MISSING', mended: null, word: '' })
  }
  const bare = title.replace(/（[^（）]{1,10}）$/u, '')
  if (about && end !== null && !/的\p{Script=Han}{0,4}$/u.test(bare.slice(0, -end.word.length))) {
    const before = bare.slice(0, -end.word.length)
    const at = before.length - (QUALIFIED.exec(before)?.[0].length ?? 0)
    hints.push({ code: 'OF_MISSING', mended: `${title.slice(0, at)}的${title.slice(at)}`, word: end.word })
  }
  const expected = KIND_WORDS[noticeKind]
  if (end && expected && end.kind !== noticeKind) {
    hints.push({ code: 'KIND_DIFFERS', mended: null, word: end.word })
  } else if (!end && about && expected && STATUTORY.has(noticeKind)) {
    const word = expected[0] ?? ''
    const mended = title.endsWith('的') ? `${title}${word}` : `${title}的${word}`
    hints.push({ code: 'KIND_MISSING', mended, word })
  }
  const sign = /[，。；：？！,;:?!"'“”…]/u.exec(written.replaceAll(/《[^》]*》/gu, ''))
  if (sign) {
    const ends = CLOSING_SIGN.test(written.trim())
    hints.push({ code: 'PUNCTUATION', mended: ends ? title : null, word: sign[0] })
  }
  const length = Array.from(title).length
  if (length > LONGEST) hints.push({ code: 'TOO_LONG', mended: null, word: String(length) })
  return hints
}

/**
 * The kind a title names, to set it by one click where the two differ.
 * @example kindOfTitle('关于停电的通知') // 'NOTIFICATION'
 */
export function kindOfTitle(title: string): NoticeKind | null {
  return kindAtEnd(title)?.kind ?? null
}
