import { z } from 'zod'
import { WARNING_LEVELS } from '../domain/notice/emergency-mark.ts'
import { CHANGE_KINDS } from '../domain/notice/change.ts'
import { AUDIENCES, DISCLOSURE_MODES } from '../domain/notice/content.ts'
import type { PublicContent } from '../domain/notice/content.ts'
import { NOTICE_LANGUAGES } from '../domain/notice/language.ts'
import { NOTICE_KINDS } from '../domain/notice/notice-kind.ts'
import { UNIT_KINDS } from '../domain/office/unit.ts'
import { OPINION_CHANNELS } from '../domain/voice/opinion-channel.ts'
import {
  civilDateShape as civilDate,
  fromOneShape as fromOne,
  instantShape as instant,
  officeShape,
  sha256Shape as sha256,
  wholeShape as whole,
} from './field-shapes.ts'

const BODY_NODES = [
  'doc',
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'listItem',
  'table',
  'tableRow',
  'tableCell',
  'tableHeader',
  'image',
  'text',
  'hardBreak',
] as const

const bodyNode = z
  .strictObject({
    type: z.enum(BODY_NODES),
    attrs: z.record(z.string(), z.unknown()).optional(),
    get content() {
      return z.array(bodyNode).optional()
    },
    text: z.string().optional(),
    marks: z
      .array(
        z.strictObject({
          type: z.enum(['bold', 'italic', 'underline', 'strike', 'link']),
          attrs: z.record(z.string(), z.unknown()).optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'bodyNode' })

const displayPlan = z.strictObject({
  startsOn: civilDate.nullable().describe('null: the day of publication'),
  length: z.strictObject({ count: fromOne, unit: z.enum(['CALENDAR_DAY', 'WORKING_DAY']) }),
  places: z.array(z.strictObject({ boardId: z.string().nullable(), name: z.string() })),
  objection: z.strictObject({
    telephone: z.string(),
    address: z.string(),
    person: z.string(),
    email: z.string(),
  }),
  basis: z.string(),
  renewal: z
    .strictObject({ editionNumber: fromOne, choice: z.enum(['RESTART', 'CONTINUE']), reason: z.string() })
    .exactOptional()
    .describe('更正后公示期重新计算或继续计算; absent in a first display'),
})

const content = z.strictObject({
  format: z.literal('board-edition/1'),
  office: officeShape,
  unit: z
    .strictObject({ name: z.string().min(1), kind: z.enum(UNIT_KINDS).exclude(['TOWNSHIP']) })
    .exactOptional()
    .describe('the unit under the office; absent when the notice is the office’s own'),
  interprets: z
    .strictObject({ indexNumber: z.string().min(1), title: z.string().min(1) })
    .exactOptional()
    .describe(
      'the published document that this notice interprets (政策解读); absent when it interprets none',
    ),
  catalogue: z.strictObject({ name: z.string(), level1: z.string(), level2: z.string() }).nullable(),
  title: z.string().min(1),
  body: bodyNode,
  noticeKind: z.enum(NOTICE_KINDS).describe('文种'),
  documentNumber: z.string().describe('发文字号; empty when the document has none'),
  documentDate: civilDate.nullable().describe('成文日期, civil date in Asia/Shanghai'),
  issueDate: civilDate.nullable().describe('印发日期, civil date in Asia/Shanghai'),
  disclosureMode: z.enum(DISCLOSURE_MODES).describe('公开属性'),
  audience: z.enum(AUDIENCES).describe('公开对象'),
  addressee: z.string().describe('主送机关; empty when there is none'),
  signature: z.string().describe('署名; empty means the name of the unit, or of the office'),
  keywords: z.array(z.string()).exactOptional().describe('关键词; absent when there are none'),
  abstract: z.string().exactOptional().describe('内容概述; absent when there is none'),
  validity: z
    .strictObject({ from: civilDate.nullable(), to: civilDate.nullable() })
    .exactOptional()
    .describe('施行日期 and 有效期至 as the document says them; absent when it says neither'),
  change: z
    .strictObject({ kind: z.enum(CHANGE_KINDS), note: z.string() })
    .exactOptional()
    .describe('what this edition changes; absent in a first edition'),
  expiresAt: instant.exactOptional().describe('from when it no longer shows; absent when it stays'),
  display: displayPlan.exactOptional().describe('how a 公示 is displayed; absent for any other notice'),
  emergency: z
    .strictObject({
      level: z.enum(WARNING_LEVELS).nullable(),
      issuer: z.string(),
      issuedAt: instant.nullable(),
      takeoverUntil: instant,
    })
    .exactOptional()
    .describe('应急信息; absent for any other notice'),
  consultation: z
    .strictObject({
      opensOn: civilDate.nullable().describe('null: the day of publication'),
      closesOn: civilDate.nullable().describe('last day for opinions; null while it opens on publication'),
      amount: fromOne,
      unit: z.enum(['day', 'workday']),
      channels: z.array(z.strictObject({ channel: z.enum(OPINION_CHANNELS), detail: z.string() })),
      shorterReason: z.string(),
    })
    .exactOptional()
    .describe('how opinions on it are gathered (征求意见稿); absent for any other notice'),
  texts: z
    .array(
      z.strictObject({
        language: z.enum(NOTICE_LANGUAGES),
        title: z.string(),
        body: bodyNode,
        translator: z.string(),
        machine: z.boolean().describe('made by a machine: every face has to say so'),
      }),
    )
    .exactOptional()
    .describe('the same notice in other languages; absent when there are none'),
  attachments: z.array(
    z.strictObject({
      id: z.string().min(1),
      name: z.string().min(1),
      mediaType: z.string(),
      size: whole,
      sha256,
      role: z.enum(['ATTACHMENT', 'INLINE_IMAGE']),
    }),
  ),
})

/**
 * Shape of an edition's `content`, in packages and in public answers.
 * @example publicContentSchema.safeParse(edition.content).success
 */
export const publicContentSchema: z.ZodType<PublicContent> = content as unknown as z.ZodType<PublicContent>
