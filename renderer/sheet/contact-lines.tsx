import { useTranslation } from 'react-i18next'
import type { PublicOffice } from '../../server/display/views.ts'
import { WholeNumbers } from '../shared/whole-numbers.tsx'

const CHINESE = { lng: 'zh-Hans' } as const

/** How to reach the office, as it is registered; what is not filled in is left out. */
export function ContactLines({ office }: { readonly office: PublicOffice }) {
  const { t } = useTranslation('sheet')
  const lines = (
    [
      [t('contact.telephone', CHINESE), office.telephone],
      [t('contact.address', CHINESE), office.address],
      [t('contact.hours', CHINESE), office.openingHours],
    ] as const
  ).filter(([, value]) => value !== '')
  if (lines.length === 0) return null
  return (
    <dl className="contact-lines">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <WholeNumbers text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
