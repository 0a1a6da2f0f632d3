import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CatalogueDetail } from '../../../server/catalogue/views.ts'
import { listUnits, workbookAddress } from '../api/catalogue-api.ts'
import { href } from '../../shared/desk/route.ts'
import { useHasRole } from '../shell/session-context.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { UNITS_KEY } from './catalogue-keys.ts'
import { KeepersDialog } from './keepers-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { useMayRelease } from './use-may-release.ts'
import { VersionBar } from './version/version-bar.tsx'

/** Name, keeping units and versions of a catalogue, and what can be done with the version shown. */
export function CatalogueHead({ detail }: { readonly detail: CatalogueDetail }) {
  const { t } = useTranslation(['catalogue', 'desk', 'terms'])
  const { catalogue, shown, unitIds, versions } = detail
  const mayChange = useHasRole('HANDLER', 'ADMINISTRATOR')
  const mayKeep = useHasRole('HANDLER', 'DEPUTY_LEADER', 'ADMINISTRATOR')
  const mayRelease = useMayRelease(detail)
  const units = useQuery({ queryKey: UNITS_KEY, queryFn: listUnits })
  const [dialog, setDialog] = useState<'UNITS' | 'NAME' | null>(null)
  const names = (units.data ?? []).filter((unit) => unitIds.includes(unit.id)).map((unit) => unit.name)
  const keepers =
    names.length > 2
      ? t('catalogue:list.keepers', { name: names[0], count: names.length })
      : names.join(t('desk:common.listComma'))
  const unset = detail.items.filter((item) => item.deadlineRule === null).length
  const earlier =
    versions.find((version) => version.number < shown.number) ?? versions.find((one) => one.id !== shown.id)
  return (
    <>
      <PageHead
        title={catalogue.name}
        sub={
          <>
            {t('catalogue:page.sub', {
              regime: t(`terms:regime.${catalogue.regime}`),
              count: detail.items.length,
            })}
            {unset > 0 && <span className="doubt">{t('catalogue:page.unset', { count: unset })}</span>}
            {keepers !== '' && t('catalogue:page.keptBy', { units: keepers })}
            {shown.sourceFile !== '' && t('catalogue:page.from', { file: shown.sourceFile })}
          </>
        }
      >
        {mayChange && <Button onClick={() => setDialog('NAME')}>{t('catalogue:page.rename')}</Button>}
        {mayKeep && <Button onClick={() => setDialog('UNITS')}>{t('catalogue:page.units')}</Button>}
        {earlier !== undefined && (
          <Button
            href={href(
              `/catalogue/${encodeURIComponent(catalogue.id)}/compare?version=${encodeURIComponent(shown.id)}&with=${encodeURIComponent(earlier.id)}`,
            )}
          >
            {t('catalogue:page.compare')}
          </Button>
        )}
        <Button href={workbookAddress(shown.id)} download>
          {t('catalogue:page.export')}
        </Button>
      </PageHead>
      <VersionBar detail={detail} unset={unset} />
      {dialog === 'UNITS' && (
        <KeepersDialog
          catalogue={catalogue}
          units={units.data ?? []}
          kept={unitIds}
          mayRelease={mayRelease}
          close={() => setDialog(null)}
        />
      )}
      {dialog === 'NAME' && <RenameDialog catalogue={catalogue} close={() => setDialog(null)} />}
    </>
  )
}
