import { useTranslation } from 'react-i18next'
import type { MaterialList } from '../../../domain/sheet/material-list.ts'
import type { SheetData } from '../../../server/display/views.ts'
import { issuerOf } from '../closing.ts'

const CHINESE = { lng: 'zh-Hans' } as const

// Room to write what a case needs beyond the list; where the text lists nothing, the whole list is written by hand.
const FREE_LINES = 3
const EMPTY_LINES = 8

/** 一次性告知单: what to bring, with boxes to tick, and room for who told it, to whom, and when. */
export function NoticeSlip(props: { readonly data: SheetData; readonly materials: MaterialList | null }) {
  const { t } = useTranslation('sheet')
  const { data, materials } = props
  const items = materials?.items ?? []
  const free = items.length === 0 ? EMPTY_LINES : FREE_LINES
  const lines = [...items, ...Array.from({ length: free }, () => '')]
  return (
    <section className="pack-part">
      <h2 className="pack-title">{t('fiveOnes.slip', CHINESE)}</h2>
      <div className="pack-blanks">
        <p className="pack-wide">
          <span>{t('noticeSlip.matter', CHINESE)}</span>
          <span className="pack-filled">{data.content.title}</span>
        </p>
        <p>
          <span>{t('noticeSlip.applicant', CHINESE)}</span>
          <span className="pack-line" />
        </p>
        <p>
          <span>{t('noticeSlip.telephone', CHINESE)}</span>
          <span className="pack-line" />
        </p>
      </div>
      <table className="pack-table pack-materials">
        <thead>
          <tr>
            <th className="pack-number">{t('noticeSlip.number', CHINESE)}</th>
            <th>{t('noticeSlip.material', CHINESE)}</th>
            <th className="pack-box">{t('noticeSlip.there', CHINESE)}</th>
            <th className="pack-box">{t('noticeSlip.missing', CHINESE)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((text, index) => (
            <tr key={index}>
              <td className="pack-number">{index + 1}</td>
              <td>{text}</td>
              <td className="pack-box">
                <span className="pack-square" />
              </td>
              <td className="pack-box">
                <span className="pack-square" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(materials?.notes ?? []).map((note) => (
        <p key={note} className="pack-note">
          {note}
        </p>
      ))}
      <p className="pack-note">{t('noticeSlip.told', CHINESE)}</p>
      <div className="pack-blanks pack-signs">
        <p>
          <span>{t('noticeSlip.handler', CHINESE)}</span>
          <span className="pack-line" />
        </p>
        <p>
          <span>{t('noticeSlip.day', CHINESE)}</span>
          <span className="pack-day">{t('slip.signDay', CHINESE)}</span>
        </p>
        <p>
          <span>{t('noticeSlip.received', CHINESE)}</span>
          <span className="pack-line" />
        </p>
        <p>
          <span>{t('noticeSlip.day', CHINESE)}</span>
          <span className="pack-day">{t('slip.signDay', CHINESE)}</span>
        </p>
      </div>
      <p className="pack-office-line">{issuerOf(data.content)}</p>
    </section>
  )
}
