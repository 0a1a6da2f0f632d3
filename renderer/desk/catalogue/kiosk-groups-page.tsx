import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { CONTENT_GROUPS, type ContentGroup } from '../../../domain/display/content-group.ts'
import type { ContentGroupHeading, ContentGroupHeadings } from '../../../server/display/shelf/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { CONTENT_GROUPS_KEY, getContentGroups, setContentGroup } from '../api/content-group-api.ts'
import { EmptyState } from '../../shared/desk/empty-state.tsx'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import { href } from '../../shared/desk/route.ts'

// A select knows no null.
const BY_RULE = 'BY_RULE' as const

function Choice(props: { heading: ContentGroupHeading; mayChange: boolean }) {
  const { t } = useTranslation(['catalogue', 'terms'])
  const { message } = App.useApp()
  const queries = useQueryClient()
  const { heading, mayChange } = props
  const save = useMutation({
    mutationFn: (contentGroup: ContentGroup | null) => setContentGroup(heading.groupId, contentGroup),
    onSuccess: (view) => {
      queries.setQueryData(CONTENT_GROUPS_KEY, view)
      void message.success(t('catalogue:kioskGroup.saved'))
    },
  })
  return (
    <>
      <Select<ContentGroup | typeof BY_RULE>
        aria-label={t('catalogue:kioskGroup.whole', { heading: heading.name })}
        disabled={!mayChange}
        loading={save.isPending}
        className="cg-choice"
        value={heading.chosen ?? BY_RULE}
        options={[
          { value: BY_RULE, label: t('catalogue:kioskGroup.follow') },
          ...CONTENT_GROUPS.map((value) => ({ value, label: t(`terms:contentGroup.${value}`) })),
        ]}
        onChange={(value) => save.mutate(value === BY_RULE ? null : value)}
      />
      {save.error ? <RefusalMessage error={save.error} /> : null}
    </>
  )
}

function Heading({ heading, mayChange }: { heading: ContentGroupHeading; mayChange: boolean }) {
  const { t } = useTranslation(['catalogue', 'terms'])
  const parts = heading.byRule.map(({ contentGroup, count }) =>
    t('catalogue:kioskGroup.part', { group: t(`terms:contentGroup.${contentGroup}`), number: count }),
  )
  return (
    <tr>
      <td>{heading.catalogueName}</td>
      <td>{heading.name}</td>
      <td className="number">{heading.count}</td>
      <td>{parts.join(t('catalogue:kioskGroup.comma'))}</td>
      <td>
        <Choice heading={heading} mayChange={mayChange} />
      </td>
    </tr>
  )
}

function Headings({ view }: { view: ContentGroupHeadings }) {
  const { t } = useTranslation('catalogue')
  if (view.headings.length === 0) return <EmptyState title={t('kioskGroup.empty')} />
  return (
    <section className="card">
      <table className="plain kiosk-groups">
        <thead>
          <tr>
            <th scope="col">{t('kioskGroup.catalogue')}</th>
            <th scope="col">{t('kioskGroup.heading')}</th>
            <th scope="col" className="number">
              {t('kioskGroup.count')}
            </th>
            <th scope="col">{t('kioskGroup.byRule')}</th>
            <th scope="col">{t('kioskGroup.group')}</th>
          </tr>
        </thead>
        <tbody>
          {view.headings.map((heading) => (
            <Heading key={heading.groupId} heading={heading} mayChange={view.mayChange} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** In which of the kiosk's six content groups each heading stands: where the rule puts it, and where the office does. */
export function KioskGroupsPage() {
  const { t } = useTranslation('catalogue')
  const headings = useQuery({ queryKey: CONTENT_GROUPS_KEY, queryFn: getContentGroups })
  return (
    <>
      <p className="cg-back">
        <a href={href('/catalogue')}>{t('kioskGroup.back')}</a>
      </p>
      <PageHead title={t('kioskGroup.title')} sub={t('kioskGroup.sub')} />
      <QueryBody query={headings}>{(view) => <Headings view={view} />}</QueryBody>
    </>
  )
}
