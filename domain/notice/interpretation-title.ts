/**
 * The title an interpretation begins with. Title marks inside title marks become single ones (GB/T 15834-2011, 4.15).
 * @example interpretationTitle('关于印发《水源保护办法》的通知') // '《关于印发〈水源保护办法〉的通知》政策解读'
 */
export function interpretationTitle(title: string): string {
  return `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》政策解读`
}
