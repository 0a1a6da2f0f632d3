import { z } from 'zod'

/**
 * SHA-256 in lower-case hex.
 * @example sha256Shape.safeParse('ab').success // false
 */
export const sha256Shape = z.string().regex(/^[0-9a-f]{64}$/)

/**
 * Instant in UTC.
 * @example instantShape.safeParse('2026-11-20T08:00:00.000Z').success // true
 */
export const instantShape = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?Z$/)

/**
 * Civil date, to be read in Asia/Shanghai.
 * @example civilDateShape.safeParse('2026-11-20').success // true
 */
export const civilDateShape = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/**
 * UUID in lower case: databases are named by it.
 * @example uuidShape.safeParse('01990000-0000-7000-8000-000000000001').success // true
 */
export const uuidShape = z.string().regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/)

/**
 * Number from 0.
 * @example wholeShape.safeParse(-1).success // false
 */
export const wholeShape = z.int().min(0)

/**
 * Number from 1.
 * @example fromOneShape.safeParse(0).success // false
 */
export const fromOneShape = z.int().min(1)

/**
 * 统一社会信用代码, 18 characters.
 * @example usccShape.safeParse('11990000000000001G').success // true
 */
export const usccShape = z.string().regex(/^[0-9A-HJ-NPQRTUWXY]{18}$/)

/**
 * An office by name and 统一社会信用代码.
 * @example officeShape.safeParse({ name: '示例县云溪镇人民政府', uscc: '11990000000000001G' }).success // true
 */
export const officeShape = z.strictObject({ name: z.string().min(1), uscc: usccShape })

/**
 * A public key: Ed25519, SPKI DER in Base64. The twelve bytes before the key itself are always the same.
 * @example publicKeyShape.safeParse('AAAA').success // false
 */
export const publicKeyShape = z.string().regex(/^MCowBQYDK2VwAyEA[A-Za-z0-9+/]{43}=$/)

/**
 * A recipient that age encrypts to (X25519).
 * @example recipientShape.safeParse('age1…').success
 */
export const recipientShape = z.string().regex(/^age1[02-9ac-hj-np-z]{58}$/)
