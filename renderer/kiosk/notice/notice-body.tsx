import { useMemo } from 'react'
import type { Block, Body } from '../../../domain/notice/body.ts'
import { BodyView } from '../../shared/body-view.tsx'
import { plainLinks } from './plain-links.ts'
import { LONG_TABLE_ROWS, LongTableLazy } from './table/table-lazy.tsx'
import { TableFrame } from './table-frame.tsx'

// Tables stand alone, everything between two tables stays together.
function runsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const runs: Block[][] = []
  for (const block of blocks) {
    const last = runs[runs.length - 1]
    if (last && block.type !== 'table' && last[0]?.type !== 'table') last.push(block)
    else runs.push([block])
  }
  return runs
}

/** The text of a notice; links are written out, wide tables move inside their own frame, long ones come in pages. */
export function NoticeBody(props: { body: Body; imageBase: string; fromRight?: boolean }) {
  const runs = useMemo(() => runsOf(plainLinks(props.body).content), [props.body])
  const { imageBase, fromRight = false } = props
  return runs.map((content, index) => {
    const [first] = content
    if (first?.type === 'table' && first.content.length >= LONG_TABLE_ROWS) {
      return <LongTableLazy key={index} table={first} imageBase={imageBase} fromRight={fromRight} />
    }
    const view = (
      <BodyView
        body={{ type: 'doc', content }}
        imageBase={imageBase}
        plainLinks
        fromRight={fromRight}
        // Dates and amounts stay whole in the narrow columns of a table.
        wholeNumbers={first?.type === 'table'}
      />
    )
    return first?.type === 'table' ? (
      <TableFrame key={index}>{view}</TableFrame>
    ) : (
      <div key={index} className="run">
        {view}
      </div>
    )
  })
}
