import { withDigits } from './deadline-number.ts'
import { eventOf } from './deadline-event.ts'
import { findExpressions } from './deadline-expression.ts'
import type { Fact } from './deadline-fact.ts'
import type { DeadlineEvent } from './deadline-rule.ts'

/** What one clause says. */
export type ClauseReading = {
  /** The clause in the words of the text. */
  readonly said: string
  readonly facts: readonly Fact[]
  /**
   * RULE may hold for the item; CONDITION holds in a case it names; PLAIN says no time; BASIS points to another text;
   * UNREAD speaks of time in a way that is not understood.
   */
  readonly sense: 'RULE' | 'CONDITION' | 'PLAIN' | 'BASIS' | 'UNREAD'
  /** Whether the clause speaks of a part of the item (补贴结果每月10日前), of the common case (一般事项), or of the item. */
  readonly subject: 'NONE' | 'COMMON' | 'PART'
  /** Whether the clause names things and neither a time nor a "not". */
  readonly topic: boolean
}

const CONDITION =
  /^(?:但|且)?(?:如|若|倘|遇|凡|其中|特殊情况|特别情况|有(?:变化|变更|变动|调整|更新)|情况复杂)|的[,，]|延长|延期|顺延|除外/u
/** 按照有关规定执行, 法定时限: another text says when. */
const BASIS =
  /(?:按照?|依照?|依据|根据|遵照|参照|遵循|执行).*(?:规定|要求|条例|办法|法律|法规|通知|文件|制度|》)|规定的?(?:时限|期限|时间)|法定/u
const UPDATE = /^[^\d]*(?:变更|变化|变动|调整|更新)/u
const SHOWING = /公示(?!栏)|公告(?!栏|发布)|张贴|展示|悬挂|上墙|挂网|保留|保持|[发公]布时间|征求意见/u
/** Counted from the showing itself, an amount is its length. */
const FROM_SHOWING = /(?:公示|公告|张贴|展示|征求意见)(?:之日)?起$/u
const AT_LEAST = /(?:不得?少于|不低于|不短于|不小于|至少|≥)$/u
const AT_MOST = /(?:不得?超过|不得?超出|不多于|不大于|最长|最多|≤)(?:为|是)?$/u
/** Words between an event and its amount, or around a time, that say nothing about it. */
const CONNECTOR =
  /(?:最迟|最长|最多|最晚|一般|原则上|应当?|须|必须|需要?|要|在|于|的|限|为|是|共|[,，、:：]|不得?超过|不得?超出|不晚于|不迟于|不得?少于|不低于|不短于|不小于|至少|≥|≤|控制|日期|第)+$/u
const FILLER =
  /[上下]半年|[上本](?:季度?|月|年度?)|信息|内容|时限|期限|时间|要求|公开|公布|公示|公告|发布|更新|政府|相关|有关|应当?|予以|进行|主动|依法|原则上|实行|坚持|向社会|对外|面向|属于|范围|所有|同时|另外|以及|及时|逐[项笔户件条]|事项|情况|必须|须|需|自|从|在|于|由|并|且|及|和|或|本|该|其|均|都|的|为|一次|1次|至少|不少于|不超过|之?以?内|之?以?前|[、，,:：./\-—]/gu
const COMMON = /一般|其他|其余|其它|日常|常规|普通/u
const PERIOD_END = /^(?:度)?(?:结束|终了|届满|期满|终|末|底)?(?:之日|之|以)?(?:后|起|内|前)?(?:的|第)?$/u

function subjectOf(words: string): ClauseReading['subject'] {
  const bare = words.replace(CONNECTOR, '')
  if (COMMON.test(bare)) return 'COMMON'
  return bare.replace(FILLER, '').length >= 2 ? 'PART' : 'NONE'
}

/** Words that make a time doubtful when they stand around it: other numbers, 提前, 不, 隔. */
function isDoubtful(words: string): boolean {
  const bare = words
    .replace(/不动产|不得?超过|不晚于|不迟于|不得?少于|不低于|不短于|至少|1次|一次|《[^》]*》/gu, '')
    .replace(/上(?:1|一)?个?(?:季度?|月|年度?|半年)|下半年/gu, '')
  return /\d|每(?!次)|不|暂|停|隔|撤|[上中下]旬/u.test(bare)
}

