import type { Body } from '../../domain/notice/body.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { chineseDate, officialDate } from './official-date.ts'
import { textsOf } from './settle/plain-text.ts'

/** What the sheet adds around the text; null or empty where the text brings it itself. */
export type Closing = {
  /** 主送机关 with its colon. */
  readonly addressee: string | null
  /** The text, without the addressee where that was its first paragraph. */
  readonly body: Body
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
// signatures of one. They stand on lines of their own: at the end, or in front of what a notice passes on.
const LAST_LINES = 5
const OPENNESS = /^(?:此件公开发布|此件主动公开|公开方式主动公开)$/u
// 现将有关事项通告如下： opens the text and addresses nobody.
const ANNOUNCES = /(?:如下|下列|以下)[^，。]{0,8}[:：]$/u
const ADDRESSEE = /^[^。；！？：:]{2,80}[:：]$/u

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s:()]/gu, '')
    .replace(/[○◯零]/gu, '〇')
}

function withColon(addressee: string): string {
  return addressee.replace(/[:：]?$/u, '：')
}

/**
 * Works out what has to be set before and behind the text.
 * @example closingOf(content).date // '2026年3月5日'
 */
export function closingOf(content: PublicContent): Closing {
  const lines = content.body.content.flatMap(textsOf).map(bare)
  const signature = bare(issuerOf(content))
  const dates = content.documentDate
    ? [officialDate(content.documentDate), chineseDate(content.documentDate)]
    : []
  const isDated = dates
    .map(bare)
    .some((date) => lines.some((line) => line === date || line === signature + date))
  const isSigned = isDated || lines.includes(signature)
  const files = content.attachments.filter((attachment) => attachment.role === 'ATTACHMENT')
  const { addressee, body } = addresseeOf(content)
  return {
    addressee,
    body,
    signature: isSigned ? null : issuerOf(content),
    date: dates[0] === undefined || isDated ? null : dates[0],
    attachments: files.map((file) => attachmentTitle(file.name)),
    annex:
      content.disclosureMode === 'PROACTIVE' && !lines.slice(-LAST_LINES).some((line) => OPENNESS.test(line)),
  }
}

/**
 * Who issues the document: the signature the handler gave, or the unit or office itself.
 * @example issuerOf(content) // '示例县云溪镇人民政府'
 */
export function issuerOf(content: PublicContent): string {
  return content.signature.trim() || (content.unit?.name ?? content.office.name)
}

// 主送机关 stands flush left, so one that came as the first paragraph of the text is taken out of it.
function addresseeOf(content: PublicContent): Pick<Closing, 'addressee' | 'body'> {
  const [first, ...rest] = content.body.content
  const [text = ''] = first?.type === 'paragraph' ? textsOf(first) : []
  const given = content.addressee.trim()
  const isFirst = given === '' ? ADDRESSEE.test(text) && !ANNOUNCES.test(text) : bare(text) === bare(given)
  if (isFirst) return { addressee: withColon(text), body: { type: 'doc', content: rest } }
  return { addressee: given === '' ? null : withColon(given), body: content.body }
}

/**
 * The name of an attachment as the note under the text gives it: no file ending, no closing mark.
 * @example attachmentTitle('工作任务分解表.xlsx') // '工作任务分解表'
 */
export function attachmentTitle(fileName: string): string {
  return fileName.replace(/\.[A-Za-z0-9]{1,5}$/u, '').replace(/[。；，;,.]+$/u, '')
}
