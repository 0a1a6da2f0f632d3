import { useMutation } from '@tanstack/react-query'
import { Button, Dropdown, Popconfirm } from 'antd'
import { useTranslation } from 'react-i18next'
import { MATTER_ROLES, type MatterRole } from '../../../domain/matter/matter-notice.ts'
import type { MatterDetail, MatterNoticeRef } from '../../../server/matter/views.ts'
import { dayText } from '../../shared/duty/day-text.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { beginMatterNotice, unlinkMatterNotice } from '../api/matter-api.ts'
import { StatePill } from '../notice/state-pill.tsx'
import { href, navigate } from '../../shared/desk/route.ts'
import { useMatterRefresh } from './use-matter-refresh.ts'

/** Roles a notice can be begun for now, so that nothing is offered that will be refused. */
function offered({ notices, consultations }: MatterDetail): readonly MatterRole[] {
  const newest = consultations.at(-1)
  return MATTER_ROLES.filter((role) => {
    if (role === 'DRAFT') return newest !== undefined && newest.draft === null
    if (role === 'ADOPTION') return newest !== undefined && newest.may.summarize && newest.unanswered === 0
    const decision = notices.findLast((one) => one.role === 'DECISION')
    if (role === 'DECISION') {
      const { state, shown } = decision ?? { state: 'WITHDRAWN', shown: false }
      return state === 'WITHDRAWN' || (state === 'ARCHIVED' && !shown)
    }
    return role === 'PROGRESS' || decision?.shown === true
  })
}

function Line({ matter, notice }: { readonly matter: MatterDetail; readonly notice: MatterNoticeRef }) {
  const { t, i18n } = useTranslation(['matter', 'terms'])
  const refresh = useMatterRefresh()
  const unlink = useMutation({
    mutationFn: () => unlinkMatterNotice(matter.id, notice.id),
    onSuccess: refresh,
  })
  return (
    <li>
      <p className="sub">{t(`terms:matterRole.${notice.role}`)}</p>
      <a className="breakable" href={href(`/notices/${encodeURIComponent(notice.id)}`)}>
        {notice.title}
      </a>
      <p className="row">
        <StatePill state={notice.state} />
        {notice.publishedOn === null ? (
          matter.may.edit && (
            <Popconfirm title={t('matter:page.unlinkSure')} onConfirm={() => unlink.mutate()}>
              <Button type="link" size="small">
                {t('matter:page.unlink')}
              </Button>
            </Popconfirm>
          )
        ) : (
          <span className="hint">
            {t('matter:page.published', { date: dayText(notice.publishedOn, matter.today, i18n.language) })}
          </span>
        )}
      </p>
      <RefusalMessage error={unlink.error} />
    </li>
  )
}

/** The notices of a matter, and which can be begun. */
export function MatterNotices({ matter }: { readonly matter: MatterDetail }) {
  const { t } = useTranslation(['matter', 'terms'])
  const refresh = useMatterRefresh()
  const begin = useMutation({
    mutationFn: (role: MatterRole) => beginMatterNotice(matter.id, role),
    onSuccess: async ({ noticeId }) => {
      await refresh()
      navigate(`/notices/${encodeURIComponent(noticeId)}`)
    },
  })
  const roles = offered(matter)
  return (
    <section className="card" aria-label={t('matter:page.notices')}>
      <h2>
        {t('matter:page.notices')}
        {matter.may.edit && roles.length > 0 && (
          <Dropdown
            trigger={['click']}
            menu={{
              items: roles.map((role) => ({ key: role, label: t(`terms:matterRole.${role}`) })),
              onClick: ({ key }) => {
                const role = roles.find((one) => one === key)
                if (role !== undefined) begin.mutate(role)
              },
            }}
          >
            <Button size="small" loading={begin.isPending}>
              {t('matter:page.begin')}
            </Button>
          </Dropdown>
        )}
      </h2>
      {begin.error !== null && (
        <div className="card-body">
          <RefusalMessage error={begin.error} />
        </div>
      )}
      {matter.notices.length === 0 ? (
        <p className="card-body soft">{t('matter:page.noNotices')}</p>
      ) : (
        <ul className="mt-notices">
          {matter.notices.map((notice) => (
            <Line key={notice.id} matter={matter} notice={notice} />
          ))}
        </ul>
      )}
    </section>
  )
}
