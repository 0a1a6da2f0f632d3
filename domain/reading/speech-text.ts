import { saidDecimal, saidDigitByDigit, saidNumber } from './chinese-number.ts'

type Rule = readonly [pattern: RegExp, say: (...groups: string[]) => string]

const plain = (digits: string): string => digits.replaceAll(',', '')
const hour = (hours: string, minutes: string): string =>
  `${saidNumber(hours)}点${Number(minutes) === 0 ? '' : `${saidNumber(minutes)}分`}`
const day = (year: string, month: string, date: string): string =>
  `${saidDigitByDigit(year)}年${saidNumber(month)}月${saidNumber(date)}日`

/** Yuan with two places are said in yuan, jiao and fen, as people count money. */
function money(whole: string, fraction: string): string {
  const [jiao = '0', fen = '0'] = fraction.padEnd(2, '0')
  const said = `${saidNumber(plain(whole))}元`
  if (fraction.length > 2) return `${saidDecimal(plain(whole), fraction)}元`
  if (jiao === '0' && fen === '0') return said
  const small = (jiao === '0' ? '零' : `${saidNumber(jiao)}角`) + (fen === '0' ? '' : `${saidNumber(fen)}分`)
  return plain(whole) === '0' ? small.replace(/^零/u, '') : said + small
}

const DASH = '[-−—–~～]+'
// Behind these a dash cannot part a house number or an index number: it stands between two quantities.
const UNITS =
  '(?:%|％|‰|℃|°C|万元|亿元|元|年|月|日|天|周|岁|人|户|名|个|亩|公|千|米|吨|斤|克|组|时|小时|点|分|次|倍|级|届|条|项|期|页|章)'
const SHORT_NUMBER = String.raw`1[012]\d{1,3}|9[56]\d{3,4}`
const CALLED = '热线|电话|拨打|火警|急救|报警|举报|投诉'

/** A range is one only upwards: 3-12户 is, 12-3 is something else. */
const range = (whole: string, from: string, to: string): string =>
  Number(from) < Number(to) ? `${from}到${to}` : whole

const NUMBER = String.raw`(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?`