const AFTER_PERIOD = /^(?:度)?(?:结束|终了|终|末|底)?(?:之后|以后|后|之内|以内|内)?/u

function isRhythm(fact: { readonly kind: string; readonly class?: string }): boolean {
  return fact.kind === 'class' && (fact.class ?? '').endsWith('LY')
}

/** 公示期为长期 says how long it hangs. */
function placeStanding(fact: Fact, before: string): readonly Fact[] {
  if (fact.kind !== 'class' || fact.class !== 'STANDING' || !/公示|公告期/u.test(before)) return [fact]
  return [
    { ...fact, weak: true },
    { kind: 'display', period: { min: null, unit: 'day' } },
  ]
}

type Gap = {
  readonly before: string
  readonly after: string
  readonly periodic: boolean
  readonly followsEnd: boolean
}

function readEvent(words: string): { readonly from: DeadlineEvent | null; readonly name: string } | null {
  const phrase = words.replace(CONNECTOR, '').replace(/^.*[:：]/u, '')
  const ends = /(?:后|起|之日|当日|时)$/u.test(phrase)
  const event = eventOf(phrase)
  // 信息形成20个工作日内: the event without 之日起; but 审批结果20个工作日内 names a part.
  const bare = !ends && event !== null && event !== 'published' && eventOf(phrase.slice(-2)) !== null
  if (!ends && !bare) return null
  const name = phrase
    .replace(/^.*(?:自|从)/u, '')
    .replace(/(?:之日起?|日起|之日|当日|以后|之后|后|起|时)+$/u, '')
  return { from: event ?? 'event', name }
}

/** 批准后及时公开: keeps what 及时 counts from, for an amount in the next clause. */
function countedFrom(fact: Fact, before: string): Fact {
  if (fact.kind !== 'class' || fact.class !== 'IMMEDIATE') return fact
  const from = readEvent(before)?.from
  return from ? { ...fact, from } : fact
}

/** What an amount means in its place: a term after an event, or how long something hangs; null when neither is sure. */
function placeAmount(amount: number, unit: 'workday' | 'day' | 'hour', gap: Gap): Fact | null {
  const { before, after } = gap
  const words = before.replace(CONNECTOR, '')
  const within = /^(?:之|以)?内/u.test(after)
  const least = AT_LEAST.test(before) || /^(?:及|或)?以上/u.test(after)
  const event = readEvent(before)
  const showing = SHOWING.test(words) || /^的?(?:公[示告]期|公示)/u.test(after)
  const shown: Fact | null = unit === 'hour' ? null : { kind: 'display', period: { min: amount, unit } }
  if (/(?:之|以)?前$|提前|满$/u.test(words) && !/^公示期?满$/u.test(words) && !gap.periodic) return null
  // 每月第5个工作日前: counted from the month before.
  const nth = gap.periodic && before.endsWith('第')
  if ((!nth && /^(?:之|以)?前/u.test(after)) || /^(?:之|以)?后(?!续)/u.test(after)) return null
  // 第2天 may be the day after or the one after that.
  if (unit === 'day' && before.endsWith('第') && !gap.periodic && !within) return null
  if (least) return shown
  // 公示不超过7日 says no length it must have.
  if (showing && AT_MOST.test(before)) return null
  // 公示7天内 may mean either.
  if (showing && !event) return within ? null : shown
  if (FROM_SHOWING.test(words) && !within) return shown
  if ((gap.periodic || gap.followsEnd) && PERIOD_END.test(words)) {
    return { kind: 'amount', amount, unit, from: 'period_end', name: '' }
  }
  if (event) return { kind: 'amount', amount, unit, ...event }
  const later = /自(.*(?:起|后))/u.exec(after)
  return { kind: 'amount', amount, unit, from: later ? (eventOf(later[1] ?? '') ?? 'event') : null, name: '' }
}

