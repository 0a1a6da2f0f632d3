import { CODE_WORDS } from './code-words.ts'

/** What a code on paper names: the edition by its index number and number, its hash shortened, and the office. */
export type SheetCode = {
  /** 统一社会信用代码 of the office; empty in codes of the first kind, which did not say it. */
  readonly uscc: string
  readonly indexNumber: string
  readonly editionNumber: number
  /** Hex digits the hash begins with: 16, or all 64 in codes of the first kind. */
  readonly hash: string
}

/** What somebody may bring to have a sheet verified: its whole code, or the beginning of its hash, read or typed. */
export type BroughtCode =
  | { readonly kind: 'CODE'; readonly code: SheetCode }
  | { readonly kind: 'HASH'; readonly hash: string }
  | { readonly kind: 'DRAFT' }

/** Hex digits of the short hash: 64 bits, of which four words say the first 32. */
const SHORT_HASH_LENGTH = 16
const WORDS = 4

/**
 * The beginning of a hash as it is printed, 16 hex digits.
 * @example shortHash(edition.hash) // '9c1f…'
 */
export function shortHash(hash: string): string {
  return hash.slice(0, SHORT_HASH_LENGTH)
}

/**
 * The first 32 bits of a hash as four words, one a byte: read over the telephone and typed on a kiosk more surely than digits.
 * @example hashWords('00ff10a2…')[0] // '安宁'
 */
export function hashWords(hash: string): readonly string[] {
  return Array.from(
    { length: WORDS },
    (_, at) => CODE_WORDS[Number.parseInt(hash.slice(2 * at, 2 * at + 2), 16)] ?? '',
  )
}

/**
 * Writes what the QR code carries: with an address, a link that opens the board on any phone in its network; without one, the
 * same facts as a text. Our own scheme: no standard for codes on public notices was found (display-and-print.md §4.4).
 * @example formatSheetCode({ uscc, indexNumber: '11…/2026-00412', editionNumber: 2, hash }, '') // 'BOARD:2:11…:11…/2026-00412:2:9c1f…'
 */
export function formatSheetCode(code: SheetCode, address: string): string {
  const hash = shortHash(code.hash)
  if (address === '') return `BOARD:2:${code.uscc}:${code.indexNumber}:${code.editionNumber}:${hash}`
  const { uscc, indexNumber } = code
  const said = [uscc, indexNumber, String(code.editionNumber), hash].map((part) => encodeURIComponent(part))
  return `${address}/c?o=${said[0]}&i=${said[1]}&e=${said[2]}&h=${said[3]}`
}

// The index number may hold colons of its own, so it is whatever stands between the parts that cannot.
const FIRST = /^BOARD:1:(?<index>.+):(?<edition>[1-9]\d*):(?<hash>[0-9a-f]{64})$/u
const SECOND = /^BOARD:2:(?<uscc>[0-9A-Z]*):(?<index>.+):(?<edition>[1-9]\d*):(?<hash>[0-9a-f]{16})$/u
const QUERY = /^https?:\/\/[^?#]+\/c\/?\?(?<query>[^#]*)/u

function codeOf(parts: Readonly<Record<string, string | undefined>>): BroughtCode | null {
  const { uscc = '', index = '', edition = '', hash = '' } = parts
  if (index === '' || !/^[1-9]\d{0,5}$/u.test(edition) || !/^(?:[0-9a-f]{16}|[0-9a-f]{64})$/u.test(hash)) {
    return null
  }
  return { kind: 'CODE', code: { uscc, indexNumber: index, editionNumber: Number(edition), hash } }
}

function ofQuery(query: string): BroughtCode | null {
  const said = new Map<string, string>()
  for (const pair of query.split('&')) {
    const [name = '', value = ''] = pair.split('=')
    try {
      said.set(name, decodeURIComponent(value))
    } catch {
      return null
    }
  }
  return codeOf({ uscc: said.get('o'), index: said.get('i'), edition: said.get('e'), hash: said.get('h') })
}

function ofWords(text: string): BroughtCode | null {
  const said = text.replaceAll(/[\s、，,·・\-—.。]/gu, '')
  const words = said.match(/../gu) ?? []
  if (words.length !== WORDS || said.length !== 2 * WORDS) return null
  const bytes = words.map((word) => CODE_WORDS.indexOf(word))
  if (bytes.includes(-1)) return null
  return { kind: 'HASH', hash: bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('') }
}

/**
 * Reads what was scanned, typed or said: the link or text of a QR code, the four words, or at least eight hex digits of the
 * hash. Null when it is none of them.
 * @example readSheetCode('安宁 白云 百合 柏树') // { kind: 'HASH', hash: '00010203' }
 */
export function readSheetCode(typed: string): BroughtCode | null {
  const text = typed.trim()
  if (/^BOARD:DRAFT:[0-9a-f]+$/u.test(text)) return { kind: 'DRAFT' }
  const first = FIRST.exec(text)?.groups ?? SECOND.exec(text)?.groups
  if (first) return codeOf(first)
  const query = QUERY.exec(text)?.groups?.['query']
  if (query !== undefined) return ofQuery(query)
  const digits = text.replaceAll(/[\s-]/gu, '').toLowerCase()
  if (/^[0-9a-f]{8,64}$/u.test(digits)) return { kind: 'HASH', hash: digits }
  return ofWords(text)
}
