import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MatterDetail } from '../../../server/register/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { getMatter, startDisclosure } from '../api/register-api.ts'
import { href, navigate } from '../../shared/desk/route.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { MatterForm } from './matter-form.tsx'
import { UNDISCLOSED_KEY } from './register-keys.ts'
import { ReviewForm } from './review-form.tsx'
import { StandingPill } from './standing-pill.tsx'
import { useRefresh } from './use-refresh.ts'

function Facts({ matter }: { readonly matter: MatterDetail }) {
  const { t } = useTranslation(['register', 'terms'])
  const ground = t('register:undisclosed.groundOption', {
    ground: t(`terms:exemptionGround.${matter.ground}`),
    article: t(`terms:groundArticle.${matter.ground}`),
  })
  const facts = [
    [t('register:undisclosed.ground'), ground],
    [t('register:undisclosed.reason'), matter.reason],
    [t('register:undisclosed.unit'), matter.unit.name],
    [t('register:undisclosed.description'), matter.description],
    [t('register:undisclosed.informationNumber'), matter.informationNumber],
    [t('register:undisclosed.documentNumber'), matter.documentNumber],
    [t('register:undisclosed.producedOn'), matter.producedOn ?? ''],
  ] as const
  return (
    <section className="card">
      <h2>{t('register:undisclosed.entry')}</h2>
      <dl className="reg-facts card-body">
        {facts
          .filter(([, text]) => text !== '')
          .map(([label, text]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function History({ matter }: { readonly matter: MatterDetail }) {
  const { t } = useTranslation(['register', 'terms'])
  return (
    <section className="card">
      <h2>{t('register:review.history')}</h2>
      <ol className="reg-history">
        <li>
          <p>
            <b>{matter.decidedOn}</b> {t('register:review.first', { name: matter.reviewer.name })}
          </p>
          <p className="sub">{t('register:review.enteredBy', { name: matter.enteredBy.name })}</p>
        </li>
        {matter.reviews.map((review) => (
          <li key={review.sequence}>
            <p>
              <b>{review.on}</b> {review.by.name} {t(`terms:reviewOutcome.${review.outcome}`)}
            </p>
            <p className="sub">{review.reason}</p>
            {review.nextDue !== null && (
              <p className="sub">{t('register:review.next', { date: review.nextDue })}</p>
            )}
            {review.noticeId !== null && (
              <a href={href(`/notices/${encodeURIComponent(review.noticeId)}`)}>
                {t('register:review.toDraft')}
              </a>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Matter({ matter }: { readonly matter: MatterDetail }) {
  const { t } = useTranslation(['register', 'terms'])
  const [editing, setEditing] = useState(false)
  const refresh = useRefresh()
  const start = useMutation({
    mutationFn: () => startDisclosure(matter.id),
    onSuccess: async ({ noticeId }) => {
      await refresh()
      navigate(`/notices/${encodeURIComponent(noticeId)}`)
    },
  })
  const last = matter.reviews.at(-1)
  const awaitsDraft = last !== undefined && last.outcome !== 'STILL_WITHHELD' && last.noticeId === null
  return (
    <>
      <PageHead
        title={matter.title}
        sub={
          <>
            <StandingPill row={matter} />{' '}
            {matter.nextDue !== null && t('register:undisclosed.dueOn', { date: matter.nextDue })}
            {matter.alias && ` ${t('register:undisclosed.aliasNote')}`}
          </>
        }
      >
        {matter.may.edit && (
          <Button onClick={() => setEditing(true)}>{t('register:undisclosed.edit')}</Button>
        )}
        {matter.may.startDraft && (
          <Button type="primary" loading={start.isPending} onClick={() => start.mutate()}>
            {t('register:review.startDraft')}
          </Button>
        )}
      </PageHead>
      <RefusalMessage error={start.error} />
      {awaitsDraft && (
        <p className="note">
          {t(matter.may.startDraft ? 'register:review.awaitsDraft' : 'register:review.awaitsHandler')}
        </p>
      )}
      {matter.ownEntry && <p className="note">{t('register:review.ownEntry')}</p>}
      <div className="reg-columns">
        <div>
          <Facts matter={matter} />
        </div>
        <div>
          {matter.may.review && <ReviewForm key={matter.reviews.length} id={matter.id} />}
          <History matter={matter} />
        </div>
      </div>
      <Drawer
        open={editing}
        title={t('register:undisclosed.edit')}
        size={640}
        destroyOnHidden
        onClose={() => setEditing(false)}
      >
        <MatterForm matter={matter} done={() => setEditing(false)} />
      </Drawer>
    </>
  )
}

/** One matter: what is withheld and why, its reviews, and what the person may do. */
export function MatterPage({ id }: { readonly id: string }) {
  const { t } = useTranslation('register')
  const matter = useQuery({ queryKey: [...UNDISCLOSED_KEY, id], queryFn: () => getMatter(id) })
  return (
    <>
      <a className="back" href={href('/undisclosed')}>
        {t('undisclosed.back')}
      </a>
      <QueryBody query={matter}>{(data) => <Matter matter={data} />}</QueryBody>
    </>
  )
}
