import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReplicaList } from '../../../server/replica/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { getReplicas, makePairingCode, REPLICAS_KEY } from '../api/replica-api.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { PairingCode } from './pairing-code.tsx'
import { ReplicaTable } from './replica-table.tsx'
import './replica.css'

// A computer that was just paired appears by itself while somebody stands between the two.
const REFRESH_MS = 5000

function Replicas({ list }: { readonly list: ReplicaList }) {
  const { t } = useTranslation('replica')
  const queries = useQueryClient()
  const make = useMutation({
    mutationFn: makePairingCode,
    onSuccess: () => queries.invalidateQueries({ queryKey: REPLICAS_KEY }),
  })
  return (
    <>
      <section className="card">
        <h2>{t('desk.pair')}</h2>
        <div className="card-body">
          {list.code === null ? (
            <>
              <p className="sub replica-how">
                {t(list.addresses.length > 0 ? 'desk.how' : 'desk.noNetwork')}
              </p>
              <Button type="primary" loading={make.isPending} onClick={() => make.mutate()}>
                {t('desk.makeCode')}
              </Button>
            </>
          ) : (
            <PairingCode code={list.code} addresses={list.addresses} again={() => make.mutate()} />
          )}
          <RefusalMessage error={make.error} />
        </div>
      </section>
      <section className="card">
        <h2>{t('desk.paired')}</h2>
        {list.replicas.length === 0 ? (
          <EmptyState title={t('desk.none')}>
            <p className="sub">{t('desk.noneHint')}</p>
          </EmptyState>
        ) : (
          <ReplicaTable replicas={list.replicas} />
        )}
      </section>
    </>
  )
}

/** Kiosk computers that show the board from a copy of their own: pairing, and how each is. */
export function ReplicasPage() {
  const { t } = useTranslation('replica')
  const list = useQuery({
    queryKey: REPLICAS_KEY,
    queryFn: ({ signal }) => getReplicas(signal),
    refetchInterval: REFRESH_MS,
  })
  return (
    <>
      <PageHead title={t('desk.title')} sub={t('desk.sub')} />
      <QueryBody query={list}>{(data) => <Replicas list={data} />}</QueryBody>
    </>
  )
}
