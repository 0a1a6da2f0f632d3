import type { DeadlineEvent } from './deadline-rule.ts'

const FORMED = /形成|制定|制作|产生|生成|编制|印发|出台|签发|颁布|成文/u
const OBTAINED = /获取|获得|取得/u
const CHANGED = /变更|变化|变动|更改|调整|修改|修订|更新/u

/** Words of events. Where a phrase holds several, the one that stands last says what happened (审核审批完成后). */
const WORDS: readonly (readonly [DeadlineEvent, RegExp])[] = [
  ['formed', FORMED],
  ['obtained', OBTAINED],
  ['changed', CHANGED],
  ['approved', /批准|批复|审批|审定|核准|核定|同意|审议通过|表决通过|审核通过|评审通过|通过/u],
  ['accepted', /受理|立案/u],
  ['decided', /决定|决议|确定|认定|评定|作出|做出/u],
  ['completed', /完成|办结|竣工|验收|结束|完毕|终结|完工|结题/u],
  ['delivered', /送达/u],
  ['detected', /发现|监测到|获知|获悉|知悉/u],
  ['published', /发布|公布|公开|发文|下发/u],
  ['received', /收到|接到|接收/u],
  ['event', /发生|召开|签订|签署|启动/u],
]

function lastPlace(text: string, pattern: RegExp): number {
  return [...text.matchAll(new RegExp(pattern.source, 'gu'))].at(-1)?.index ?? -1
}

/**
 * The event a phrase names; null when it names none that is known.
 * @example eventOf('收到批准文件之日起') // 'approval_received'
 */
export function eventOf(phrase: string): DeadlineEvent | null {
  const received = /收到|接到/u.test(phrase)
  if (received && /补正/u.test(phrase)) return 'received_or_supplemented'
  if (received && /批准|批复|批文|审批/u.test(phrase)) return 'approval_received'
  // 批复后公布之日 names two steps; only 形成、变更 and 制定、获取 are joined by 或 into one event.
  const last = WORDS.map(([event, pattern]) => ({ event, at: lastPlace(phrase, pattern) }))
    .filter(({ at }) => at >= 0)
    .reduce<{ readonly event: DeadlineEvent; readonly at: number } | null>(
      (best, one) => (best === null || one.at > best.at ? one : best),
      null,
    )
  if (!last) return null
  const [formed, obtained, changed] = [FORMED, OBTAINED, CHANGED].map((word) => word.test(phrase))
  if (last.event === 'changed' && (formed || obtained)) return 'formed_or_changed'
  if (last.event === 'obtained' && changed) return 'formed_or_changed'
  if (last.event === 'obtained' && formed) return 'formed_or_obtained'
  if (last.event === 'formed' && changed) return 'formed_or_changed'
  if (last.event === 'formed' && (obtained || received)) return 'formed_or_obtained'
  if (last.event === 'received' && formed && /或/u.test(phrase)) return 'formed_or_obtained'
  // 立项、招标、竣工后: each of them, so none alone.
  if (/、.{2,3}(?:之日起?|后|起)?$/u.test(phrase)) return 'event'
  if (last.event === 'delivered' && /函|意见/u.test(phrase)) return 'letter_delivered'
  return last.event
}
