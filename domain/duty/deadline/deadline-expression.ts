import type { Fact, MonthDay } from './deadline-fact.ts'
import type { DeadlineClass, DeadlineUnit, PeriodOffset } from './deadline-rule.ts'

/** An amount before it is known what it is counted from, or a fact that stands for itself. */
export type Expression =
  | Exclude<Fact, { kind: 'amount' }>
  | { readonly kind: 'number'; readonly amount: number; readonly unit: DeadlineUnit }

type Reader = readonly [RegExp, (match: RegExpExecArray) => Expression | readonly Expression[]]

const TO = '[-—~～至到]+'
const DAY = '[日号]'
const GLUE = '(?:的|于|应|在|,|，)*'
const UNKNOWN: Expression = { kind: 'unknown' }

const say = (name: DeadlineClass, weak = false): Expression => ({ kind: 'class', class: name, weak })
const onDay = (name: DeadlineClass, monthday: number, offset: PeriodOffset): Expression =>
  monthday >= 1 && monthday <= 31 ? { kind: 'monthday', class: name, monthday, offset } : UNKNOWN

/** 上旬 ends on the 10th, 中旬 on the 20th; 月初 has no last day. */
function dayOf(words: string | undefined): number | null {
  if (words === undefined || /^(?:底|末|终|下旬)$/u.test(words)) return 31
  if (words === '上旬') return 10
  if (words === '中旬') return 20
  const days = words.match(/\d+/g)
  return days ? Number(days.at(-1)) : null
}

const PLACE = `(?:(?:\\d{1,2}${DAY}?${TO})?\\d{1,2}${DAY}|上旬|中旬|下旬|底|末|初)`

/** A day in the first month after a period, or in its own last month (末, 最后, 第3). */
function inPeriod(
  name: DeadlineClass,
  which: string | undefined,
  words: string | undefined,
  first: PeriodOffset,
): Expression {
  const day = dayOf(words)
  if (day === null) return UNKNOWN
  return onDay(name, day, /末|最后|3/u.test(which ?? '') ? 'lastMonth' : first)
}

function monthDay(match: RegExpExecArray): Expression {
  const [, which = '', words = ''] = match
  const day = dayOf(words)
  // 每月下旬 may be of this month or the next.
  if (day === null || (which === '每' && words === '下旬')) return UNKNOWN
  const own = /当|本/u.test(which) || (!/次|下|翌/u.test(which) && /底|末|终/u.test(words))
  return onDay('MONTHLY', day, own ? 'lastMonth' : 'nextMonth')
}

/** In 4月、7月、10月15日前 the day stands once, behind the last month. */
function dates(match: RegExpExecArray): Expression {
  const [whole] = match
  const found: MonthDay[] = []
  let last: number | null = 31
  const parts = [
    ...whole.matchAll(
      new RegExp(`(${NEXT_YEAR}${GLUE})?(\\d{1,2})月?(?:份)?(?:的|各)*(${PLACE})?(?=\\D|$)`, 'gu'),
    ),
  ]
  for (const [, next, month = '', words] of parts.toReversed()) {
    if (words !== undefined) last = dayOf(words)
    found.unshift({ month: Number(month), day: last ?? 0, ...(next !== undefined && { next: true }) })
  }
  return found.every(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31)
    ? { kind: 'dates', dates: found }
    : UNKNOWN
}

function number(match: RegExpExecArray): Expression {
  const [, first = '', last = first, word = ''] = match
  const amount = Number(last)
  if (amount < 1 || Number(first) > amount) return UNKNOWN
  if (/工/u.test(word)) return { kind: 'number', amount, unit: 'workday' }
  if (/时/u.test(word)) return { kind: 'number', amount, unit: 'hour' }
  return { kind: 'number', amount: /周|星期/u.test(word) ? amount * 7 : amount, unit: 'day' }
}

/** A bare 年度 is a rhythm only where the words go on with publishing or stop; before a noun it belongs to it (年度预算). */
const RHYTHM = '(?=公[开布示告]|发布|更新|结束|终了|终|末|底|后|内|1次|[,，、)）]|$)'
const NEXT_YEAR = '(?:次年度?|翌年度?|来年度?|下1?(?:个)?年度?)'
const YEAR = `(?:每年度?|${NEXT_YEAR}|当年|本年度?|年度?)`
const ONE_DATE = `${YEAR}?${GLUE}\\d{1,2}(?:月?[、,，和及与](?:次年|翌年)?\\d{1,2})*月(?:份)?(?:的|各)*${PLACE}?`

