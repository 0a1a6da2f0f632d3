import type { Temporal } from 'temporal-polyfill'
import type { Finding } from './finding.ts'
import { maskValue } from './mask.ts'
import { readDay } from './number-check.ts'
import { looksLikeName } from './person-name.ts'

/** Health, fate and family facts that must not stand beside a name (domain book §7.1, 个人信息保护法 art. 28). */
const SENSITIVE = new RegExp(
  [
    '残疾(?!人?(?:联合会|两项补贴|事业|保障|权益|就业|工作))',
    '精神(?=病|疾|障碍|残|分裂|异常|失常|[一二三四1-4]级)|(?<=^|\\t)精神(?=\\t|$)',
    '艾滋|HIV|智力|癌|白血病|尿毒症|透析|肝炎|肺结核|梅毒|孤儿|困境儿童|事实无人抚养',
    '吸毒|戒毒|社区矫正|刑满释放|性侵|强奸|家暴|流产|抑郁症',
  ].join('|'),
  'g',
)
/** What every sensitive word begins with; most texts hold none, and are not cut into sentences then. */
const MAYBE_SENSITIVE =
  /残疾|精神|艾滋|HIV|智力|癌|白血病|尿毒症|透析|肝炎|肺结核|梅毒|孤儿|困境儿童|事实无人抚养|吸毒|戒毒|社区矫正|刑满释放|性侵|强奸|家暴|流产|抑郁症/
const MAYBE_DATE = /\d{4}\s*[年./-]/
const NAME_HEADING = /^(?:姓\s*名|户主|户主姓名|申请人|申请人姓名|对象姓名|患者|残疾人姓名|学生姓名|受助人)$/
const NAME_AFTER_LABEL =
  /(?:户主|村民|居民|申请人|患者|学生|姓名|当事人|受害人|被害人|救助对象|其子|其女|其妻|其夫|同学|儿童)[:：\s]*([\p{Script=Han}·]{2,4})/gu
const NAME_BEFORE_LABEL =
  /(?:^|[，、：:（(\s“])(\p{Script=Han}{2,4})(?=同志|女士|先生|患有?|系|因|身患|[，、：:）)（(\s”]|$)/gu
const BIRTH_LABEL = /(?:出生(?:日期|年月日?|时间)?|生日|生于)[:：为于是\s]*$/
const DATE = /(\d{4})\s*[年./-]\s*(\d{1,2})(?:\s*[月./-]\s*(\d{1,2})\s*日?|\s*月)?/g

/**
 * Finds what is harmless alone but not beside a name (domain book §7.4): sensitive words in the same table row
 * (cells joined by a tab) or the same sentence as a name, and birth dates of minors on `today` (null: birth dates of
 * anybody; absent: none). All are warnings.
 * @example detectContext('村民周敏，残疾二级。').map((finding) => finding.kind) // ['SENSITIVE_WORD']
 */
export function detectContext(text: string, today?: Temporal.PlainDate | null): readonly Finding[] {
  const mayHoldWords = MAYBE_SENSITIVE.test(text)
  const dates = today !== undefined && MAYBE_DATE.test(text)
  if (!mayHoldWords && !dates) return []
  const findings: Finding[] = []
  for (const unit of units(text)) {
    const words = mayHoldWords ? [...unit.text.matchAll(SENSITIVE)] : []
    if (words.length > 0 && hasName(unit.text)) {
      for (const word of words) findings.push(warning('SENSITIVE_WORD', word[0], unit.start + word.index))
    }
    if (dates) {
      for (const finding of minorBirthDates(unit.text, today)) {
        const { start, end } = finding
        findings.push({ ...finding, start: unit.start + start, end: unit.start + end })
      }
    }
  }
  return findings.toSorted((one, other) => one.start - other.start)
}

/**
 * Finds birth dates of people under 18 in one sentence or cell. `headed` says that the column is headed as a birth
 * date, so that a bare date counts.
 * @example minorBirthDates('出生日期：2016-03-04', today)[0]?.kind // 'MINOR_BIRTH_DATE'
 */
export function minorBirthDates(
  text: string,
  today: Temporal.PlainDate | null,
  headed = false,
): readonly Finding[] {
  const findings: Finding[] = []
  for (const match of text.matchAll(DATE)) {
    const [written, year = '', month = '', day = '1'] = match
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    const after = text.slice(match.index + written.length, match.index + written.length + 3)
    if (!headed && !BIRTH_LABEL.test(before) && !/^\s*(?:出?生)(?!效|产|活|态)/.test(after)) continue
    const birth = readDay(year, month, day)
    if (birth === null || (today !== null && !isMinor(birth, today))) continue
    findings.push(warning('MINOR_BIRTH_DATE', written, match.index))
  }
  return findings
}

function isMinor(birth: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return birth.until(today).sign >= 0 && birth.add({ years: 18 }).until(today).sign < 0
}

function warning(kind: Finding['kind'], written: string, start: number): Finding {
  const end = start + written.length
  return { kind, severity: 'WARN', start, end, masked: maskValue(kind, written) }
}

/** Lines with tabs are table rows and stay whole; other lines are cut into sentences. */
function units(text: string): readonly { readonly text: string; readonly start: number }[] {
  const found: { text: string; start: number }[] = []
  for (const line of text.matchAll(/[^\n]+/g)) {
    if (line[0].includes('\t')) {
      found.push({ text: line[0], start: line.index })
      continue
    }
    for (const sentence of line[0].matchAll(/[^。！？；!?;]+[。！？；!?;]?/g)) {
      found.push({ text: sentence[0], start: line.index + sentence.index })
    }
  }
  return found
}

function hasName(unit: string): boolean {
  const cells = unit.split('\t').map((cell) => cell.trim())
  if (cells.length > 1 && cells.some((cell) => looksLikeName(cell) || NAME_HEADING.test(cell))) return true
  return cells.some(
    (cell) =>
      [...cell.matchAll(NAME_AFTER_LABEL)].some((match) => beginsWithName(match[1] ?? '')) ||
      [...cell.matchAll(NAME_BEFORE_LABEL)].some((match) => looksLikeName(match[1] ?? '')),
  )
}

/** A run of Han characters after a label may go on after the name: 村民周敏患病. */
function beginsWithName(run: string): boolean {
  return [4, 3, 2].some((length) => run.length >= length && looksLikeName(run.slice(0, length)))
}
