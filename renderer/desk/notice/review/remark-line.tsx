import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicContent } from '../../../../domain/notice/content.ts'
import type { RemarkView } from '../../../../server/notice/review/views.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dayAndTime } from '../format.ts'
import { usePlaceWords } from './use-place-words.ts'

/** One remark: where, which words, what, by whom; pressing the place leads there. */
export function RemarkLine(props: {
  readonly remark: RemarkView
  readonly content: Pick<PublicContent, 'attachments'> | null
  readonly jump: (remark: RemarkView) => void
  readonly children?: ReactNode
}) {
  const { t, i18n } = useTranslation('review')
  const { clock } = useOpenDesk()
  const { remark } = props
  const placeWords = usePlaceWords(props.content)
  return (
    <li className="nt-line">
      <button
        type="button"
        className="nt-link rv-place"
        onClick={() => {
          props.jump(remark)
        }}
      >
        {placeWords(remark.place)}
      </button>
      {remark.quote === '' ? null : <q className="rv-quote">{remark.quote}</q>}
      <p className="rv-words">{remark.text}</p>
      <p className="nt-soft">
        {remark.by.name}　{dayAndTime(remark.at, i18n.language, clock.now)}
      </p>
      {remark.settled ? (
        <p className="rv-settled">
          {remark.settled.note === ''
            ? t('remarks.settledBy', { name: remark.settled.by.name })
            : t('remarks.settledNote', { name: remark.settled.by.name, note: remark.settled.note })}
        </p>
      ) : null}
      {props.children}
    </li>
  )
}
