import type { Block, Body } from '../../domain/notice/body.ts'
import type { PublicContent } from '../../domain/notice/content.ts'
import { leaveSquares } from '../../domain/sheet/by-hand.ts'
import type { SheetPage } from '../../server/display/sheet-page.ts'
import { send } from '../shared/request.ts'

/** The secret the page was opened with: `?ticket=…`; null when without one. */
export function ticketAsked(search: string): string | null {
  return new URLSearchParams(search).get('ticket')
}

/**
 * The sheet that was laid ready under a secret.
 * @example await readTicket(secret)
 */
export async function readTicket(secret: string, signal: AbortSignal): Promise<SheetPage> {
  const answer = await send(`/api/public/sheet-tickets/${encodeURIComponent(secret)}`, { signal })
  return withTicketFiles(withSquares((await answer.json()) as SheetPage), secret)
}

/**
 * The sheet with a square, wherever it says it, for each character somebody has decided to write in by hand.
 * @example withSquares(page)
 */
export function withSquares(page: SheetPage): SheetPage {
  if (page.kind === 'DUTY_LIST') return page
  const squared = leaveSquares(page, page.decision.byHand)
  // What the QR code carries is read by machines and stays.
  return squared.kind === 'NOTICE' && page.kind === 'NOTICE'
    ? { ...squared, data: { ...squared.data, code: page.data.code } }
    : squared
}

/** Where the files of a sheet laid ready under a secret are: by SHA-256, since nothing of it has an address of its own. */
export function ticketFiles(secret: string): string {
  return `/api/public/sheet-tickets/${encodeURIComponent(secret)}/files/`
}

function pointed(block: Block, files: ReadonlyMap<string, string>): Block {
  switch (block.type) {
    case 'image': {
      const sha256 = files.get(block.attrs.attachmentId)
      return sha256 === undefined ? block : { ...block, attrs: { ...block.attrs, attachmentId: sha256 } }
    }
    case 'bulletList':
    case 'orderedList':
      return {
        ...block,
        content: block.content.map((item) => ({
          ...item,
          content: item.content.map((one) => pointed(one, files)),
        })),
      }
    case 'table':
      return {
        ...block,
        content: block.content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({
            ...cell,
            content: cell.content.map((one) => pointed(one, files)),
          })),
        })),
      }
    default:
      return block
  }
}

/**
 * Pictures in the text name attachments by id; a ticket knows files by their SHA-256 only.
 * @example withTicketFiles(page, 'secret')
 */
export function withTicketFiles(page: SheetPage, secret: string): SheetPage {
  if (page.kind !== 'NOTICE') return page
  const { content } = page.data
  const files = new Map(content.attachments.map(({ id, sha256 }) => [id, sha256]))
  const hasPictures = content.attachments.some(({ role }) => role === 'INLINE_IMAGE')
  const map = (body: Body): Body => ({
    ...body,
    content: body.content.map((block) => pointed(block, files)),
  })
  const withFiles: PublicContent = hasPictures
    ? {
        ...content,
        body: map(content.body),
        ...(content.texts && { texts: content.texts.map((text) => ({ ...text, body: map(text.body) })) }),
      }
    : content
  return { ...page, data: { ...page.data, content: withFiles, attachmentBase: ticketFiles(secret) } }
}
