import type { ArithmeticParts, NamedRun } from '../../domain/duty/arithmetic-parts.ts'
import type { DeadlineUnit } from '../../domain/duty/deadline/deadline-rule.ts'
import type { CivilDate } from '../../domain/notice/content.ts'
import type { Sentences } from '../../platform/sentence.ts'

type Words = Sentences['say']

/** A day as the sentence names it; the year only where it is not that of the day before in the sentence. */
function dayWords(say: Words, date: CivilDate, near: CivilDate): string {
  const [year = '', month = '', day = ''] = date.split('-')
  const key = near.startsWith(`${year}-`) ? 'cli:calendarDue.day' : 'cli:calendarDue.dayOfYear'
  return say(key, { year, month: Number(month), day: Number(day) })
}

function runWords(say: Words, { from, to }: NamedRun, near: CivilDate): string {
  const first = dayWords(say, from, near)
  if (from === to) return first
  if (from.slice(0, 7) !== to.slice(0, 7)) {
    return say('cli:calendarDue.range', { from: first, to: dayWords(say, to, from) })
  }
  return say('cli:calendarDue.rangeInMonth', { from: first, to: Number(to.slice(8)) }).replace(
    // 10月1日–7日 is written 10月1–7日.
    /日(?=–)/,
    '',
  )
}

/** What an amount of hours ends at, in the time of Asia/Shanghai: 2026-07-19 02:40. */
function clockWords(shanghai: string): string {
  return shanghai.slice(0, 16).replace('T', ' ')
}

/**
 * The sentence that explains a due date: “9月30日起20个工作日：跳过10月1–7日，10月10日补班计入 → 11月3日”.
 * `dueAt` is the end of an amount of hours as an ISO instant in Asia/Shanghai.
 * @example dueSentence(sentences.say, parts, 'workday', 20, null)
 */
export function dueSentence(
  say: Words,
  parts: ArithmeticParts,
  unit: DeadlineUnit,
  amount: number,
  dueAt: string | null,
): string {
  const start = parts.start ?? parts.due
  const near = (date: CivilDate): string => dayWords(say, date, start)
  const head = say(`cli:calendarDue.start.${unit}`, { start: dayWords(say, start, start), amount })
  const details = [
    ...[
      ...parts.skipped.map((run) => ({ run, key: run.local ? 'skippedLocal' : 'skipped' })),
      ...parts.madeUp.map((run) => ({ run, key: run.local ? 'countedLocal' : 'madeUp' })),
    ]
      .toSorted((one, other) => (one.run.from < other.run.from ? -1 : 1))
      .map(({ run, key }) =>
        say(`cli:calendarDue.${key}`, { days: runWords(say, run, start), name: run.name }),
      ),
    ...(parts.rolled === null
      ? []
      : [
          say(`cli:calendarDue.${parts.target < parts.due ? 'rolled' : 'rolledOnly'}`, {
            last: near(parts.rolled.last),
            target: near(parts.target),
          }),
        ]),
    ...(parts.provisional
      ? [say('cli:calendarDue.provisional', { years: parts.missingYears.join(say('cli:calendarDue.and')) })]
      : []),
  ]
  const colon = details.length > 0 ? say('cli:calendarDue.colon') : ''
  const end = dueAt === null ? near(parts.due) : clockWords(dueAt)
  return `${head}${colon}${details.join(say('cli:calendarDue.comma'))} → ${end}`
}
