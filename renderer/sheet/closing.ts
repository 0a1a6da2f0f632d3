import type { PublicContent } from '../../domain/notice/content.ts'
import { chineseDate, officialDate } from './official-date.ts'
import { textsOf } from './plain-text.ts'

/** What the sheet adds around the text; null or empty where the text brings it itself. */
export type Closing = {
  /** 主送机关 with its colon. */
  readonly addressee: string | null
  /** 发文机关署名. */
  readonly signature: string | null
  /** 成文日期 in official form. */
  readonly date: string | null
  /** 附件说明, one name for each attachment, without file endings. */
  readonly attachments: readonly string[]
  /** 附注: whether （此件公开发布） is to be added. */
  readonly annex: boolean
}

// Text taken over from a word processor brings its own signature and date; printing them twice would make two
// signatures of one. They stand in the last lines, in any spacing and either kind of digits.
const LAST_LINES = 5

function bare(text: string): string {
  return text.normalize('NFKC').replace(/[\s:()]/gu, '')
}

/**
 * Works out what has to be set before and behind the text.
 * @example closingOf(content).date // '2026年3月5日'
 */
export function closingOf(content: PublicContent): Closing {
  const texts = content.body.content.flatMap(textsOf).map(bare)
  const first = texts.slice(0, 2)
  const last = texts.slice(-LAST_LINES)
  const addressee = content.addressee.trim()
  const signature = content.signature.trim() || content.office.name
  const dates = content.documentDate
    ? [officialDate(content.documentDate), chineseDate(content.documentDate)]
    : []
  const hasDate = dates.some((date) => last.some((line) => line.endsWith(bare(date)) && line.length < 40))
  const hasSignature = last.some(
    (line) => line === bare(signature) || dates.some((date) => line === bare(signature + date)),
  )
  const files = content.attachments.filter((attachment) => attachment.role === 'ATTACHMENT')
  return {
    addressee:
      addressee === '' || first.includes(bare(addressee)) ? null : addressee.replace(/[:：]?$/u, '：'),
    signature: hasSignature ? null : signature,
    date: dates[0] === undefined || hasDate ? null : dates[0],
    attachments: files.map((file) => attachmentTitle(file.name)),
    annex:
      content.disclosureMode === 'PROACTIVE' &&
      !last.some((line) => /^此件(?:公开发布|主动公开)$/u.test(line)),
  }
}

/**
 * The name of an attachment as the note under the text gives it: no file ending, no closing mark.
 * @example attachmentTitle('工作任务分解表.xlsx') // '工作任务分解表'
 */
export function attachmentTitle(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/u, '').replace(/[。；，;,.]+$/u, '')
}
