import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOpenDesk } from '../../shell/session-context.ts'
import { dropMirror, readMirror } from '../draft-mirror.ts'
import { dayAndTime } from '../format.ts'
import { sameContent } from '../same-content.ts'
import type { Draft } from './use-draft.ts'

/** Offers the text that this computer kept when it went down before the text was saved. */
export function MirrorOffer(props: { readonly id: string; readonly draft: Draft }) {
  const { t, i18n } = useTranslation('notice')
  const { clock, session } = useOpenDesk()
  const [kept, setKept] = useState(() => {
    const found = readMirror(window.localStorage, props.id, session.account.id)
    return found && !sameContent(found.content, props.draft.read()) ? found : null
  })
  if (!kept) return null
  const close = () => {
    dropMirror(window.localStorage, props.id)
    setKept(null)
  }
  const older = kept.revision < props.draft.revision()
  return (
    <div className="nt-offer" role="alert">
      <p>
        {t(older ? 'mirror.older' : 'mirror.found', {
          time: dayAndTime(kept.keptAt, i18n.language, clock.now),
        })}
      </p>
      <Button
        type="primary"
        onClick={() => {
          props.draft.restore(kept.content)
          setKept(null)
        }}
      >
        {t('mirror.restore')}
      </Button>
      <Button onClick={close}>{t('mirror.drop')}</Button>
    </div>
  )
}
