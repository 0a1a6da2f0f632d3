import { useTranslation } from 'react-i18next'
import type { PublicOffice } from '../../../server/display/views.ts'

/** When and where somebody is there to ask; lines the office has not filled in are left out. */
export function Contact(props: { office: PublicOffice }) {
  const { t } = useTranslation('kiosk')
  const { openingHours, telephone, address } = props.office
  const lines = [
    [t('home.hours'), openingHours],
    [t('home.telephone'), telephone],
    [t('home.address'), address],
  ] as const
  return (
    <dl className="contact">
      {lines
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd lang="zh-Hans">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
