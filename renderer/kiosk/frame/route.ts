import { CONTENT_GROUPS, type ContentGroup } from '../../../domain/display/content-group.ts'
import { PUBLIC_BOARDS, type PublicBoard } from '../../../domain/display/public-board.ts'

/** The pages of the kiosk. Index numbers and searches may hold any character, so every part is encoded. */
export type Route =
  | { readonly page: 'home' }
  | { readonly page: 'groups' }
  | { readonly page: 'all' }
  | { readonly page: 'group'; readonly group: string }
  | { readonly page: 'contents'; readonly contentGroup: ContentGroup }
  | { readonly page: 'board'; readonly board: PublicBoard }
  | { readonly page: 'unit'; readonly unit: string }
  | { readonly page: 'notice'; readonly indexNumber: string }
  | { readonly page: 'edition'; readonly hash: string }
  | { readonly page: 'code'; readonly code: string }
  | { readonly page: 'search'; readonly query: string }
  | { readonly page: 'pad' }
  | { readonly page: 'lists' }
  | { readonly page: 'list'; readonly list: string }
  | { readonly page: 'matters' }
  | { readonly page: 'matter'; readonly matter: string }

function decoded(part: string | undefined): string {
  try {
    return decodeURIComponent(part ?? '')
  } catch {
    // A mistyped address must lead to the first page, not to a broken screen.
    return ''
  }
}

/**
 * Reads the part of the address behind `#`; what is not understood leads home.
 * @example parseRoute('#/notice/11370686004268741K%2F2026-00412') // { page: 'notice', indexNumber: '11370686004268741K/2026-00412' }
 */
export function parseRoute(hash: string): Route {
  const [page, raw] = hash.replace(/^#\/?/u, '').split('/')
  const value = decoded(raw)
  if (page === 'groups') return { page }
  if (page === 'all') return { page }
  if (page === 'pad') return { page }
  if (page === 'lists') return { page }
  if (page === 'matters') return { page }
  if (value === '') return { page: 'home' }
  switch (page) {
    case 'group':
      return { page, group: value }
    case 'contents': {
      const contentGroup = CONTENT_GROUPS.find((known) => known === value)
      return contentGroup ? { page, contentGroup } : { page: 'home' }
    }
    case 'board': {
      const board = PUBLIC_BOARDS.find((known) => known === value)
      return board ? { page, board } : { page: 'home' }
    }
    case 'unit':
      return { page, unit: value }
    case 'notice':
      return { page, indexNumber: value }
    case 'edition':
      return { page, hash: value }
    case 'code':
      return { page, code: value }
    case 'search':
      return { page, query: value }
    case 'list':
      return { page, list: value }
    case 'matter':
      return { page, matter: value }
    default:
      return { page: 'home' }
  }
}

/**
 * Writes a route as the part of the address behind `#`.
 * @example formatRoute({ page: 'search', query: '低保' }) // '#/search/%E4%BD%8E%E4%BF%9D'
 */
export function formatRoute(route: Route): string {
  switch (route.page) {
    case 'home':
      return '#/'
    case 'groups':
    case 'all':
    case 'pad':
    case 'lists':
    case 'matters':
      return `#/${route.page}`
    case 'group':
      return `#/group/${encodeURIComponent(route.group)}`
    case 'contents':
      return `#/contents/${route.contentGroup}`
    case 'board':
      return `#/board/${route.board}`
    case 'unit':
      return `#/unit/${encodeURIComponent(route.unit)}`
    case 'notice':
      return `#/notice/${encodeURIComponent(route.indexNumber)}`
    case 'edition':
      return `#/edition/${encodeURIComponent(route.hash)}`
    case 'code':
      return `#/code/${encodeURIComponent(route.code)}`
    case 'search':
      return `#/search/${encodeURIComponent(route.query)}`
    case 'list':
      return `#/list/${encodeURIComponent(route.list)}`
    case 'matter':
      return `#/matter/${encodeURIComponent(route.matter)}`
  }
}
