const LONGEST = 120

/**
 * Makes a file name that is only a name: no folders, no control or direction characters (they hide a true ending:
 * `名单\u202Efdp.exe` shows as `名单exe.pdf`), no characters Windows refuses, at most 120 characters, ending kept.
 * @example safeName('..\\名单.xlsx') // '名单.xlsx'
 */
export function safeName(name: string): string {
  const base = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const plain = base
    .replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replaceAll(/\s+/g, ' ')
    .trim()
  const dot = plain.lastIndexOf('.')
  const stem = dot < 0 ? plain : plain.slice(0, dot)
  const extension = dot < 0 ? '' : plain.slice(dot)
  const short = Array.from(stem.replace(/^[. ]+/, ''))
    .slice(0, LONGEST)
    .join('')
    .replace(/[. ]+$/, '')
  return `${short === '' ? '附件' : short}${extension}`
}
