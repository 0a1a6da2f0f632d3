import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REVIEW_STANDINGS, type ReviewStanding } from '../../../domain/register/review-standing.ts'
import type { UndisclosedRegister } from '../../../server/register/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { exportUndisclosed, getUndisclosed } from '../api/register-api.ts'
import { navigate } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { MatterForm } from './matter-form.tsx'
import { MatterTable } from './matter-table.tsx'
import { offerFile } from '../../shared/desk/offer-file.ts'
import { UNDISCLOSED_KEY } from './register-keys.ts'

type Shown = ReviewStanding | 'ALL'

function Filter(props: {
  readonly counts: UndisclosedRegister['counts']
  readonly shown: Shown
  readonly show: (standing: Shown) => void
}) {
  const { t } = useTranslation(['register', 'terms'])
  const total = REVIEW_STANDINGS.reduce((sum, standing) => sum + props.counts[standing], 0)
  const entries: readonly (readonly [Shown, string, number])[] = [
    ['ALL', t('register:undisclosed.all'), total],
    ...REVIEW_STANDINGS.map(
      (standing) => [standing, t(`terms:reviewStanding.${standing}`), props.counts[standing]] as const,
    ),
  ]
  return (
    <div className="reg-filter" role="group" aria-label={t('register:undisclosed.filter')}>
      {entries.map(([standing, label, count]) => (
        <button
          key={standing}
          type="button"
          aria-pressed={props.shown === standing}
          onClick={() => props.show(standing)}
        >
          {label} <em>{count}</em>
        </button>
      ))}
    </div>
  )
}

function Register({ register }: { readonly register: UndisclosedRegister }) {
  const { t } = useTranslation('register')
  const [shown, setShown] = useState<Shown>('ALL')
  const mayEnter = useHasRole('HANDLER')
  if (register.items.length === 0) {
    return (
      <EmptyState title={t('undisclosed.empty')}>
        <p className="sub">{t(mayEnter ? 'undisclosed.emptyHint' : 'undisclosed.emptyHintOther')}</p>
      </EmptyState>
    )
  }
  const items = register.items.filter(({ standing }) => shown === 'ALL' || standing === shown)
  return (
    <>
      <Filter counts={register.counts} shown={shown} show={setShown} />
      {items.length === 0 ? (
        <EmptyState title={t('undisclosed.noneSo')}>
          <Button onClick={() => setShown('ALL')}>{t('undisclosed.showAll')}</Button>
        </EmptyState>
      ) : (
        <MatterTable items={items} />
      )}
    </>
  )
}

/** Everything the office does not disclose, the most urgent first. */
export function UndisclosedPage() {
  const { t } = useTranslation('register')
  const register = useQuery({ queryKey: UNDISCLOSED_KEY, queryFn: getUndisclosed })
  const [entering, setEntering] = useState(false)
  const mayEnter = useHasRole('HANDLER')
  const mayExport = useHasRole('HANDLER', 'REVIEWER', 'SECRECY_REVIEWER', 'DEPUTY_LEADER')
  const take = useMutation({
    mutationFn: exportUndisclosed,
    onSuccess: (file) => offerFile(file, `${t('undisclosed.fileName')}.xlsx`),
  })
  return (
    <>
      <PageHead title={t('undisclosed.title')} sub={t('undisclosed.sub')}>
        {mayExport && (
          <Button loading={take.isPending} onClick={() => take.mutate()}>
            {t('undisclosed.export')}
          </Button>
        )}
        {mayEnter && (
          <Button type="primary" onClick={() => setEntering(true)}>
            {t('undisclosed.enter')}
          </Button>
        )}
      </PageHead>
      <RefusalMessage error={take.error} />
      <QueryBody query={register}>{(data) => <Register register={data} />}</QueryBody>
      <Drawer
        open={entering}
        title={t('undisclosed.enterTitle')}
        size={640}
        destroyOnHidden
        onClose={() => setEntering(false)}
      >
        <MatterForm
          matter={null}
          done={(matter) => {
            setEntering(false)
            navigate(`/undisclosed/${encodeURIComponent(matter.id)}`)
          }}
        />
      </Drawer>
    </>
  )
}
