import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { REGIMES, type Regime } from '../../../domain/catalogue/catalogue-item.ts'
import { type Board, regimeOfUnit } from '../../../domain/office/unit.ts'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { addBoard, changeBoard } from '../api/unit-api.ts'
import { useUnitChange } from './use-unit-change.ts'

type BoardFields = { readonly name: string; readonly place: string }

function NameAndPlace() {
  const { t } = useTranslation('desk')
  return (
    <>
      <Form.Item
        name="name"
        label={t('units.boardName')}
        rules={[{ required: true, whitespace: true, message: t('units.required') }]}
      >
        <Input maxLength={60} autoComplete="off" placeholder={t('units.boardNameExample')} />
      </Form.Item>
      <Form.Item name="place" label={t('units.place')}>
        <Input maxLength={120} autoComplete="off" placeholder={t('units.placeExample')} />
      </Form.Item>
    </>
  )
}

function ChangeBoard({ board, close }: { readonly board: Board; readonly close: () => void }) {
  const { t } = useTranslation('desk')
  const change = useUnitChange(
    (fields: BoardFields) => changeBoard(board.id, fields),
    () => t('units.saved'),
  )
  return (
    <Form
      name={`board-${board.id}`}
      layout="vertical"
      initialValues={board}
      onFinish={(typed: BoardFields) => change.mutate(typed, { onSuccess: close })}
    >
      <NameAndPlace />
      <RefusalMessage error={change.error} />
      <div className="row">
        <Button htmlType="submit" loading={change.isPending}>
          {t('units.save')}
        </Button>
        <Button onClick={close}>{t('common.cancel')}</Button>
      </div>
    </Form>
  )
}

function BoardLine({ board }: { readonly board: Board }) {
  const { t } = useTranslation(['desk', 'terms'])
  const [changing, setChanging] = useState(false)
  const use = useUnitChange(
    (disabled: boolean) => changeBoard(board.id, { disabled }),
    () => t('desk:units.saved'),
  )
  if (changing) {
    return (
      <li className="board-form">
        <ChangeBoard board={board} close={() => setChanging(false)} />
      </li>
    )
  }
  return (
    <li className={board.disabled ? 'off' : ''}>
      <div className="board-line">
        <span>
          <b className="breakable">{board.name}</b>{' '}
          <span className="sub nowrap">{t(`terms:regime.${board.regime}`)}</span>{' '}
          {board.disabled && <span className="pill">{t('desk:units.disabled')}</span>}
          {board.place !== '' && <span className="sub board-place">{board.place}</span>}
        </span>
        <span className="board-keys">
          <Button
            size="small"
            aria-label={t('desk:units.changeOf', { name: board.name })}
            onClick={() => setChanging(true)}
          >
            {t('desk:units.change')}
          </Button>
          <Button
            size="small"
            loading={use.isPending}
            aria-label={t(board.disabled ? 'desk:units.enableOf' : 'desk:units.disableOf', {
              name: board.name,
            })}
            onClick={() => use.mutate(!board.disabled)}
          >
            {board.disabled ? t('desk:units.enable') : t('desk:units.disable')}
          </Button>
        </span>
      </div>
      <RefusalMessage error={use.error} />
    </li>
  )
}

function NewBoard({ unit, close }: { readonly unit: UnitView; readonly close: () => void }) {
  const { t } = useTranslation(['desk', 'terms'])
  const add = useUnitChange(
    (fields: BoardFields & { regime: Regime }) => addBoard(unit.id, fields),
    () => t('desk:units.saved'),
  )
  return (
    <Form
      name="new-board"
      layout="vertical"
      initialValues={{ name: '', place: '', regime: regimeOfUnit(unit.kind) }}
      onFinish={(typed: BoardFields & { regime: Regime }) => add.mutate(typed, { onSuccess: close })}
    >
      <NameAndPlace />
      <Form.Item name="regime" label={t('desk:units.regime')}>
        <Select options={REGIMES.map((regime) => ({ value: regime, label: t(`terms:regime.${regime}`) }))} />
      </Form.Item>
      <RefusalMessage error={add.error} />
      <div className="row">
        <Button htmlType="submit" loading={add.isPending}>
          {t('desk:units.save')}
        </Button>
        <Button onClick={close}>{t('desk:common.cancel')}</Button>
      </div>
    </Form>
  )
}

/** The physical boards of a unit, each to be changed, and a form to add one. */
export function UnitBoards({ unit }: { readonly unit: UnitView }) {
  const { t } = useTranslation('desk')
  const [adding, setAdding] = useState(false)
  return (
    <section className="drawer-part">
      <h2>{t('units.boards')}</h2>
      {unit.boards.length === 0 && !adding && <p className="sub">{t('units.noBoard')}</p>}
      {unit.boards.length > 0 && (
        <ul className="board-lines" aria-label={t('units.boardsOf', { name: unit.name })}>
          {unit.boards.map((board) => (
            <BoardLine key={board.id} board={board} />
          ))}
        </ul>
      )}
      {adding ? (
        <NewBoard unit={unit} close={() => setAdding(false)} />
      ) : (
        <Button onClick={() => setAdding(true)}>{t('units.addBoard')}</Button>
      )}
    </section>
  )
}
