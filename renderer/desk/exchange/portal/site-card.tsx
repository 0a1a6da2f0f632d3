import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PortalSiteJobView, PortalSiteView } from '../../../../server/exchange/portal/views.ts'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { byteSize } from '../../../shared/ui/byte-size.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import {
  getPortalSite,
  PORTAL_FILES,
  stopPortalSite,
  writePortalSite,
} from '../../api/exchange-portal-api.ts'
import { dayAndTime } from '../../notice/format.ts'
import { useOpenDesk } from '../../shell/session-context.ts'
import { PORTAL_SITE_KEY } from '../exchange-keys.ts'
import { refusalOf } from '../refusal-of.ts'
import { StateIcon } from '../state-icon.tsx'
import { SiteForm } from './site-form.tsx'

const RUNNING_MS = 500

function Ended({ job }: { readonly job: PortalSiteJobView }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  const { refusal, counts, fileName, target } = job
  if (refusal !== null) return <RefusalMessage error={refusalOf(refusal)} />
  if (job.state === 'CANCELLED') return <p role="status">{t('job.cancelled')}</p>
  return (
    <div className="ex-done" role="status">
      <StateIcon sign="tick" />
      <div>
        <p>
          {counts !== null &&
            t('portal.siteDone', {
              notices: counts.notices,
              attachments: counts.attachments,
              size: byteSize(counts.bytes),
            })}
        </p>
        {target.kind !== 'ZIP' && (
          <p className="breakable">{t('portal.siteStands', { place: target.name, folder: target.folder })}</p>
        )}
        {target.kind === 'DRIVE' && <p>{t('portal.siteEject')}</p>}
        <p className="sub">{t('portal.asOf', { time: dayAndTime(job.asOf, i18n.language, clock.now) })}</p>
        {fileName !== null && (
          <p>
            <a className="button-link" href={PORTAL_FILES.site} download={fileName}>
              {t('portal.siteDownload')}
            </a>
          </p>
        )}
      </div>
    </div>
  )
}

function Running(props: {
  readonly job: PortalSiteJobView
  readonly stop: () => void
  readonly stopping: boolean
}) {
  const { t } = useTranslation('exchange')
  const { target, done, total } = props.job
  return (
    <div className="ex-progress">
      <p role="status" className="breakable">
        {target.kind === 'ZIP' ? t('portal.siteWriting') : t('portal.siteWritingTo', { place: target.name })}{' '}
        <span className="sub">{t('job.so', { done, total })}</span>
      </p>
      <progress aria-label={t('portal.siteBar')} {...(total > 0 ? { max: total, value: done } : {})} />
      <Button size="small" loading={props.stopping} onClick={props.stop}>
        {t('job.cancel')}
      </Button>
    </div>
  )
}

function Site({ job }: { readonly job: PortalSiteJobView | null }) {
  const queries = useQueryClient()
  const keep = (view: PortalSiteView) => queries.setQueryData<PortalSiteView>(PORTAL_SITE_KEY, view)
  const write = useMutation({ mutationFn: writePortalSite, onSuccess: (begun) => keep({ job: begun }) })
  const stop = useMutation({ mutationFn: stopPortalSite, onSuccess: keep })
  if (job?.state === 'RUNNING') {
    return <Running job={job} stop={() => stop.mutate()} stopping={stop.isPending} />
  }
  const error = write.error ?? stop.error
  return (
    <>
      <SiteForm last={job?.target ?? null} pending={write.isPending} begin={write.mutate} />
      <RefusalMessage error={error} />
      {/* Beside a refusal the good news of the run before would be taken for this one's. */}
      {job !== null && error === null && <Ended job={job} />}
    </>
  )
}

/** The board as a folder of pages that opens anywhere, without our program. */
export function SiteCard() {
  const { t } = useTranslation('exchange')
  const site = useQuery({
    queryKey: PORTAL_SITE_KEY,
    queryFn: getPortalSite,
    refetchInterval: ({ state }) => (state.data?.job?.state === 'RUNNING' ? RUNNING_MS : false),
  })
  return (
    <section className="card" aria-labelledby="ex-site">
      <h2 id="ex-site">{t('portal.site')}</h2>
      <div className="card-body ex-stack">
        <p className="sub">{t('portal.siteSub')}</p>
        <QueryBody query={site}>{({ job }) => <Site job={job} />}</QueryBody>
      </div>
    </section>
  )
}
