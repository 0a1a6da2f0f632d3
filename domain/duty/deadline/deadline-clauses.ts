/** Characters that PDF files and input methods leave in place of plain ones: full-width digits, radicals (⼯, ⽇). */
const LOOK_ALIKES = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2fdf]/gu

/** A deadline text cut into what can be understood by itself. */
export type DeadlineParts = {
  readonly clauses: readonly string[]
  readonly reservations: readonly string[]
}

/**
 * Tidies a deadline text for reading: no blanks, plain digits, usual slips mended. Nothing that carries meaning is lost.
 * @example tidyDeadline('２０ 个工做日') // '20个工作日'
 */
export function tidyDeadline(text: string): string {
  return (
    text
      .replace(LOOK_ALIKES, (sign) => sign.normalize('NFKC'))
      .replace(/[ \t\u00a0\u3000\u200b-\u200f\ufeff\r]/g, '')
      .replace(/(?<=[\p{Script=Han}\d、])\n(?=[\p{Script=Han}\d])/gu, '')
      .replace(/(?<=[\d一二三四五六七八九十百两])[－–−‐‑―﹣](?=[\d一二三四五六七八九十百两])/gu, '-')
      .replace(/曰/gu, '日')
      .replace(/內/gu, '内')
      .replace(/個/gu, '个')
      .replace(/工[做作座]日|工日(?=内)/gu, '工作日')
      .replace(/(?:个?[日天]|个|(?<=\d))[(（]工作日[)）]/gu, '个工作日')
      .replace(
        /(?<![\d零一二三四五六七八九十百两个])工作日([\d零一二三四五六七八九十百两]+)个?[日天]/gu,
        '$1个工作日',
      )
      .replace(/^(?:公开|公布|发布)?(?:时限|时间|期限)(?:要求)?[:：]/u, '')
      // What is for proactive disclosure at all is the case the column is about, not a condition.
      .replace(/^凡?属于主动公开(?:范围|内容)?的(?:政府)?(?:信息)?[,，]?(?=.)/u, '')
  )
}

const RESERVED = new RegExp(
  `(?:(?:但|法律|法规|规章|行政法规|国家|上级|党内法规|政策|文件|省|市|县|有关|相关|其他|对)[^。;；,，()（）\\n]*?)?` +
    `(?:另有|有(?:特殊|专门|明确|特别|其他|具体|相关))(?:的)?(?:规定|要求|约定|安排)[^。;；,，()（）\\n]*` +
    `(?:[,，]?(?:从其|按照?|依照?|遵照?|遵从|适用|以)[^。;；,，()（）\\n]*)?`,
  'gu',
)
const SEPARATOR = /[。;；!！?？\n●•◆■▪]/u
const NUMBERED = /^(?:\d{1,2}[.、．](?!\d)|[①-⑳]|[●•◆■▪\-—])+/u
/** An amount or an adverb a clause goes on with after 之日起 or 后. */
const GOES_ON =
  /^(?:最迟|应当?|须|在|于|[\d零一二三四五六七八九十百两]+(?:个|日|天|工|小时|周)|及时|即时|立即|随时)/u
const WITH_TIME =
  /[\d零一二三四五六七八九十百两]+(?:个|日|天|小时|月|周)|[每按逐](?:半|季|月|年|批)|及时|即时|随时|长期/u
const BRACKETED = /[(（【〔[]([^()（）【】〔〕[\]]*)[)）】〕\]]/u

/** 自收到之日起（计算）: an event without its amount. */
const FROM_ALONE = /^[自从由].*起(?:开始)?(?:计算|起算|算起?)?$/u

/** Puts an event that stands behind its amount before it: 10个工作日内（自收到之日起）. */
function leadWith(event: string, clause: string): string {
  return event.replace(/(?:开始)?(?:计算|起算|算起?)$/u, '') + clause
}

/** Brackets inside a phrase belong to it (形成（变更）之日起); those at its end speak for themselves (20个工作日（长期公开）). */
function openBrackets(text: string): string {
  let open = text
  for (let match = BRACKETED.exec(open); match; match = BRACKETED.exec(open)) {
    const [whole, inside = ''] = match
    const before = open.slice(0, match.index)
    const after = open.slice(match.index + whole.length)
    const end = after.search(/[。;；,，\n]/u)
    const rest = end < 0 ? after : after.slice(0, end)
    const start = Math.max(...Array.from('。;；,，\n', (sign) => before.lastIndexOf(sign))) + 1
    if (FROM_ALONE.test(inside) && WITH_TIME.test(before.slice(start))) {
      open = before.slice(0, start) + leadWith(inside, before.slice(start)) + after
    } else if (/^\d{0,2}$/u.test(inside)) open = `${before}\n${after}`
    else if (rest !== '' && !WITH_TIME.test(inside))
      open = before + inside.replace(/[,，;；。\n]/gu, '、') + after
    // What stands after the brackets up to the next stop goes with what stands before them.
    else open = `${before}${rest}\n${inside}\n${after.slice(rest.length).replace(/^[,，]/u, '')}`
  }
  return open
}

function joinCommas(sentence: string): readonly string[] {
  const parts: string[] = []
  for (const part of sentence.split(/[,，]/u)) {
    const before = parts.at(-1)
    const waits =
      before !== undefined &&
      ((/(?:起|后|时|之日)$/u.test(before) && GOES_ON.test(part)) ||
        (/^(?:每季度?|每月|每半年|每年|按.{1,3}|次月)$/u.test(before) && /^[首头第\d次]/u.test(part)) ||
        // 集体财务往来较多的，每月公布一次; 如遇特殊情况，…: a condition and its rule.
        before.endsWith('的') ||
        (/^(?:但|且)?(?:如|若|倘|遇|凡)/u.test(before) && !WITH_TIME.test(before)))
    if (before !== undefined && FROM_ALONE.test(part) && WITH_TIME.test(before)) {
      parts[parts.length - 1] = leadWith(part, before)
    } else if (waits) parts[parts.length - 1] = `${before}，${part}`
    else parts.push(part)
  }
  return parts
}

/**
 * Cuts a tidied deadline text into clauses, and the reservations of other rules out of it.
 * @example cutDeadline('20个工作日内（长期公开）').clauses // ['20个工作日内', '长期公开']
 */
export function cutDeadline(text: string): DeadlineParts {
  const reservations: string[] = []
  const rest = text.replace(RESERVED, (reserved) => {
    reservations.push(reserved.replace(/[,，]$/u, ''))
    return '\n'
  })
  const clauses = openBrackets(rest)
    .split(SEPARATOR)
    .flatMap(joinCommas)
    .map((clause) => clause.replace(NUMBERED, '').replace(/^[、，,:：)）\]】〕]+|[、，,:：(（[【〔]+$/gu, ''))
    .filter((clause) => clause !== '')
  return { clauses, reservations }
}
