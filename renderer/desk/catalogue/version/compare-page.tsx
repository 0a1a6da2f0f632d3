import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { CatalogueDetail } from '../../../../server/catalogue/views.ts'
import { compareVersions, getCatalogue } from '../../api/catalogue-api.ts'
import { href, replace } from '../../../shared/desk/route.ts'
import { EmptyState } from '../../../shared/desk/empty-state.tsx'
import { PageHead } from '../../../shared/desk/page-head.tsx'
import { QueryBody } from '../../../shared/desk/query-body.tsx'
import { catalogueKey, versionKey } from '../catalogue-keys.ts'
import { DiffView } from './diff-view.tsx'
import { useVersionOption } from './use-version-option.ts'

type Props = { readonly id: string; readonly version: string | null; readonly earlier: string | null }

function Comparison({ detail, version, earlier }: { readonly detail: CatalogueDetail } & Omit<Props, 'id'>) {
  const { t } = useTranslation('catalogue')
  const { catalogue, versions, shown } = detail
  const after = versions.find((one) => one.id === version) ?? shown
  const before =
    versions.find((one) => one.id === earlier) ??
    versions.find((one) => one.number < after.number) ??
    versions.find((one) => one.id !== after.id)
  const diff = useQuery({
    queryKey: [...catalogueKey(catalogue.id), 'diff', after.id, before?.id],
    queryFn: () => compareVersions(after.id, before?.id ?? after.id),
    enabled: before !== undefined,
  })
  const option = useVersionOption()
  const show = (from: string, to: string) =>
    replace(
      `/catalogue/${encodeURIComponent(catalogue.id)}/compare?version=${encodeURIComponent(to)}&with=${encodeURIComponent(from)}`,
    )
  return (
    <>
      <PageHead title={t('compare.title', { name: catalogue.name })} sub={t('compare.sub')} />
      {before === undefined ? (
        <section className="card">
          <EmptyState title={t('compare.onlyOne')} />
        </section>
      ) : (
        <>
          <div className="row compare-choice">
            <Select
              aria-label={t('compare.before')}
              popupMatchSelectWidth={false}
              value={before.id}
              options={versions.filter((one) => one.id !== after.id).map(option)}
              onChange={(id: string) => show(id, after.id)}
            />
            <span>{t('compare.to')}</span>
            <Select
              aria-label={t('compare.after')}
              popupMatchSelectWidth={false}
              value={after.id}
              options={versions.filter((one) => one.id !== before.id).map(option)}
              onChange={(id: string) => show(before.id, id)}
            />
          </div>
          <QueryBody query={diff}>{(data) => <DiffView diff={data} />}</QueryBody>
        </>
      )}
    </>
  )
}

/** What changed between two versions of a catalogue, field by field. */
export function ComparePage({ id, version, earlier }: Props) {
  const { t } = useTranslation('catalogue')
  const detail = useQuery({ queryKey: versionKey(id, version), queryFn: () => getCatalogue(id, version) })
  return (
    <>
      <a
        className="back"
        href={href(
          `/catalogue/${encodeURIComponent(id)}${version === null ? '' : `?version=${encodeURIComponent(version)}`}`,
        )}
      >
        {t('compare.back')}
      </a>
      <QueryBody query={detail}>
        {(data) => <Comparison detail={data} version={version} earlier={earlier} />}
      </QueryBody>
    </>
  )
}
