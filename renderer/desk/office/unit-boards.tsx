import { Button, Form, Input, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { REGIMES, type Regime } from '../../../domain/catalogue/catalogue-item.ts'
import { type Board, regimeOfUnit } from '../../../domain/office/unit.ts'
import type { UnitView } from '../../../server/office/unit-views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { addBoard, changeBoard } from '../api/unit-api.ts'
import { useUnitChange } from './use-unit-change.ts'

function BoardLine({ board }: { readonly board: Board }) {
  const { t } = useTranslation(['desk', 'terms'])
  const change = useUnitChange(
    (disabled: boolean) => changeBoard(board.id, { disabled }),
    () => t('units.saved'),
  )
  return (
    <li className={board.disabled ? 'off' : ''}>
      <span>
        <b>{board.name}</b> <span className="sub">{board.place}</span>
        <br />
        <span className="sub">{t(`terms:regime.${board.regime}`)}</span>
      </span>
      <Button
        size="small"
        loading={change.isPending}
        aria-label={`${board.disabled ? t('units.enableBoard') : t('units.disabledBoard')} ${board.name}`}
        onClick={() => change.mutate(!board.disabled)}
      >
        {board.disabled ? t('units.enable') : t('units.disable')}
      </Button>
    </li>
  )
}

/** The physical boards of a unit, and a line to add one. */
export function UnitBoards({ unit }: { readonly unit: UnitView }) {
  const { t } = useTranslation(['desk', 'terms'])
  const [form] = Form.useForm()
  const add = useUnitChange(
    (fields: { name: string; place: string; regime: Regime }) => addBoard(unit.id, fields),
    () => t('units.saved'),
  )
  return (
    <section className="drawer-part">
      <h2>{t('units.boards')}</h2>
      {unit.boards.length === 0 ? (
        <p className="sub">{t('units.noBoard')}</p>
      ) : (
        <ul className="board-lines" aria-label={t('units.boardsOf', { name: unit.name })}>
          {unit.boards.map((board) => (
            <BoardLine key={board.id} board={board} />
          ))}
        </ul>
      )}
      <Form
        form={form}
        name="new-board"
        layout="vertical"
        initialValues={{ place: '', regime: regimeOfUnit(unit.kind) }}
        onFinish={(typed: { name: string; place: string; regime: Regime }) =>
          add.mutate(typed, { onSuccess: () => form.resetFields() })
        }
      >
        <div className="fields">
          <Form.Item
            name="name"
            label={t('units.boardName')}
            rules={[{ required: true, whitespace: true, message: t('units.required') }]}
          >
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item name="place" label={t('units.place')}>
            <Input maxLength={120} autoComplete="off" />
          </Form.Item>
          <Form.Item name="regime" label={t('units.regime')}>
            <Select
              options={REGIMES.map((regime) => ({ value: regime, label: t(`terms:regime.${regime}`) }))}
            />
          </Form.Item>
        </div>
        <RefusalMessage error={add.error} />
        <Button htmlType="submit" loading={add.isPending}>
          {t('units.addBoard')}
        </Button>
      </Form>
    </section>
  )
}
