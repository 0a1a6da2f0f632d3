import { useTranslation } from 'react-i18next'
import type { PublicDisplayRow } from '../../../server/display/public-display/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { Go } from '../frame/go.tsx'
import { Label } from '../frame/label.tsx'

/** Displays that end soon, while people can still object; nothing when there is none. */
export function EndingDisplays(props: { rows: readonly PublicDisplayRow[] }) {
  const { t } = useTranslation(['kiosk', 'terms'])
  if (props.rows.length === 0) return null
  return (
    <>
      <div className="sheet-head">
        <h2>
          <Label>{t('kiosk:display.ending')}</Label>
        </h2>
      </div>
      <ol className="rows">
        {props.rows.map((row) => (
          <li key={row.indexNumber} className="row">
            <Go to={{ page: 'notice', indexNumber: row.indexNumber }} className="row-link">
              <span className="row-tag">
                <Label>{t('terms:noticeKind.PUBLIC_DISPLAY')}</Label>
              </span>
              <span className="row-text" lang="zh-Hans">
                <span className="row-title">
                  <Phrased text={row.title} />
                </span>
              </span>
              <span className="row-date">
                {row.daysLeft === 0
                  ? t('kiosk:display.endsToday')
                  : t('kiosk:display.daysLeft', { number: row.daysLeft })}
              </span>
            </Go>
          </li>
        ))}
      </ol>
    </>
  )
}
