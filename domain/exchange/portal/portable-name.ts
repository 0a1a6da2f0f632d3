// What Windows and FAT32 refuse in names, and what turns or hides letters.
const REFUSED = /[<>:"/\\|?*]/gu
const INVISIBLE = /[\p{Cc}\p{Cf}\u2028\u2029]/gu
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu
const MOST_UNITS = 100
const EXTENSION = /\.[0-9A-Za-z]{1,10}$/u

function cut(text: string, most: number): string {
  let kept = ''
  for (const sign of text) {
    if (kept.length + sign.length > most) break
    kept += sign
  }
  return kept
}

/**
 * A file's name as every system takes it: without signs that Windows and FAT32 refuse, without device names, no dot or space at either
 * end, at most 100 signs (70 where they are not all ASCII: file systems that count bytes take 255) with its extension kept.
 * @example portableName('2026年第三季度: 名单.xlsx') // '2026年第三季度_ 名单.xlsx'
 */
export function portableName(name: string): string {
  const plain = name
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(REFUSED, '_')
    .replaceAll(/^[.\s]+|[.\s]+$/gu, '')
  const [extension = ''] = EXTENSION.exec(plain.slice(1)) ?? []
  const stem = plain.slice(0, plain.length - extension.length)
  // Of Chinese each sign takes three bytes, and ext4 counts bytes.
  const most = /[^\p{ASCII}]/u.test(plain) ? 70 : MOST_UNITS
  const short = cut(stem, most - extension.length).replaceAll(/[.\s]+$/gu, '')
  const whole = `${short === '' ? 'file' : short}${extension}`
  return RESERVED.test(whole) ? `_${whole}` : whole
}
