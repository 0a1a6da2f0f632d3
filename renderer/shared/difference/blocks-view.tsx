import { Fragment } from 'react'
import type { BlockDifference } from '../../../domain/notice/difference-body.ts'
import type { Blocks, SkippedDifference } from '../../../domain/notice/difference.ts'
import { Fold, stretches } from './folded.tsx'
import { Runs } from './runs.tsx'
import { TableView } from './table-view.tsx'
import { useDifferenceWords } from './use-difference-words.ts'

const PICTURE = {
  KEPT: 'pictureKept',
  CHANGED: 'pictureChanged',
  ADDED: 'pictureAdded',
  REMOVED: 'pictureRemoved',
} as const

function shapeClass(block: Extract<BlockDifference, { block: 'LINE' }>): string {
  const { shape } = block
  if (shape.type === 'heading') return 'df-heading'
  return shape.type === 'paragraph' ? '' : `df-entry df-depth-${String(Math.min(shape.depth, 3))}`
}

function Block({ block }: { readonly block: BlockDifference | SkippedDifference }) {
  const { t } = useDifferenceWords()
  switch (block.block) {
    case 'SKIPPED':
      return <li className="df-line df-fold-line">{t('difference:skipped', { count: block.count })}</li>
    case 'TABLE':
      return (
        <li className="df-line">
          {block.form ? <p className="df-note">{t('difference:tableForm')}</p> : null}
          <TableView rows={block.rows} />
        </li>
      )
    case 'PICTURE':
      return (
        <li className={`df-line df-${block.kind.toLowerCase()}`}>
          <span className="df-note">{t(`difference:${PICTURE[block.kind]}`)}</span>
          <Runs runs={block.runs} />
        </li>
      )
    case 'LINE':
      return (
        <li className={`df-line df-${block.kind.toLowerCase()} ${shapeClass(block)}`}>
          <Runs runs={block.runs} />
          {block.form ? <span className="df-note">{t('difference:form')}</span> : null}
        </li>
      )
  }
}

function isKept(block: BlockDifference | SkippedDifference): boolean {
  return 'kind' in block && block.kind === 'KEPT'
}

/** The changed text, with its unchanged neighbours; longer unchanged stretches are folded. */
export function BlocksView({ blocks }: { readonly blocks: Blocks }) {
  const { t } = useDifferenceWords()
  return (
    <ol className="df-lines">
      {stretches(blocks, isKept).map((stretch) => {
        const lines = () => stretch.items.map((block, index) => <Block key={index} block={block} />)
        return (
          <Fragment key={stretch.from}>
            {stretch.folded ? (
              <Fold words={t('difference:unchanged', { count: stretch.items.length })}>{lines}</Fold>
            ) : (
              lines()
            )}
          </Fragment>
        )
      })}
    </ol>
  )
}
