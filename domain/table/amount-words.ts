const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

function groupWords(group: number): string {
  let words = ''
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(group / 10 ** place) % 10
    if (digit === 0) {
      gap = words !== ''
      continue
    }
    words += `${gap ? '零' : ''}${DIGITS[digit] ?? ''}${PLACES[place] ?? ''}`
    gap = false
  }
  return words
}

/**
 * Writes fen as 大写金额 (票据 rules: 整 after yuan or jiao, 零 for gaps). Not for amounts below zero.
 * @example amountInWords(123450n) // '壹仟贰佰叁拾肆元伍角整'
 */
export function amountInWords(fen: bigint): string {
  const yuan = fen / 100n
  const jiao = Number((fen / 10n) % 10n)
  const rest = Number(fen % 10n)
  let words = ''
  let gap = false
  for (let at = GROUPS.length - 1; at >= 0; at -= 1) {
    const group = Number((yuan / 10n ** BigInt(at * 4)) % 10_000n)
    if (group === 0) {
      gap = words !== ''
      continue
    }
    words += `${words !== '' && (gap || group < 1000) ? '零' : ''}${groupWords(group)}${GROUPS[at] ?? ''}`
    gap = false
  }
  const whole = yuan === 0n ? '' : `${words}元`
  if (jiao === 0 && rest === 0) return `${whole === '' ? '零元' : whole}整`
  const tens = jiao > 0 ? `${DIGITS[jiao] ?? ''}角` : whole === '' ? '' : '零'
  return rest === 0 ? `${whole}${tens}整` : `${whole}${tens}${DIGITS[rest] ?? ''}分`
}

/**
 * Finds an amount in words inside a text, as 合计 lines have it; null when there is none.
 * @example findAmountInWords('合计（大写）：壹佰元整') // '壹佰元整'
 */
export function findAmountInWords(text: string): string | null {
  return (
    /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆](?:[零壹贰叁肆伍陆柒捌玖]角)?(?:零?[壹贰叁肆伍陆柒捌玖]分)?[整正]?/u.exec(
      text,
    )?.[0] ?? null
  )
}
