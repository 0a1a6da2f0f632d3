import { useTranslation } from 'react-i18next'
import type { CatalogueRow } from '../../../../domain/catalogue/catalogue-item.ts'

/** A text cut after some lines; the whole of it on hovering, in the drawer and in the editor. */
export function Clamped({ text }: { readonly text: string }) {
  return (
    <div className="clamp" title={text}>
      {text}
    </div>
  )
}

/** Who a row is for, and in clear words when it must never stand on a board. */
export function AudienceCell({ row }: { readonly row: CatalogueRow }) {
  const { t } = useTranslation(['catalogue', 'desk', 'terms'])
  const audience = row.audience === 'UNSTATED' ? '' : t(`desk:catalogue.audience.${row.audience}`)
  return (
    <>
      {row.disclosureScope !== 'PUBLIC' && <ScopeTag scope={row.disclosureScope} />}
      <Clamped text={[audience, row.audienceNote].filter(Boolean).join(t('desk:common.listComma'))} />
    </>
  )
}

/** 公开范围 where it is not everybody. */
export function ScopeTag({ scope }: { readonly scope: 'LIMITED_CIRCLE' | 'NAMED_PERSONS' }) {
  const { t } = useTranslation(['catalogue', 'terms'])
  return (
    <span className={`scope-tag scope-${scope}`} title={t(`catalogue:scope.${scope}`)}>
      {t(`terms:disclosureScope.${scope}`)}
    </span>
  )
}
