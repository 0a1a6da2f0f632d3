const OPENING = /^[（《〈“‘「『【〔(]$/u
const CLOSING = /^[）》〉”’」』】〕)，。、；：！？,.;:!?…—]+$/u
const NUMBER = /^[\d.]+$/u
const HAN = /^\p{Script=Han}$/u
// A place or a counter belongs to what stands before it and ends there: 云溪镇, 2026年.
const TAIL = /^[省市县区镇乡村年月日号期季届次第的了]$/u

/**
 * Cuts a title into pieces that should not be torn apart at the end of a line; joined, they give the title.
 * GB/T 9704-2012 clause 7.3.1 wants titles broken by sense, and no browser breaks Chinese by words.
 * @example phrases('示例县云溪镇关于停电的通知') // ['示例县', '云溪镇', '关于', '停电的', '通知']
 */
export function phrases(title: string): readonly string[] {
  const segments = new Intl.Segmenter('zh', { granularity: 'word' }).segment(title)
  const pieces: string[] = []
  let isOpen = false
  let isRun = false
  for (const { segment } of segments) {
    const isSingle = HAN.test(segment)
    const joins =
      isOpen ||
      CLOSING.test(segment) ||
      (TAIL.test(segment) && segment !== '第') ||
      // Names are not in the browser's dictionary and come as single characters.
      (isRun && isSingle)
    if (joins && pieces.length > 0) pieces[pieces.length - 1] += segment
    else pieces.push(segment)
    isOpen = OPENING.test(segment) || segment === '第'
    isRun = isSingle && !TAIL.test(segment) && !NUMBER.test(segment)
  }
  return pieces
}
