import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { BoardView, PostingView, SheetSpot } from '../../../../server/posting/views.ts'
import { laySheet } from '../../api/board-api.ts'
import { boardKey, BOARDS_KEY } from '../board-keys.ts'

/** A sheet goes from one place to another; null is the tray. */
export type SheetMove = {
  readonly id: string
  readonly from: SheetSpot | null
  readonly to: SheetSpot | null
}

/** The sheets as they lie after some moves. */
export function afterMoves(
  postings: readonly PostingView[],
  moves: readonly SheetMove[],
): readonly PostingView[] {
  const to = new Map(moves.map((move) => [move.id, move.to]))
  return postings.map((one) => (to.has(one.id) ? { ...one, spot: to.get(one.id) ?? null } : one))
}

/** The moves that take others back, the last one first. */
export function reversed(moves: readonly SheetMove[]): readonly SheetMove[] {
  return moves.toReversed().map(({ id, from, to }) => ({ id, from: to, to: from }))
}

/** Lays sheets on the panels; shown at once, and as it was when the board refuses. The last laying can be taken back. */
export function useLaying(board: BoardView) {
  const queries = useQueryClient()
  const key = boardKey(board.id)
  const [last, setLast] = useState<readonly SheetMove[]>([])
  const lay = useMutation({
    mutationFn: async ({ moves }: { readonly moves: readonly SheetMove[]; readonly back: boolean }) => {
      // One after the other: the second may need the room that the first has left.
      for (const move of moves) await laySheet(move.id, move.to)
    },
    onMutate: async ({ moves }) => {
      await queries.cancelQueries({ queryKey: key })
      queries.setQueryData<BoardView>(key, (before) =>
        before === undefined ? before : { ...before, postings: afterMoves(before.postings, moves) },
      )
    },
    onSuccess: (_done, { moves, back }) => {
      setLast(back ? [] : moves)
    },
    onSettled: () => queries.invalidateQueries({ queryKey: BOARDS_KEY }),
  })
  return {
    error: lay.error,
    pending: lay.isPending,
    mayUndo: last.length > 0 && !lay.isPending,
    /** `then` runs once the board has taken them. */
    move: (moves: readonly SheetMove[], then?: () => void) => {
      lay.mutate({ moves, back: false }, then === undefined ? {} : { onSuccess: then })
    },
    undo: (then?: () => void) => {
      lay.mutate({ moves: reversed(last), back: true }, then === undefined ? {} : { onSuccess: then })
    },
  }
}

/** Lays sheets, takes them off, and takes the last of that back. */
export type Laying = ReturnType<typeof useLaying>
