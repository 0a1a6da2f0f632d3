/** 字号: sizes of type by their Chinese names, in points, largest first (domain book §5.4). */
export const TYPE_SIZES = [
  { name: 'CHU', points: 42 }, // 初号
  { name: 'XIAO_CHU', points: 36 }, // 小初
  { name: 'YI', points: 26 }, // 一号
  { name: 'XIAO_YI', points: 24 }, // 小一
  { name: 'ER', points: 22 }, // 二号
  { name: 'XIAO_ER', points: 18 }, // 小二
  { name: 'SAN', points: 16 }, // 三号
  { name: 'XIAO_SAN', points: 15 }, // 小三
  { name: 'SI', points: 14 }, // 四号
  { name: 'XIAO_SI', points: 12 }, // 小四
  { name: 'WU', points: 10.5 }, // 五号
] as const
/** Name of one, with its word in `terms:typeSize`. */
export type TypeSizeName = (typeof TYPE_SIZES)[number]['name']

/**
 * The name a size has; null for one between the named ones.
 * @example typeSizeName(16) // 'SAN'
 */
export function typeSizeName(points: number): TypeSizeName | null {
  return TYPE_SIZES.find((size) => size.points === points)?.name ?? null
}
