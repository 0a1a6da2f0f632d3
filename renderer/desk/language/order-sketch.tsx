import { useTranslation } from 'react-i18next'
import type { ScriptLayout, ScriptLead } from '../../../domain/language/script-order.ts'
import type { NoticeLanguage } from '../../../domain/notice/language.ts'
import { useFaces } from '../../shared/language/load-face.ts'
import { scriptAttributes } from '../../shared/language/script-attributes.ts'
import '../../shared/language/script.css'

// The size of the Chinese word in the sketch, in pixels.
const SIZE = 26

/** A rule for every language is sketched with the one that stands upright. */
function shownIn(language: NoticeLanguage | 'ALL'): NoticeLanguage {
  return language === 'ALL' ? 'mn-Mong' : language
}

/** How the two scripts would stand, with the name of the language in the place of a title. */
export function OrderSketch(props: {
  readonly language: NoticeLanguage | 'ALL'
  readonly lead: ScriptLead
  readonly layout: ScriptLayout
  readonly sizeRatio: number | null
}) {
  const { t } = useTranslation(['language', 'terms'])
  const language = shownIn(props.language)
  useFaces([language])
  const chinese = (
    <span key="zh" className="so-han" lang="zh-Hans" style={{ fontSize: SIZE }}>
      {t('language:order.sampleTitle')}
    </span>
  )
  const other = (
    <span
      key="other"
      className="script"
      style={{ fontSize: (SIZE * (props.sizeRatio ?? 100)) / 100 }}
      {...scriptAttributes(language)}
    >
      {t(`terms:languageOwn.${language}`)}
    </span>
  )
  return (
    <figure className="so-sketch">
      <div className="so-plate" data-layout={props.layout}>
        {props.lead === 'HAN_FIRST' ? [chinese, other] : [other, chinese]}
      </div>
      <figcaption className="sub">{t('language:order.preview')}</figcaption>
    </figure>
  )
}
