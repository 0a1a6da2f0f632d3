import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { UNIT_KINDS, type UnitKind } from '../../../domain/office/unit.ts'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { listUnits, UNITS_KEY } from '../api/unit-api.ts'
import { useHasRole } from '../shell/session-context.ts'
import { PageHead } from '../../shared/desk/page-head.tsx'
import { QueryBody } from '../../shared/desk/query-body.tsx'
import '../../shared/desk/office.css'
import { UnitDrawer } from './unit-drawer.tsx'
import './units.css'

/** Opens a unit to be changed; null for those who only read. */
type Change = ((id: string) => void) | null

function UnitLine({ unit, change }: { readonly unit: UnitView; readonly change: Change }) {
  const { t } = useTranslation('desk')
  const boards = unit.boards.filter((board) => !board.disabled)
  return (
    <li className={unit.disabled ? 'unit-line off' : 'unit-line'}>
      <span>
        <b className="breakable">{unit.name}</b>{' '}
        {unit.disabled && <span className="pill">{t('units.disabled')}</span>}
      </span>
      <span className="unit-boards">
        {boards.length === 0 ? (
          <span className="sub">{t('units.noBoard')}</span>
        ) : (
          boards.map((board) => (
            <span key={board.id} className="breakable">
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
      {change !== null && (
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

type GroupProps = { readonly kind: UnitKind; readonly units: readonly UnitView[]; readonly change: Change }

function UnitGroup({ kind, units, change }: GroupProps) {
  const { t } = useTranslation(['desk', 'terms'])
  const own = units.filter((unit) => unit.kind === kind)
  if (own.length === 0) return null
  return (
    <section className="card units">
      <h2>
        {t(`terms:unitKind.${kind}`)}
        {kind !== 'TOWNSHIP' && <span className="sub">{t('desk:units.count', { count: own.length })}</span>}
      </h2>
      <ul>
        {own.map((unit) => (
          <UnitLine key={unit.id} unit={unit} change={change} />
        ))}
      </ul>
    </section>
  )
}

/** The units under this office by kind, with their boards; the administrator changes them, the others read. */
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
            {UNIT_KINDS.map((kind) => (
              <UnitGroup key={kind} kind={kind} units={units} change={mayChange ? setOpen : null} />
            ))}
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