/**
 * Reads one clause of a deadline text.
 * @example readClause('收到批准文件之日起15个工作日内').facts // [{ kind: 'amount', amount: 15, from: 'approval_received', … }]
 */
export function readClause(said: string): ClauseReading {
  const text = withDigits(said)
  const found = findExpressions(text)
  const facts: Fact[] = []
  let doubtful = false
  let subject: ClauseReading['subject'] = 'NONE'
  for (const [index, { from, to, said: expressions }] of found.entries()) {
    const before = text.slice(found[index - 1]?.to ?? 0, from)
    const after = text.slice(to, found[index + 1]?.from ?? text.length)
    const previous = facts.at(-1)
    let event = false
    for (const expression of expressions) {
      if (expression.kind === 'unknown') doubtful = true
      if (expression.kind !== 'number') {
        facts.push(...placeStanding(countedFrom(expression, before), before))
        const last = index === found.length - 1
        // 每年开学前: the rhythm is known, the day is not.
        if (last && isRhythm(expression) && /[前后起]|时(?![限间])/u.test(after.replace(AFTER_PERIOD, '')))
          doubtful = true
        continue
      }
      const periodic = previous !== undefined && isRhythm(previous)
      const followsEnd = previous?.kind === 'monthday' && previous.monthday === 31
      const fact = placeAmount(expression.amount, expression.unit, { before, after, periodic, followsEnd })
      if (fact === null) doubtful = true
      else facts.push(fact)
      event = fact?.kind === 'display' || (fact?.kind === 'amount' && fact.from !== null)
      // 每月结束后10日内 counts from the month's end, so the end is no due day of its own.
      if (fact?.kind === 'amount' && fact.from === 'period_end' && previous?.kind === 'monthday') {
        facts.splice(facts.indexOf(previous), 1, { kind: 'class', class: previous.class, weak: false })
      }
    }
    // 政策出台后及时公开 names an event, no part of the item.
    event ||= /(?:后|起|之日|时)$/u.test(before)
    if (index === 0) subject = event ? subjectBeforeEvent(before) : subjectOf(before)
    // 及时/年度, 每月或每季度: a choice is left open.
    doubtful ||= isDoubtful(before) || isDoubtful(after) || (index > 0 && /(?:[/／]|或者?)$/u.test(before))
  }
  const sense = senseOf(said, facts, found.length > 0, doubtful)
  const topic = found.length === 0 && !isDoubtful(text)
  return { said, facts: sense === 'RULE' ? facts : [], sense, subject, topic }
}

/** 审批结果自审批之日起: what stands before 自 is the part the term is for. */
function subjectBeforeEvent(words: string): ClauseReading['subject'] {
  const part = /^(.+?)[,，:：]?(?:自|从)/u.exec(words)?.[1]
  return part === undefined ? (/^[^:：]+[:：]/u.test(words) ? subjectOf(words) : 'NONE') : subjectOf(part)
}

function senseOf(
  said: string,
  facts: readonly Fact[],
  timed: boolean,
  doubtful: boolean,
): ClauseReading['sense'] {
  if (CONDITION.test(said)) return 'CONDITION'
  const onlyAtOnce = facts.every((fact) => fact.kind === 'class' && fact.class === 'IMMEDIATE')
  if (timed && !doubtful && onlyAtOnce && UPDATE.test(said)) return 'RULE'
  if (timed) return doubtful || facts.length === 0 ? 'UNREAD' : 'RULE'
  if (BASIS.test(said)) return 'BASIS'
  return said.replace(FILLER, '') === '' ? 'PLAIN' : 'UNREAD'
}

/**
 * Whether a clause only says that what has changed is brought up to date (变更后及时更新).
 * @example isUpdate({ said: '变更后及时更新', … }) // true
 */
export function isUpdate(clause: ClauseReading): boolean {
  const onlyAtOnce = clause.facts.every((fact) => fact.kind === 'class' && fact.class === 'IMMEDIATE')
  return onlyAtOnce && /变更|变化|变动|调整|更新/u.test(clause.said)
}