// In this order: what is more than a number (a document number, a date, a time) is taken before the numbers in it.
const RULES: readonly Rule[] = [
  // Masked: stars in a name stand for a character, in a number for digits nobody may hear.
  [/(\p{Script=Han})[*＊](?=\p{Script=Han})/gu, (_, before = '') => `${before}某`],
  [/(\p{Script=Han})[*＊]{1,2}(?![*＊\d])/gu, (_, before = '') => `${before}某`],
  [
    /(\d*)[*＊×]{2,}([\dXx]*)/gu,
    (_, head = '', tail = '') =>
      `${saidDigitByDigit(head, '幺')}，中间隐去，${saidDigitByDigit(tail, '幺')}`.replaceAll(
        /^，|，$/gu,
        '',
      ),
  ],
  // From one quantity to another, before the dash is taken for a minus.
  [
    new RegExp(
      String.raw`(?<!\d)((?:19|20)\d{2})\s*(?:${DASH}|至|到)\s*((?:19|20)\d{2})(?=\s*(?:年|学年|财年))`,
      'gu',
    ),
    (_, from = '', to = '') => `${saidDigitByDigit(from)}到${saidDigitByDigit(to)}`,
  ],
  [new RegExp(String.raw`(?<=\d\s*(?:年度?|月|日))\s*${DASH}\s*(?=\d+\s*[年月日])`, 'gu'), () => '到'],
  [
    new RegExp(
      String.raw`(?<=\d\s*(?:%|％|‰|℃|°C|万元|亿元|元|岁|人|户|亩|天|米|公里|公斤|吨))\s*[-−](?=[-−]?\d)`,
      'gu',
    ),
    () => '到',
  ],
  [new RegExp(String.raw`(?<=\d[:：]\d{2})\s*${DASH}\s*(?=[次翌当]日)`, 'gu'), () => '到'],
  [
    new RegExp(String.raw`(?<![\dA-Za-z.,/-])(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)(?=\s*${UNITS})`, 'gu'),
    (whole = '', from = '', to = '') => range(whole, from, to),
  ],
  // 12345热线, 火警119
  [
    new RegExp(
      String.raw`(?<=(?:${CALLED})\s*[：:]?\s*)(?:${SHORT_NUMBER})(?![\d.,]|\s*${UNITS})|(?<![\d.,])(?:${SHORT_NUMBER})(?=\s*(?:\p{Script=Han}{0,4}(?:热线|电话|投诉)))`,
      'gu',
    ),
    (digits = '') => saidDigitByDigit(digits, '幺'),
  ],
  // 云政发〔2026〕12号
  [
    /[〔[［]\s*(\d{4})\s*[〕\]］]\s*第?\s*(\d+)\s*号/gu,
    (_, year = '', serial = '') => ` ${saidDigitByDigit(year)} ${saidNumber(serial)}号`,
  ],
  [/(?<!\d)(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?!\d)/gu, (_, y = '', m = '', d = '') => day(y, m, d)],
  [/(\d{4})\s*年/gu, (_, year = '') => `${saidDigitByDigit(year)}年`],
  [/(?<!\d)(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu, (_, m = '', d = '') => `${saidNumber(m)}月${saidNumber(d)}日`],
  [/(?<=年|\D|^)(\d{1,2})\s*月(?!\d)/gu, (_, month = '') => `${saidNumber(month)}月`],
  [
    /(?<!\d)(\d{1,2})[:：](\d{2})\s*[—–~～至-]+\s*(\d{1,2})[:：](\d{2})(?!\d)/gu,
    (_, a = '', b = '', c = '', d = '') => `${hour(a, b)}到${hour(c, d)}`,
  ],
  [/(?<![\d:：])(\d{1,2})[:：](\d{2})(?![\d:：])/gu, (_, hours = '', minutes = '') => hour(hours, minutes)],
  // A telephone number: area code and number, or a mobile one.
  [
    /(?<!\d)(0\d{2,3})[-—－ ](\d{7,8})(?!\d)/gu,
    (_, area = '', number = '') => `${saidDigitByDigit(area, '幺')}，${saidDigitByDigit(number, '幺')}`,
  ],
  [/(?<=到)[-−](?=\d)|(?<![\p{L}\p{N}）)])[-−](?=\d)/gu, () => '负'],
  [new RegExp(`[¥￥]\\s*${NUMBER}`, 'gu'), (_, whole = '', fraction = '') => money(whole, fraction)],
  [
    new RegExp(`${NUMBER}\\s*(万|亿)(?=元|亩|人|户|[，。；、]|$)`, 'gu'),
    (_, whole = '', fraction = '', unit = '') => `${saidDecimal(plain(whole), fraction)}${unit}`,
  ],
  [new RegExp(`${NUMBER}\\s*元`, 'gu'), (_, whole = '', fraction = '') => money(whole, fraction)],
  [
    new RegExp(`${NUMBER}\\s*[%％]`, 'gu'),
    (_, whole = '', fraction = '') => `百分之${saidDecimal(plain(whole), fraction)}`,
  ],
  [/(?<=\p{Script=Han}|\d)\s*[～~]\s*(?=\p{Script=Han}|\d)/gu, () => '到'],
  [/(?<=\d)\s*[—–]+\s*(?=\d)/gu, () => '到'],
  // Seven digits and more without separators are a number of something, not an amount.
  [/(?<![\d.,])\d{7,}(?![\d.,]\d)/gu, (digits = '') => saidDigitByDigit(digits, '幺')],
  [/(?<![\d.,])0\d+(?![\d.,]\d)/gu, (digits = '') => saidDigitByDigit(digits)],
  [new RegExp(NUMBER, 'gu'), (_, whole = '', fraction = '') => saidDecimal(plain(whole), fraction)],
  [/㎡|m²/gu, () => '平方米'],
  [/[_＿]{2,}/gu, () => '，空白，'],
  // Brackets of the outline are not heard.
  [/[（(]([一二三四五六七八九十]+)[)）]/gu, (_, number = '') => `${number}，`],
]

/**
 * What is said for a Chinese text on the glass: dates, amounts, times, document and telephone numbers in words, masked signs as
 * what they are. Voices read `〔2026〕12号` with its brackets and `2026-03-05` as a subtraction; nothing is added or left out
 * that changes the sense. The text on the glass stays as it is.
 * @example speechText('云政发〔2026〕12号') // '云政发 二零二六 十二号'
 */
export function speechText(text: string): string {
  let said = text.normalize('NFC').replaceAll(/[０-９]/gu, (digit) => digit.normalize('NFKC'))
  for (const [pattern, say] of RULES) {
    // The groups that took no part come as undefined, and the place and the whole text come behind them.
    said = said.replaceAll(pattern, (...found: unknown[]) =>
      say(...found.map((group) => (typeof group === 'string' ? group : ''))),
    )
  }
  return said.replaceAll(/\s+/gu, ' ').trim()
}
