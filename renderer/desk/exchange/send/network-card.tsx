import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { NetworkContactView, NetworkView } from '../../../../server/exchange/network/views.ts'
import { RefusalMessage, refusalText } from '../../../shared/ui/refusal-message.tsx'
import { getNetwork, startSending, stopSending } from '../../api/exchange-network-api.ts'
import { dayAndTime } from '../../notice/format.ts'
import { OUTBOX_KEY } from '../../query-client.ts'
import { useHasRole, useOpenDesk } from '../../shell/session-context.ts'
import { EXCHANGE_KEY, NETWORK_KEY } from '../exchange-keys.ts'
import { refusalOf } from '../refusal-of.ts'
import { isEnded, NetworkProgress } from './network-progress.tsx'
import { ScheduleForm } from './schedule-form.tsx'

const RUNNING_MS = 700
const IDLE_MS = 30_000

function Contacts({ view }: { readonly view: NetworkView }) {
  const { t, i18n } = useTranslation('exchange')
  const { clock } = useOpenDesk()
  const { lastContact, lastAttempt } = view
  const when = (contact: NetworkContactView) => dayAndTime(contact.at, i18n.language, clock.now)
  const failed = lastAttempt !== null && lastAttempt.refusal !== null ? lastAttempt : null
  return (
    <>
      <p className="sub">
        {lastContact === null ? t('network.never') : t('network.last', { time: when(lastContact) })}
      </p>
      {failed?.refusal && view.job === null && (
        <p className="bad">
          {t('network.failed', {
            time: when(failed),
            reason: refusalText(i18n, refusalOf(failed.refusal)),
          })}
        </p>
      )}
    </>
  )
}

function Network({ view }: { readonly view: NetworkView }) {
  const { t } = useTranslation('exchange')
  const queries = useQueryClient()
  const maySend = useHasRole('HANDLER')
  const keep = (answer: NetworkView) => queries.setQueryData<NetworkView>(NETWORK_KEY, answer)
  const start = useMutation({ mutationFn: startSending, onSuccess: keep })
  const stop = useMutation({ mutationFn: stopSending, onSuccess: keep })
  const { job, unsent } = view
  const runs = job !== null && !isEnded(job)
  const endedId = job !== null && isEnded(job) ? job.id : null
  useEffect(() => {
    if (endedId === null) return
    void queries.invalidateQueries({
      queryKey: EXCHANGE_KEY,
      predicate: ({ queryKey }) => queryKey[1] !== NETWORK_KEY[1],
    })
    void queries.invalidateQueries({ queryKey: OUTBOX_KEY })
  }, [queries, endedId])
  return (
    <section className="card" aria-labelledby="ex-network">
      <h2 id="ex-network">{t('network.title')}</h2>
      <div className="card-body ex-stack">
        <p>
          <span className="breakable">{view.address}</span>{' '}
          <span className="sub">{t(view.certificatePinned ? 'network.pinned' : 'network.trusted')}</span>
        </p>
        <Contacts view={view} />
        {!runs && maySend && (
          <div className="row">
            <Button loading={start.isPending} onClick={() => start.mutate()}>
              {unsent.length > 0 ? t('network.send', { count: unsent.length }) : t('network.fetch')}
            </Button>
            <span className="sub">{t('network.sendMeans')}</span>
          </div>
        )}
        {job !== null && <NetworkProgress job={job} stop={() => stop.mutate()} stopping={stop.isPending} />}
        <RefusalMessage error={start.error ?? stop.error} />
        {maySend && <ScheduleForm schedule={view.schedule} keep={keep} />}
      </div>
    </section>
  )
}

/** Sending over a network; nothing where the county has no address. */
export function NetworkCard() {
  const view = useQuery({
    queryKey: NETWORK_KEY,
    queryFn: getNetwork,
    refetchInterval: ({ state }) => {
      const job = state.data?.job ?? null
      return job !== null && !isEnded(job) ? RUNNING_MS : IDLE_MS
    },
  })
  if (view.error !== null) return <RefusalMessage error={view.error} />
  if (view.data === undefined || view.data.address === null) return null
  return <Network view={view.data} />
}
