import { useTranslation } from 'react-i18next'
import type { PublicOffice } from '../../../server/display/views.ts'
import { Contact } from '../home/contact.tsx'
import { endVisit } from './end-visit.ts'
import { Label } from './label.tsx'
import { useWideGlass } from './use-wide-glass.ts'
import { useNavigation } from './navigation.ts'

/** The way back and home, above the five keys; on the first page itself only what ends a visit that has changed something. */
export function WayBar(props: { isHome: boolean; isFresh: boolean; office: PublicOffice | undefined }) {
  const { t } = useTranslation('kiosk')
  const { open, back } = useNavigation()
  const isWide = useWideGlass()
  if (props.isHome && props.isFresh) {
    // Where the way would stand beside the keys, a wide glass says when and where somebody can be asked.
    return isWide && props.office ? (
      <div className="foot-contact">
        <Contact office={props.office} />
      </div>
    ) : null
  }
  return (
    <nav className="way" aria-label={t('key.way')}>
      {props.isHome ? null : (
        <>
          <button type="button" className="way-key" onClick={back}>
            <span aria-hidden="true">‹ </span>
            <Label>{t('key.back')}</Label>
          </button>
          <button type="button" className="way-key" onClick={() => open({ page: 'home' })}>
            <Label>{t('key.home')}</Label>
          </button>
        </>
      )}
      <button type="button" className="way-key way-end" onClick={endVisit}>
        <Label>{t('key.endVisit')}</Label>
      </button>
    </nav>
  )
}
