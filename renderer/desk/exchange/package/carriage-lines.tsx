import { useTranslation } from 'react-i18next'
import type { CarriageView } from '../../../../server/exchange/views.ts'
import { dayAndTime } from '../../notice/format.ts'
import { useOpenDesk } from '../../shell/session-context.ts'

/** Every time a package left the house: how, where to, with whom. */
export function CarriageLines({ carriages }: { readonly carriages: readonly CarriageView[] }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  if (carriages.length === 0) return null
  return (
    <ul className="ex-carriages" aria-label={t('carriage.title')}>
      {carriages.map(({ carrier, place, person, by, at }) => (
        <li key={`${at} ${place}`}>
          <span className="sub nowrap">{dayAndTime(at, i18n.language, clock.now)}</span>
          <span className="breakable">
            {t(`carriage.${carrier}`, { place })}
            {person !== '' && t('carriage.person', { person })}
            {by === null
              ? t('carriage.byItself')
              : person === by.name
                ? ''
                : t('carriage.by', { name: by.name })}
          </span>
        </li>
      ))}
    </ul>
  )
}
