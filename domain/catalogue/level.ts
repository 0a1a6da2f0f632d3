import { joinLabel } from './cell-text.ts'

const LEVEL =
  /^(?:国家|中央|省|自治区|市|地|州|盟|旗|县|县区|区县|区|市县|镇|乡|乡镇|镇乡|镇街|乡街|街|街道|乡镇街道|苏木|苏木镇|村|行政村|村居|村社区|社区|居|组)级?$/u

/**
 * Splits what stands for the level of disclosure: joined headings (乡、村级; 州级县级) name several. Empty when the
 * words name no level.
 * @example splitLevels('乡、村级') // ['乡级', '村级']
 */
export function splitLevels(text: string): readonly string[] {
  const label = joinLabel(text).replace(/\n/g, '')
  const bare = label.replace(/[(（][^)）]*[)）]/gu, '')
  // 县(市、区)级 is one level in the county's own words.
  if (bare !== label && LEVEL.test(bare)) return [label]
  const graded = label.endsWith('级')
  const parts = label
    .replace(/级(?!$|[、,，/／;；和及与])/gu, '级、')
    .split(/[、,，/／;；和及与\s]+/u)
    .filter((part) => part !== '')
  if (parts.length === 0 || !parts.every((part) => LEVEL.test(part))) return []
  return parts.map((part) => (graded && !part.endsWith('级') ? `${part}级` : part))
}
