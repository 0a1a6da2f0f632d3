import type { ReactNode } from 'react'
import { type ScriptOrder, USUAL_ORDER } from '../../domain/language/script-order.ts'
import type { LanguageText } from '../../domain/notice/language.ts'
import { scriptAttributes } from '../shared/language/script-attributes.ts'
import { TitleText } from '../shared/language/title-text.tsx'

/** The title in Chinese (the children) with those in other languages, in the order the office has set. */
export function SheetTitles(props: {
  readonly texts: readonly LanguageText[]
  readonly orders: Readonly<Record<string, ScriptOrder>>
  /** Size of the Chinese title; 二号 unless told otherwise. */
  readonly points?: number
  readonly children: ReactNode
}) {
  const { texts, orders, points = 22 } = props
  const [first] = texts
  if (first === undefined) return props.children
  const orderOf = (text: LanguageText) => orders[text.language] ?? USUAL_ORDER
  const leading = texts.filter((text) => orderOf(text).lead === 'MINORITY_FIRST')
  const title = (text: LanguageText) => (
    <p
      key={text.language}
      className="title script"
      style={{ fontSize: `${String((points * orderOf(text).sizeRatio) / 100)}pt` }}
      {...scriptAttributes(text.language)}
    >
      <TitleText text={text} />
    </p>
  )
  return (
    <div className="titles" data-layout={orderOf(first).layout}>
      {leading.map(title)}
      {props.children}
      {texts.filter((text) => !leading.includes(text)).map(title)}
    </div>
  )
}
