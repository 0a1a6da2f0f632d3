import { scriptOf } from '../../../domain/language/script.ts'
import type { LanguageText } from '../../../domain/notice/language.ts'
import { useFaces } from '../../shared/language/load-face.ts'
import { scriptAttributes } from '../../shared/language/script-attributes.ts'
import { TitleText } from '../../shared/language/title-text.tsx'
import '../../shared/language/script.css'

/** The title in another language, in its script and as large beside the Chinese one as the office has set. */
export function OtherTitle(props: {
  readonly text: LanguageText
  readonly fontPixels: number
  readonly sizeRatio: number
  readonly place: 'BESIDE' | 'STACKED' | 'PAGE'
}) {
  const { text, place } = props
  useFaces([text.language])
  const { scale } = scriptOf(text.language)
  // Never smaller than the rule, whatever ratio is set.
  const size = Math.ceil(props.fontPixels * Math.max(1, (scale * props.sizeRatio) / 100))
  return (
    <div className={`sg-other sg-other-${place.toLowerCase()}`}>
      <p className="script" {...scriptAttributes(text.language)} style={{ fontSize: size }}>
        <TitleText text={text} />
      </p>
    </div>
  )
}
