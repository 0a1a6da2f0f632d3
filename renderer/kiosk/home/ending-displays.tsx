import { useTranslation } from 'react-i18next'
import type { PublicDisplayRow } from '../../../server/display/public-display/views.ts'
import { Phrased } from '../../shared/phrased.tsx'
import { Go } from '../frame/go.tsx'
import { Label } from '../frame/label.tsx'

// The first page has room for so many; all of them stand in the lists too.
const SHOWN = 2

/** Displays that end soon, while people can still object; nothing when there is none. */
export function EndingDisplays(props: { rows: readonly PublicDisplayRow[] }) {
  const { t } = useTranslation('kiosk')
  if (props.rows.length === 0) return null
  return (
    <section className="ending" aria-label={t('display.ending')}>
      <ol>
        {props.rows.slice(0, SHOWN).map((row) => (
          <li key={row.indexNumber}>
            <Go to={{ page: 'notice', indexNumber: row.indexNumber }} className="ending-link">
              <b className="ending-when">
                <Label>
                  {row.daysLeft === 0
                    ? t('display.endsToday')
                    : t('display.daysLeft', { number: row.daysLeft })}
                </Label>
              </b>
              <span className="ending-title" lang="zh-Hans">
                <Phrased text={row.title} />
              </span>
            </Go>
          </li>
        ))}
      </ol>
    </section>
  )
}
