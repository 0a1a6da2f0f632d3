// What portals write into a column of states for what the public can no longer read; a day or a reason may stand behind it. That a notice is
// no longer in force (废止, 失效) is another thing: it stays public.
const WORDS =
  /^(?:\d{4}[-/.年][\d/.月日-]*\s*)?(?:已|已经|自行)?(?:撤下|撤回|撤销|撤除|撤稿|下线|下架|删除|取消发布|停止公开)(?:$|[\s\d(,;:].*$)|^(?:withdrawn|taken ?down|removed|deleted|unpublished|offline)\b/iu
const YES = /^(?:是|有|√|✓|✔|1|y|yes|true)$/iu
const NO = /^(?:否|无|没有|×|0|n|no|false|[-—/]*)$/iu
/** Headings whose cell says yes, no, or the day: 是否撤下, 撤下日期. */
const ASKED = /^(?:是否)?(?:已)?(?:撤下|撤回|下线|下架|withdrawn|takendown)(?:日期|时间|情况|日|on|at)?$/iu

/**
 * Whether a list marks a line as taken down, by the heading of its column of states and what the cell says. What is not
 * understood counts as public: that it still stands there is then looked at by a person.
 * @example saysWithdrawn('状态', '已撤下') // true
 */
export function saysWithdrawn(heading: string, said: string): boolean {
  const text = said.normalize('NFKC').trim()
  if (WORDS.test(text)) return true
  if (!ASKED.test(heading) || NO.test(text)) return false
  return YES.test(text) || /^\d{4}/u.test(text) || /^\d{5}$/u.test(text)
}
