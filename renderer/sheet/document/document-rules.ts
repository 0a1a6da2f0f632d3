import type { Body } from '../../../domain/notice/body.ts'
import { bodyText } from '../../../domain/notice/body-text.ts'
import type { DisplayPlan } from '../../../domain/display/display-plan.ts'
import { chineseDate, officialDate } from '../official-date.ts'

/** 四号 and smaller signs take half the width of a Chinese character. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) > 0xff ? 1 : 0.5), 0)
}

/** How far a sealed date stands from the right edge, in characters (GB/T 9704-2012, 7.3.5.1). */
const SEALED_DATE = 4

/**
 * How far name and date, centred on each other, stand from the right edge so that the date is four characters in; a name so
 * long that it would leave the type area keeps to its edge.
 * @example sealedIndent('示例县云溪镇人民政府', '2026年3月5日') // 2
 */
export function sealedIndent(signature: string, date: string): number {
  const beyond = Math.max(0, (widthOf(signature) - widthOf(date)) / 2)
  return Math.max(0, SEALED_DATE - beyond)
}

function bare(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '')
}

/** Whether the text brings the line to sign on itself: accounts taken over as a list do. */
export function bringsSignatures(body: Body): boolean {
  return /村务监督委员会主任|民主理财(?:小组)?组长|监委会主任/u.test(bare(bodyText(body)))
}

/**
 * Whether the text itself says until when it is displayed; saying it twice, in two wordings, would raise questions.
 * @example bringsPeriod(body, '2026-11-27')
 */
export function bringsPeriod(body: Body, lastDay: string): boolean {
  const text = bare(bodyText(body)).replaceAll(/[○◯零]/gu, '〇')
  if (!/公示(?:期|时间|日期)/u.test(text)) return false
  const [year = '', rest = ''] = officialDate(lastDay).split('年')
  return [officialDate(lastDay), chineseDate(lastDay), rest].some(
    (day) => day !== '' && text.includes(bare(day)) && (day !== rest || text.includes(year)),
  )
}

// The same number given for questions is no way to object.
const OBJECTING = /异议|反映|举报|投诉|监督/u
// 如有异议，请书面反映。联系电话：…: the line of a sentence before it.
const CONTACT = /^(?:联系|受理)?(?:电话|方式|人|邮箱)/u

/**
 * Whether the text itself says where objections go: a sentence about objecting, or the line of contact right after one, names
 * the telephone or the mail box of the plan.
 * @example bringsObjection(body, plan.objection)
 */
export function bringsObjection(body: Body, route: DisplayPlan['objection']): boolean {
  const ways = [route.telephone, route.email].map(bare).filter((way) => way !== '')
  const sentences = bodyText(body)
    .split(/[。；！？\n]/u)
    .map(bare)
    .filter((sentence) => sentence !== '')
  return sentences.some(
    (sentence, index) =>
      ways.some((way) => sentence.includes(way)) &&
      (OBJECTING.test(sentence) || (CONTACT.test(sentence) && OBJECTING.test(sentences[index - 1] ?? ''))),
  )
}
