/** What amounts of a column are counted in; read from its heading, never guessed from the numbers. */
export type AmountUnit = 'YUAN' | 'TEN_THOUSAND_YUAN'

/** An amount in fen, null for an empty cell, or why the cell is none. */
export type ReadAmount =
  { readonly kind: 'FEN'; readonly fen: bigint } | { readonly kind: 'EMPTY' | 'UNREADABLE' | 'UNIT_MIXED' }

const FEN: Readonly<Record<AmountUnit, number>> = { YUAN: 2, TEN_THOUSAND_YUAN: 6 }
const WRITTEN = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/

/**
 * The unit a heading gives.
 * @example amountUnit('补偿金额（万元）') // 'TEN_THOUSAND_YUAN'
 */
export function amountUnit(heading: string): AmountUnit {
  return /万元/.test(heading) ? 'TEN_THOUSAND_YUAN' : 'YUAN'
}

/**
 * Reads an amount as whole fen. Commas must stand every three digits; a number with a unit of its own that the heading
 * does not give is not converted, because one of the two is wrong. Brackets mean less than nothing, as in accounts.
 * @example readAmount('1,234.50', 'YUAN') // { kind: 'FEN', fen: 123450n }
 */
export function readAmount(text: string, unit: AmountUnit): ReadAmount {
  const plain = text.normalize('NFKC').replaceAll(/[\s¥￥]/gu, '')
  if (plain === '' || /^[-–—/]+$/.test(plain)) return { kind: 'EMPTY' }
  const bracketed = /^\((.+)\)$/.exec(plain)?.[1]
  let body = bracketed === undefined ? plain : `-${bracketed}`
  if (/万元?$/.test(body)) {
    if (unit !== 'TEN_THOUSAND_YUAN') return { kind: 'UNIT_MIXED' }
    body = body.replace(/万元?$/, '')
  } else if (body.endsWith('元')) {
    if (unit !== 'YUAN') return { kind: 'UNIT_MIXED' }
    body = body.slice(0, -1)
  }
  const match = WRITTEN.exec(body)
  if (!match) return { kind: 'UNREADABLE' }
  const [, sign = '', whole = '', fraction = ''] = match
  const places = FEN[unit]
  const kept = rounded(fraction, places)
  if (kept === null) return { kind: 'UNREADABLE' }
  const fen = BigInt(whole.replaceAll(',', '')) * 10n ** BigInt(places) + kept
  return { kind: 'FEN', fen: sign === '' ? fen : -fen }
}

/** A workbook keeps 0.3 as 0.30000000000000004; anything else finer than a fen is no amount. */
function rounded(fraction: string, places: number): bigint | null {
  const padded = fraction.padEnd(places, '0')
  const kept = BigInt(padded.slice(0, places) || '0')
  const rest = padded.slice(places)
  if (/^0*$/.test(rest)) return kept
  if (rest.length < 8) return null
  if (/^0{6}/.test(rest)) return kept
  return /^9{6}/.test(rest) ? kept + 1n : null
}

/**
 * Writes fen in the unit of the column, grouped, with two decimals for yuan.
 * @example writeAmount(123450n, 'YUAN') // '1,234.50'
 */
export function writeAmount(fen: bigint, unit: AmountUnit = 'YUAN'): string {
  const places = FEN[unit]
  const digits = (fen < 0n ? -fen : fen).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, -places).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  const fraction = digits.slice(-places)
  const shown = unit === 'YUAN' ? fraction : fraction.replace(/0+$/, '').padEnd(2, '0')
  return `${fen < 0n ? '-' : ''}${whole}.${shown}`
}
