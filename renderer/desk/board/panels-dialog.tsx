import { Button, Input, InputNumber, Modal, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardView } from '../../../server/posting/views.ts'
import { RefusalMessage } from '../../shared/ui/refusal-message.tsx'
import { type PanelInput, savePanels } from '../api/board-api.ts'
import { useBoardChange } from './use-board-change.ts'

/** Sizes boards are sold in, width by height in millimetres. */
const PRESETS = [
  { width: 1200, height: 2400 },
  { width: 2400, height: 1200 },
  { width: 1800, height: 1200 },
  { width: 1200, height: 900 },
  { width: 900, height: 600 },
] as const

const LARGEST = 20_000
const SMALLEST = 100

type Line = PanelInput & { readonly key: string }

/** The panels of a board: names, sizes and order. A panel with sheets on it stays. */
export function PanelsDialog({ board, close }: { readonly board: BoardView; readonly close: () => void }) {
  const { t } = useTranslation('board')
  const fresh = (count: number): Line => ({
    key: crypto.randomUUID(),
    id: null,
    name: count === 0 ? t('panels.only') : t('panels.nameOf', { number: count + 1 }),
    width: 2400,
    height: 1200,
  })
  // What was on the screen when the dialog opened; a newer answer behind it must not pass for read.
  const [revision] = useState(board.panelsRevision)
  const [lines, setLines] = useState<readonly Line[]>(() =>
    board.panels.length === 0 ? [fresh(0)] : board.panels.map((panel) => ({ ...panel, key: panel.id })),
  )
  const save = useBoardChange(
    () =>
      savePanels(board.id, {
        revision,
        panels: lines.map(({ id, name, width, height }) => ({ id, name: name.trim(), width, height })),
      }),
    close,
  )
  const change = (key: string, part: Partial<Line>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
  const move = (index: number, by: number) => {
    const [one, other] = [lines[index], lines[index + by]]
    if (one === undefined || other === undefined) return
    setLines(lines.map((line, at) => (at === index ? other : at === index + by ? one : line)))
  }
  const uses = (id: string | null) =>
    board.postings.filter(({ spot }) => id !== null && spot?.panelId === id).length
  const wrong = lines.length === 0 || lines.some(({ name }) => name.trim() === '')
  return (
    <Modal
      open
      width={680}
      title={t('panels.title', { board: board.name })}
      okText={t('panels.save')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: wrong, loading: save.isPending }}
      onOk={() => save.mutate(undefined)}
      onCancel={close}
      mask={{ closable: false }}
    >
      <p className="bd-why bd-first">{t('panels.meaning')}</p>
      <ol className="bd-panel-lines">
        {lines.map((line, index) => {
          const number = index + 1
          const used = uses(line.id)
          const size = (part: 'width' | 'height') => (
            <InputNumber
              aria-label={t(`panels.${part}Of`, { number })}
              className="bd-length"
              min={SMALLEST}
              max={LARGEST}
              step={10}
              precision={0}
              value={line[part]}
              onChange={(value) => change(line.key, { [part]: value ?? SMALLEST })}
            />
          )
          return (
            <li key={line.key}>
              <Input
                aria-label={t('panels.nameOfLine', { number })}
                className="bd-panel-name"
                maxLength={40}
                autoComplete="off"
                value={line.name}
                onChange={(event) => change(line.key, { name: event.target.value })}
              />
              {size('width')}
              <span aria-hidden>×</span>
              {size('height')}
              <span className="sub">{t('panels.mm')}</span>
              <Select
                aria-label={t('panels.presetOf', { number })}
                className="bd-preset"
                popupMatchSelectWidth={false}
                placeholder={t('panels.preset')}
                value={null}
                options={PRESETS.map(({ width, height }, at) => ({
                  value: at,
                  label: t('wall.size', { width, height }),
                }))}
                onChange={(at: number | null) => {
                  const preset = at === null ? undefined : PRESETS[at]
                  if (preset !== undefined) change(line.key, preset)
                }}
              />
              <span className="bd-panel-keys">
                <Button
                  size="small"
                  disabled={index === 0}
                  aria-label={t('panels.leftOf', { name: line.name })}
                  onClick={() => move(index, -1)}
                >
                  ↑
                </Button>
                <Button
                  size="small"
                  disabled={index === lines.length - 1}
                  aria-label={t('panels.rightOf', { name: line.name })}
                  onClick={() => move(index, 1)}
                >
                  ↓
                </Button>
                <Button
                  size="small"
                  disabled={used > 0 || lines.length === 1}
                  aria-label={t('panels.dropOf', { name: line.name })}
                  onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
                >
                  {t('panels.drop')}
                </Button>
              </span>
              {used === 0 ? null : <p className="bd-why">{t('panels.used', { count: used })}</p>}
            </li>
          )
        })}
      </ol>
      <Button onClick={() => setLines([...lines, fresh(lines.length)])}>{t('panels.add')}</Button>
      <RefusalMessage error={save.error} />
    </Modal>
  )
}
