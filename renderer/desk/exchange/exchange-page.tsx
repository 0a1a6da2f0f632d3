import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OutboxView } from '../../../server/exchange/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { getOutbox, listPackages, writePackage } from '../api/exchange-api.ts'
import { OUTBOX_KEY } from '../query-client.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { QueryBody } from '../ui/query-body.tsx'
import './exchange.css'
import { MetadataExport } from './metadata-export.tsx'
import { PackageTable } from './package-table.tsx'
import { VerifyPackage } from './verify-package.tsx'

const PACKAGES_KEY = ['packages'] as const

function Outbox({ outbox }: { readonly outbox: OutboxView }) {
  const { t } = useTranslation('desk')
  const queries = useQueryClient()
  const mayWrite = useHasRole('HANDLER')
  const write = useMutation({
    mutationFn: writePackage,
    onSuccess: () => queries.invalidateQueries({ queryKey: PACKAGES_KEY }),
  })
  const nothing = outbox.editions + outbox.withdrawals === 0
  const hint = nothing ? t('exchange.nothing') : t(mayWrite ? 'exchange.writeWhat' : 'exchange.writeOther')
  return (
    <section className="card outbox">
      <dl className="figures">
        <div>
          <dd>{outbox.editions}</dd>
          <dt>{t('exchange.editions')}</dt>
        </div>
        <div>
          <dd>{outbox.withdrawals}</dd>
          <dt>{t('exchange.withdrawals')}</dt>
        </div>
      </dl>
      <div className="outbox-do">
        {mayWrite && (
          <Button
            type="primary"
            size="large"
            disabled={nothing}
            loading={write.isPending}
            onClick={() => write.mutate()}
          >
            {t('exchange.write')}
          </Button>
        )}
        <p className="sub">{hint}</p>
        {outbox.heldBack > 0 && (
          <p className="bad" role="alert">
            {t('exchange.heldBack', { count: outbox.heldBack })}
          </p>
        )}
        <RefusalMessage error={write.error} />
        {write.data !== undefined && (
          <p className="good" role="status">
            {t('exchange.written', { name: write.data.fileName })}
          </p>
        )}
      </div>
    </section>
  )
}

/** What goes to the county: what waits, the packages written, and the proof of a package. */
export function ExchangePage() {
  const { t } = useTranslation('desk')
  const outbox = useQuery({ queryKey: OUTBOX_KEY, queryFn: getOutbox })
  const packages = useQuery({ queryKey: PACKAGES_KEY, queryFn: listPackages })
  return (
    <>
      <PageHead title={t('exchange.title')} sub={t('exchange.sub')}>
        <MetadataExport />
      </PageHead>
      <QueryBody query={outbox}>{(data) => <Outbox outbox={data} />}</QueryBody>
      <section className="card">
        <h2>{t('exchange.packages')}</h2>
        <QueryBody query={packages}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState title={t('exchange.noPackages')}>
                <p className="sub">{t('exchange.noPackagesHint')}</p>
              </EmptyState>
            ) : (
              <PackageTable packages={list} />
            )
          }
        </QueryBody>
      </section>
      <VerifyPackage />
    </>
  )
}
