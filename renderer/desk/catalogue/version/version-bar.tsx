import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { VERSION_STATES } from '../../../../domain/catalogue/catalogue-version.ts'
import type { CatalogueDetail, VersionView } from '../../../../server/catalogue/views.ts'
import { instantText } from '../../../shared/ui/instant-text.ts'
import { RefusalMessage } from '../../../shared/ui/refusal-message.tsx'
import { reviseCatalogue } from '../../api/catalogue-api.ts'
import { href, navigate } from '../../../shared/desk/route.ts'
import { CATALOGUES_KEY } from '../catalogue-keys.ts'
import { useVersionOption } from './use-version-option.ts'
import { VersionDialog, type VersionAct } from './version-dialog.tsx'

type Mark = { readonly who: string; readonly when: string }

/** Who brought a version to each state, and when. */
function marks(version: VersionView): Readonly<Record<VersionView['state'], Mark | null>> {
  const mark = (person: { readonly name: string } | null, when: string | null): Mark | null =>
    when === null ? null : { who: person?.name ?? '', when }
  const at = (instant: string | null) => (instant === null ? null : instantText(instant))
  return {
    DRAFT: mark(version.createdBy, at(version.createdAt)),
    SUBMITTED: mark(version.submittedBy, at(version.submittedAt)),
    APPROVED: mark(version.approvedBy, at(version.approvedAt)),
    FILED: mark(version.filedBy, version.filedOn),
  }
}

function Steps({ version }: { readonly version: VersionView }) {
  const { t } = useTranslation('catalogue')
  const reached = VERSION_STATES.indexOf(version.state)
  const all = marks(version)
  return (
    <ol className="version-steps">
      {VERSION_STATES.map((state, index) => {
        const mark = index <= reached ? all[state] : null
        return (
          <li
            key={state}
            className={index <= reached ? 'reached' : ''}
            {...(index === reached ? { 'aria-current': 'step' as const } : {})}
          >
            <b>{t(`version.step.${state}`)}</b>
            <span>{mark === null ? '' : [mark.who, mark.when].filter(Boolean).join(' ')}</span>
          </li>
        )
      })}
    </ol>
  )
}

function useLineWords(version: VersionView, detail: CatalogueDetail): string {
  const { t } = useTranslation('catalogue')
  if (version.state === 'DRAFT') return t(version.inUse ? 'version.draftInUse' : 'version.draftNotInUse')
  if (version.state === 'SUBMITTED') return t('version.submittedMeaning')
  if (!version.inUse) return t('version.former')
  if (version.state === 'FILED' && version.filedWith !== '') {
    return version.filingNumber === ''
      ? t('version.filedWithOnly', { with: version.filedWith })
      : t('version.filedWith', { with: version.filedWith, number: version.filingNumber })
  }
  return detail.mayRevise ? t('version.frozenRevise') : t('version.frozen')
}

type Props = { readonly detail: CatalogueDetail; readonly unset: number }

/** The versions of a catalogue, the way of the one shown from draft to filing, and the steps the person may take. */
export function VersionBar({ detail, unset }: Props) {
  const { t } = useTranslation(['catalogue', 'terms'])
  const queries = useQueryClient()
  const [act, setAct] = useState<VersionAct | null>(null)
  const { catalogue, shown, versions, mayRevise } = detail
  const address = (id: string) =>
    `/catalogue/${encodeURIComponent(catalogue.id)}?version=${encodeURIComponent(id)}`
  const revise = useMutation({
    mutationFn: () => reviseCatalogue(catalogue.id),
    onSuccess: async (next) => {
      await queries.invalidateQueries({ queryKey: CATALOGUES_KEY })
      navigate(address(next.versions[0]?.id ?? next.shown.id))
    },
  })
  const underWay = versions.find(
    (version) => version.id !== shown.id && (version.state === 'DRAFT' || version.state === 'SUBMITTED'),
  )
  const option = useVersionOption()
  const words = useLineWords(shown, detail)
  return (
    <section className="card version-bar" aria-label={t('catalogue:version.label')}>
      <div className="version-line">
        <Select
          aria-label={t('catalogue:version.choose')}
          className="version-select"
          value={shown.id}
          popupMatchSelectWidth={false}
          options={versions.map(option)}
          onChange={(id: string) => navigate(address(id))}
        />
        <Steps version={shown} />
        <div className="row version-acts">
          {shown.may.discard && (
            <Button danger onClick={() => setAct('DISCARD')}>
              {t('catalogue:version.discard')}
            </Button>
          )}
          {shown.may.sendBack && (
            <Button onClick={() => setAct('RETURN')}>{t('catalogue:version.return')}</Button>
          )}
          {shown.may.submit && (
            <Button type="primary" onClick={() => setAct('SUBMIT')}>
              {t('catalogue:version.submit')}
            </Button>
          )}
          {shown.may.approve && (
            <Button type="primary" onClick={() => setAct('APPROVE')}>
              {t('catalogue:version.approve')}
            </Button>
          )}
          {shown.may.file && (
            <Button type="primary" onClick={() => setAct('FILE')}>
              {t('catalogue:version.file')}
            </Button>
          )}
          {mayRevise && (
            <Button loading={revise.isPending} onClick={() => revise.mutate()}>
              {t('catalogue:version.revise')}
            </Button>
          )}
        </div>
      </div>
      <p className="version-words">
        {words}
        {underWay !== undefined && (
          <a href={href(address(underWay.id))}>
            {t(`catalogue:list.open.${underWay.state === 'SUBMITTED' ? 'SUBMITTED' : 'DRAFT'}`, {
              number: underWay.number,
            })}
          </a>
        )}
      </p>
      {shown.state === 'DRAFT' && shown.returnReason !== '' && (
        <p className="version-returned">{t('catalogue:version.returned', { reason: shown.returnReason })}</p>
      )}
      <RefusalMessage error={revise.error} />
      {act !== null && <VersionDialog act={act} detail={detail} unset={unset} close={() => setAct(null)} />}
    </section>
  )
}
