import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { BoardView } from '../../../server/posting/views.ts'
import { boardKey, BOARDS_KEY } from './board-keys.ts'

/** Changes a board; the answer is the board as it is then. */
export function useBoardChange<Input>(change: (input: Input) => Promise<BoardView>, done?: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: async (board) => {
      queries.setQueryData(boardKey(board.id), board)
      await queries.invalidateQueries({ queryKey: BOARDS_KEY })
      done?.()
    },
  })
}
