import type { NoticeKind } from '../notice/notice-kind.ts'

/** The six content groups of a touch screen (触摸屏内容), in the order of the source [S003]. */
export const CONTENT_GROUPS = [
  'CONTENT', // 办事内容
  'PROCEDURE', // 办事程序
  'RESULT', // 办事结果
  'DISCIPLINE', // 办事纪律
  'PLEDGE', // 服务承诺
  'COMPLAINT', // 投诉办法
] as const
/** One content group. */
export type ContentGroup = (typeof CONTENT_GROUPS)[number]

/** What the rule looks at: kind, and the words of the catalogue the notice was published on. */
export type ShelfWords = {
  readonly noticeKind: NoticeKind
  /** Level 1 of the catalogue, which is the heading of the public list. */
  readonly group: string
  /** Level 2 of the catalogue; empty when the notice has no item. */
  readonly item: string
}

// What is decided, paid or counted is a result, whatever its heading speaks of: the list of a supervised fund is still a list.
const RESULT_KINDS: ReadonlySet<NoticeKind> = new Set([
  'PUBLIC_DISPLAY',
  'NAME_LIST',
  'FINANCE_TABLE',
  'REPLY',
  'DECISION',
  'MINUTES',
  'ANNUAL_REPORT',
])

const WORDS: readonly (readonly [ContentGroup, RegExp])[] = [
  ['COMPLAINT', /投诉|举报|信访|监督电话|意见箱|复议|救济/u],
  ['PLEDGE', /承诺|评议|满意度/u],
  ['DISCIPLINE', /纪律|廉政|廉洁|作风|职责|职能|权责|责任清单|领导(?:信息|分工)|监督/u],
  ['PROCEDURE', /指南|程序|流程|办理|申请条件|服务事项/u],
  ['RESULT', /结果|名单|批复|发放|资金|执行情况|决算|决议|评选/u],
]

function byWords(text: string): ContentGroup | undefined {
  return WORDS.find(([, pattern]) => pattern.test(text))?.[0]
}

/**
 * Which of the six content groups a notice stands in. The six names are the source's [S003]; which notice belongs to which is not
 * said there, so this mapping is ours [infer], and an office corrects it heading by heading. The item speaks before its heading.
 * @example contentGroupOf({ noticeKind: 'SERVICE_GUIDE', group: '社会救助', item: '最低生活保障办事指南' }) // 'PROCEDURE'
 */
export function contentGroupOf(words: ShelfWords): ContentGroup {
  if (RESULT_KINDS.has(words.noticeKind)) return 'RESULT'
  const said = byWords(words.item)
  if (said) return said
  if (words.noticeKind === 'SERVICE_GUIDE') return 'PROCEDURE'
  return byWords(words.group) ?? 'CONTENT'
}
