import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FIELD_KINDS, possibleActions } from '../../../../domain/table/field-kind.ts'
import { actionFor, type ListPolicy } from '../../../../domain/table/list-policy.ts'
import { LIST_TYPES, type ListType } from '../../../../domain/table/list-type.ts'
import { NAME_RULES } from '../../../../domain/table/name-mask.ts'
import type { PolicyView } from '../../../../server/notice/table/table-views.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { useHasRole } from '../../shell/session-context.ts'
import { PageHead } from '../../../shared/desk/page-head.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { dayAndTime } from '../format.ts'
import '../notice.css'
import { getPolicies, LIST_POLICIES_KEY, setPolicy } from './table-api.ts'
import './table.css'
import './proof.css'

function PolicyForm({ view, may }: { readonly view: PolicyView; readonly may: boolean }) {
  const { t, i18n } = useTranslation(['table', 'terms'])
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [policy, change] = useState<ListPolicy>(view.policy)
  const [basis, setBasis] = useState(view.basis)
  const save = useMutation({
    mutationFn: () => setPolicy(view.listType, { policy, basis }),
    onSuccess: (views) => {
      queries.setQueryData(LIST_POLICIES_KEY, views)
      void message.success(t('policy.saved'))
    },
  })
  return (
    <form
      className="tb-policy"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate()
      }}
    >
      <p className="nt-warn">
        {view.setBy && view.setAt
          ? t('policy.set', {
              name: view.setBy.name,
              at: dayAndTime(view.setAt, i18n.language, '1970-01-01T00:00:00.000Z'),
            })
          : t('policy.unverified')}
      </p>
      <label className="tb-rule">
        <span>{t('policy.nameRule')}</span>
        <Select
          disabled={!may}
          value={policy.nameRule}
          options={NAME_RULES.map((value) => ({ value, label: t(`terms:nameRule.${value}`) }))}
          onChange={(nameRule) => change({ ...policy, nameRule })}
        />
      </label>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('policy.kind')}</th>
            <th scope="col">{t('policy.action')}</th>
          </tr>
        </thead>
        <tbody>
          {FIELD_KINDS.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`terms:fieldKind.${kind}`)}</th>
              <td>
                <Select
                  variant="borderless"
                  disabled={!may || possibleActions(kind).length < 2}
                  aria-label={t(`terms:fieldKind.${kind}`)}
                  value={actionFor(policy, kind)}
                  options={possibleActions(kind).map((value) => ({
                    value,
                    label: t(`terms:fieldAction.${value}`),
                  }))}
                  onChange={(action) => change({ ...policy, actions: { ...policy.actions, [kind]: action } })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {may ? (
        <>
          <label className="tb-rule">
            <span>{t('policy.basis')}</span>
            <Input
              value={basis}
              maxLength={500}
              placeholder={t('policy.basisHint')}
              onChange={(event) => setBasis(event.target.value)}
            />
          </label>
          <RefusalMessage error={save.error} />
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            {t('policy.save')}
          </Button>
        </>
      ) : (
        <p className="nt-soft">{t('policy.only')}</p>
      )}
    </form>
  )
}

/** What happens to each kind of content in each kind of list; set by the office, never milder than the law. */
export function PolicyPage() {
  const { t } = useTranslation(['table', 'terms'])
  const [listType, setListType] = useState<ListType>('LOW_INCOME')
  const may = useHasRole('ADMINISTRATOR', 'SECRECY_REVIEWER')
  const policies = useQuery({
    queryKey: LIST_POLICIES_KEY,
    queryFn: ({ signal }) => getPolicies(signal),
  })
  return (
    <div className="page">
      <PageHead title={t('policy.title')} sub={t('policy.sub')} />
      <QueryBody query={policies}>
        {(list) => {
          const view = list.find((one) => one.listType === listType)
          return (
            <div className="tb-policies">
              <ul aria-label={t('policy.title')}>
                {LIST_TYPES.map((type) => (
                  <li key={type}>
                    <button type="button" aria-pressed={type === listType} onClick={() => setListType(type)}>
                      {t(`terms:listType.${type}`)}
                    </button>
                  </li>
                ))}
              </ul>
              {view ? <PolicyForm key={`${listType} ${String(view.number)}`} view={view} may={may} /> : null}
            </div>
          )
        }}
      </QueryBody>
    </div>
  )
}
