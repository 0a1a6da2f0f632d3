import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { listUnits, UNITS_KEY } from '../api/unit-api.ts'
import { useHasRole } from '../shell/session-context.ts'
import { PageHead } from '../ui/page-head.tsx'
import { QueryBody } from '../ui/query-body.tsx'
import './office.css'
import './units.css'
import { UnitDrawer } from './unit-drawer.tsx'

type ListProps = { readonly units: readonly UnitView[]; readonly change?: (id: string) => void }

function UnitLine({ unit, change }: { readonly unit: UnitView; readonly change?: (id: string) => void }) {
  const { t } = useTranslation(['desk', 'terms'])
  const boards = unit.boards.filter((board) => !board.disabled)
  return (
    <li className={unit.disabled ? 'unit-line off' : 'unit-line'}>
      <span className="unit-who">
        <b>{unit.name}</b>
        <span className="sub">{t(`terms:unitKind.${unit.kind}`)}</span>
        {unit.disabled && <span className="pill">{t('units.disabled')}</span>}
      </span>
      <span className="unit-boards">
        {boards.length === 0 ? (
          <span className="sub">{t('units.noBoard')}</span>
        ) : (
          boards.map((board) => (
            <span key={board.id}>
              {board.name}
              {board.place !== '' && <span className="sub"> {board.place}</span>}
            </span>
          ))
        )}
      </span>
      <span className="sub nowrap">
        {unit.catalogueIds.length === 0
          ? t('units.noCatalogue')
          : t('units.catalogues', { count: unit.catalogueIds.length })}
      </span>
      {change !== undefined && (
        <Button
          color="primary"
          variant="outlined"
          onClick={() => change(unit.id)}
          aria-label={t('units.changeOf', { name: unit.name })}
        >
          {t('units.change')}
        </Button>
      )}
    </li>
  )
}

function UnitList({ units, change }: ListProps) {
  return (
    <section className="card">
      <ul className="units">
        {units.map((unit) => (
          <UnitLine key={unit.id} unit={unit} {...(change === undefined ? {} : { change })} />
        ))}
      </ul>
    </section>
  )
}

/** The units under this office, with their boards; the administrator changes them, the others read. */
export function UnitsPage() {
  const { t } = useTranslation('desk')
  const mayChange = useHasRole('ADMINISTRATOR')
  const query = useQuery({ queryKey: UNITS_KEY, queryFn: listUnits })
  const [open, setOpen] = useState<string | null>(null)
  return (
    <>
      <PageHead title={t('units.title')} sub={t('units.sub')}>
        {mayChange && (
          <Button type="primary" onClick={() => setOpen('NEW')}>
            {t('units.add')}
          </Button>
        )}
      </PageHead>
      {!mayChange && <p className="note">{t('units.readOnly')}</p>}
      <QueryBody query={query}>
        {(units) => (
          <>
            {units.length === 1 && <p className="note">{t('units.onlyTownship')}</p>}
            <UnitList units={units} {...(mayChange ? { change: setOpen } : {})} />
            {mayChange && (
              <UnitDrawer
                unit={open === 'NEW' ? 'NEW' : (units.find((unit) => unit.id === open) ?? null)}
                close={() => setOpen(null)}
              />
            )}
          </>
        )}
      </QueryBody>
    </>
  )
}
