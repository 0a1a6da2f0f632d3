import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PublicEdition } from '../../../../server/display/views.ts'
import { useAttachmentBaseGiven } from '../attachment-base.ts'

// Draws codes, which few pages need.
const Panel = lazy(async () => ({ default: (await import('./take-away-panel.tsx')).TakeAwayPanel }))

/** The key that shows the code with which a phone takes this edition along. A preview is not published and has none. */
export function TakeAwayKey(props: { readonly edition: PublicEdition }) {
  const { t } = useTranslation('kiosk')
  const [isOpen, setIsOpen] = useState(false)
  const isPreview = useAttachmentBaseGiven()
  if (isPreview) return null
  return (
    <>
      <button type="button" className="button button-quiet take-away-key" onClick={() => setIsOpen(true)}>
        {t('takeAway.key')}
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <Panel edition={props.edition} close={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  )
}