/** In order of precedence among those that begin at the same place. */
const READERS: readonly Reader[] = [
  // 半年内 may be any half year from now.
  [/(?<![每按逐各上下本当前\d个])(?:半年度?|季度?|年度?)[之以]?内(?!容)/u, () => UNKNOWN],
  [
    new RegExp(`(?:每年度?)?年中${GLUE}(?:[、和及与]|以及)*年(?:末|底|终(?!了))`, 'u'),
    () => say('HALF_YEARLY'),
  ],
  [/年中(?=[、,，和及与前后各公发]|$)/u, () => UNKNOWN],
  [/\d{4}年|每(?:隔|逢)|每?[两双单]月|(?:每|逢)?(?:周|星期)[一二三四五六日天]/u, () => UNKNOWN],
  [
    /(?:每|1)个?月(?:不得?少于|至少|最少)?[1一]次|月月公[开示布]|[一1]月[一1]公[开示布]/u,
    () => say('MONTHLY'),
  ],
  [
    /(?:每|1)个?季度?(?:不得?少于|至少|最少)?[1一]次|[一1]季度?[一1]公[开示布]|每3个月/u,
    () => say('QUARTERLY'),
  ],
  [/每6个月|半年(?:不得?少于|至少|最少)?[1一]次/u, () => say('HALF_YEARLY')],
  [
    /(?:每|1)年度?(?:不得?少于|至少|最少)?(?:公[开布示])?[1一]次|[一1]年[一1](?:度|公[开示布])/u,
    () => say('YEARLY'),
  ],
  [
    new RegExp(
      `(?:每|下|次|各|按)?1?个?季度?(?:结束|终了|末)?后?${GLUE}(首|头|次|下|第?1|最后1?|末|第3)个?月(?:份)?${GLUE}(${PLACE})?`,
      'u',
    ),
    ([, which, words]) => inPeriod('QUARTERLY', which, words, 'nextQuarterFirstMonth'),
  ],
  [
    new RegExp(
      `(?:每|下|次|按)?个?半年度?(?:结束|终了|末)?后?${GLUE}(首|头|次|第?1|末)个?月(?:份)?${GLUE}(${PLACE})?`,
      'u',
    ),
    ([, which, words]) => inPeriod('HALF_YEARLY', which, words, 'nextHalfFirstMonth'),
  ],
  [
    new RegExp(`(?:每|下|次|翌)年度?${GLUE}(首|头|第1)个?月(?:份)?${GLUE}(${PLACE})?`, 'u'),
    ([, which, words]) => inPeriod('YEARLY', which, words, 'nextYearFirstMonth'),
  ],
  [
    /(?:每|本|当)?个?季度?(?:末|底)(?!月|次|了|后|结)|季度?(?:结束|终了)前/u,
    () => onDay('QUARTERLY', 31, 'lastMonth'),
  ],
  // 每季度20日 leaves the month open.
  [new RegExp(`(?:每|按)?个?(?:半年|季|年)度?${GLUE}\\d{1,2}${DAY}`, 'u'), () => UNKNOWN],
  [/(?:每|次|下)?个?月?月初(?=的?\d+个?(?:工|[日天]))/u, () => say('MONTHLY')],
  [new RegExp(`(每|次|下|翌|当|本)1?个?月(?:份)?${GLUE}(${PLACE}|终(?!了))(?!后)`, 'u'), monthDay],
  [/()月(底|末)(?!后)/u, monthDay],
  [new RegExp(`${ONE_DATE}(?:(?:之?前)?(?:、|,|，|和|及|与|以及)+${ONE_DATE})*`, 'u'), dates],
  [
    /(?:每|当|本)?年(?:度|年)?(?:底|末|终(?!了))(?!后)|岁末/u,
    () => ({ kind: 'dates', dates: [{ month: 12, day: 31 }] }),
  ],
  [
    new RegExp(`${YEAR}?的?(?:第)?(?<!每|上|下|上个|下个)([1-4])季度(?:末|底|内)*`, 'u'),
    (match) => ({ kind: 'dates', dates: [{ month: Number(match[1]) * 3, day: 31 }] }),
  ],
  [/每年度?的?上半年/u, () => ({ kind: 'dates', dates: [{ month: 6, day: 31 }] })],
  [/每年度?的?下半年/u, () => ({ kind: 'dates', dates: [{ month: 12, day: 31 }] })],
  [
    /(?:不|(?<![法规约指]))定期(?!限)|适时|同步|择机|当[日天]|每[日天]|每周|每旬|[年月]初|\d+个月|半个?月|每\d+年|\d+年/u,
    () => UNKNOWN,
  ],
  [
    new RegExp(
      `(\\d{1,3})(?:个?(?:工[作做]日|日|天)?${TO}(\\d{1,3}))?(个?工[作做](?:日|天|(?=内))|个?自然日|个?日历[日天]|个?[日天]|个?小时|个?星期|周)`,
      'u',
    ),
    number,
  ],
  [/(?:按|分|逐|每[1一]?|各)?批次|逐批|分批|每[1一]?批|[一1]批[一1]/u, () => say('PER_BATCH')],
  [
    /逐段|分阶段|分段|[按各]阶段|按(?:照)?(?:工程|项目|工作)?(?:实施)?(?:进度|进展|节点)|决策前、?决策中、?(?:和)?决策后|事前、?事中、?事后/u,
    () => say('STAGED'),
  ],
  [/(?:每|按|逐)(?:1?个)?半年度?/u, () => say('HALF_YEARLY')],
  [new RegExp(`(?<![上下])半年度?${RHYTHM}`, 'u'), () => say('HALF_YEARLY')],
  [/(?:每|按|逐|分|各)(?:1?个)?季度?/u, () => say('QUARTERLY')],
  [new RegExp(`(?<![上本当下])季度?${RHYTHM}`, 'u'), () => say('QUARTERLY')],
  [/(?:每|按|逐|各)(?:1?个)?月(?:度|份)?|次月|下1?个?月/u, () => say('MONTHLY')],
  [new RegExp(`(?<![\\d上本当])月度?${RHYTHM}`, 'u'), () => say('MONTHLY')],
  [/(?:每|按|逐)1?年度?/u, () => say('YEARLY')],
  [new RegExp(`(?<![\\d上本当近历半全])年度?${RHYTHM}`, 'u'), () => say('YEARLY')],
  [
    /(?:长期|全年|常年|长年|永久|始终|持续|常态化?)(?:地)?(?:(公示|展示|张贴|悬挂|保留)|公[开布告]|有效|发布)?/u,
    ([, shown]) =>
      shown === undefined
        ? say('STANDING')
        : [say('STANDING', true), { kind: 'display', period: { min: null, unit: 'day' } }],
  ],
  [/即时|随时|立即|立刻|实时|即刻|第一时间|当场|一事一公[开示布]/u, () => say('IMMEDIATE')],
  [/及时|尽快|尽早|动态/u, () => say('IMMEDIATE', true)],
]

const SOUGHT: readonly Reader[] = READERS.map(([pattern, read]) => [new RegExp(pattern.source, 'gu'), read])

/** An expression of time where it stands in a clause. */
export type Found = { readonly from: number; readonly to: number; readonly said: readonly Expression[] }

/**
 * Finds the expressions of time in a clause whose numerals are digits, from left to right.
 * @example findExpressions('每季度的首个月20日')[0]?.said // [{ kind: 'monthday', class: 'QUARTERLY', monthday: 20, … }]
 */
export function findExpressions(text: string): readonly Found[] {
  const found: Found[] = []
  for (let from = 0; from < text.length;) {
    let best: { readonly match: RegExpExecArray; readonly read: Reader[1] } | null = null
    for (const [sought, read] of SOUGHT) {
      sought.lastIndex = from
      const match = sought.exec(text)
      if (match && match[0] !== '' && (best === null || match.index < best.match.index))
        best = { match, read }
    }
    if (!best) break
    const said = best.read(best.match)
    const to = best.match.index + best.match[0].length
    found.push({ from: best.match.index, to, said: [said].flat() as Expression[] })
    from = to
  }
  return found
}
