import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DisplayDetail } from '../../../server/display/public-display/views.ts'
import { getDisplay } from '../api/display-api.ts'
import { href } from '../../shared/desk/route.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { AgainDialog } from './again-dialog.tsx'
import { CertificateButton } from './certificate-button.tsx'
import { DisplayFacts } from './display-facts.tsx'
import { DisplayHistory } from './display-history.tsx'
import { DISPLAYS_KEY } from './display-keys.ts'
import { DisplayPill } from './display-pill.tsx'
import { ObjectionsCard } from './objections-card.tsx'
import { ResultCard } from './result-card.tsx'
import { StopDialog } from './stop-dialog.tsx'

type Asked = 'REMOVE' | 'INTERRUPT' | 'AGAIN'

function Display({ display }: { readonly display: DisplayDetail }) {
  const { t } = useTranslation(['display', 'terms'])
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const { may } = display
  const removed = display.state === 'REMOVED_EARLY' ? display.runs.at(-1)?.stop : null
  return (
    <>
      <PageHead
        title={display.title}
        sub={
          <>
            <DisplayPill row={display} /> {display.indexNumber}
          </>
        }
      >
        {may.interrupt && (
          <Button onClick={() => setAsked('INTERRUPT')}>{t('display:interrupt.open')}</Button>
        )}
        {may.remove && (
          <Button danger onClick={() => setAsked('REMOVE')}>
            {t('display:remove.open')}
          </Button>
        )}
        {may.displayAgain && (
          <Button type="primary" onClick={() => setAsked('AGAIN')}>
            {t('display:again.open')}
          </Button>
        )}
        <CertificateButton display={display} />
      </PageHead>
      {removed && (
        <p className="note pub-removed" role="note">
          {t('display:withReason', {
            what: t('display:runs.stopped', { on: removed.on, kind: t('terms:displayState.REMOVED_EARLY') }),
            reason: removed.reason,
          })}
        </p>
      )}
      {display.hungOnNoBoard && (
        <p className="note pub-removed" role="note">
          {t('display:hungOnNoBoard')}
        </p>
      )}
      <div className="pub-columns">
        <div>
          <ResultCard display={display} />
          <ObjectionsCard display={display} />
        </div>
        <div>
          <DisplayFacts display={display} />
          <DisplayHistory display={display} />
        </div>
      </div>
      {asked === 'AGAIN' && <AgainDialog display={display} close={close} />}
      {(asked === 'REMOVE' || asked === 'INTERRUPT') && (
        <StopDialog display={display} stop={asked} close={close} />
      )}
    </>
  )
}

/** One display: how it stands, objections, result, where and how long it hangs, what happened. */
export function DisplayPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('display')
  const display = useQuery({ queryKey: [...DISPLAYS_KEY, id], queryFn: () => getDisplay(id) })
  return (
    <>
      <a className="back" href={href('/displays')}>
        {t('back')}
      </a>
      <QueryBody query={display}>{(data) => <Display display={data} />}</QueryBody>
    </>
  )
}
