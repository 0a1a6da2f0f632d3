import type { ReactNode } from 'react'
import { USUAL_ORDER } from '../../../domain/language/script-order.ts'
import type { LanguageText } from '../../../domain/notice/language.ts'
import type { PublicScriptOrders } from '../../../server/language/views.ts'
import { scriptAttributes } from '../../shared/language/script-attributes.ts'
import { TitleText } from '../../shared/language/title-text.tsx'

/** The title in Chinese (the children) and in every other language, in the order the office has set. */
export function LanguageTitles(props: {
  readonly texts: readonly LanguageText[]
  readonly orders: PublicScriptOrders | undefined
  readonly children: ReactNode
}) {
  const { texts, orders } = props
  const orderOf = (text: LanguageText) => orders?.[text.language] ?? USUAL_ORDER
  const title = (text: LanguageText) => (
    <p
      key={text.language}
      className="notice-title script"
      style={{ fontSize: `${String((1.6 * orderOf(text).sizeRatio) / 100)}em` }}
      {...scriptAttributes(text.language)}
    >
      <TitleText text={text} />
    </p>
  )
  const [first] = texts
  const leading = texts.filter((text) => orderOf(text).lead === 'MINORITY_FIRST')
  return (
    <div className="titles" data-layout={first ? orderOf(first).layout : 'STACKED'}>
      {leading.map(title)}
      {props.children}
      {texts.filter((text) => !leading.includes(text)).map(title)}
    </div>
  )
}
