/**
 * Reduces an address to village and group; empty where it names neither, since then nothing of it may stand.
 * @example villageGroup('云溪镇河西村3组12号') // '云溪镇河西村3组'
 */
export function villageGroup(address: string): string {
  const plain = address.trim()
  const grouped = /^(.*?(?:村|社区|居委会).*?(?:村民小组|小组|组|社|队|屯))/u.exec(plain)?.[1]
  if (grouped !== undefined && !/[号栋幢室]/u.test(grouped)) return grouped
  return (
    /^(.*?(?:村|社区|居委会))/u.exec(plain)?.[1] ??
    /^([\d一二三四五六七八九十]+(?:村民)?小?组)/u.exec(plain)?.[1] ??
    ''
  )
}
